import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { box } from '../../core/model/sketch';
import { drawn, factsFrom, lookOf } from '../../testing/kindFacts';

test('a NAT gateway in a VPC and in no subnet is a regional one, with addresses of its own', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      {},
      box('nat-gateway', 'All', { elasticIp: false }),
      box('nat-gateway', 'Some', { zones: { a: { zone: 'ap-northeast-1a' } } }),
      box('subnet', 'A', {}, box('nat-gateway', 'Zonal', { zones: { a: { zone: 'ap-northeast-1a' } } })),
    ),
  );

  expect(factsFrom(catalog, document, 'All')).toMatchObject([
    { subnet: null, elasticIp: true, regional: { network: 'Vpc', zones: null } },
  ]);
  expect(factsFrom(catalog, document, 'Some')).toMatchObject([{ regional: { zones: ['ap-northeast-1a'] } }]);
  expect(factsFrom(catalog, document, 'Zonal')).not.toHaveProperty('0.regional');
  expect(lookOf(catalog, document, 'All').label?.en).toBe('Regional NAT gateway');
});

test('a private NAT gateway has no Elastic IP address, whatever was ticked before', () => {
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      {},
      box('subnet', 'A', {}, box('nat-gateway', 'Nat', { connectivity: 'private', elasticIp: true })),
    ),
  );

  expect(factsFrom(catalog, document, 'Nat')).toMatchObject([{ connectivity: 'private', elasticIp: false }]);
});
