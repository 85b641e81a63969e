import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { box } from '../../core/model/sketch';
import { drawn, factsFrom } from '../../testing/kindFacts';

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
