import { expect, test } from 'vitest';
import { catalog } from '../aws';
import { box } from '../core/model/sketch';
import { drawn, factsFrom } from '../testing/kindFacts';

test('a block with bits set behind its prefix counts as AWS takes it, and stays as it was written', () => {
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html
  const document = drawn(
    catalog,
    box(
      'vpc',
      'Vpc',
      { cidr: '10.0.0.1/16' },
      box('route-table', 'Table', { routes: { r: { destination: '10.1.2.3/16', target: null } } }),
      box('security-group', 'Group', {
        inbound: { r: { protocol: 'tcp', fromPort: 22, toPort: 22, peer: '192.168.1.0/0' } },
      }),
      box('network-acl', 'Acl', {
        inbound: {
          r: {
            number: 1,
            action: 'allow',
            protocol: 'any',
            fromPort: null,
            toPort: null,
            block: '2001:db8::1/64',
          },
        },
      }),
      box('subnet', 'Subnet', { cidr: '10.0.0.7/24' }),
    ),
  );

  expect(factsFrom(catalog, document, 'Vpc')).toMatchObject([{ blocks: ['10.0.0.0/16'] }]);
  expect(factsFrom(catalog, document, 'Table')).toMatchObject([
    { routes: { r: { destination: '10.1.0.0/16' } } },
  ]);
  expect(factsFrom(catalog, document, 'Group')).toMatchObject([{ inbound: { r: { peer: '0.0.0.0/0' } } }]);
  expect(factsFrom(catalog, document, 'Acl')).toMatchObject([{ inbound: { r: { block: '2001:db8::/64' } } }]);
  expect(factsFrom(catalog, document, 'Subnet')).toMatchObject([{ block: '10.0.0.0/24' }]);
  expect(document.resources.get('Subnet')?.props).toMatchObject({ cidr: '10.0.0.7/24' });
});

test('text that is no block at all stays what it is', () => {
  const document = drawn(catalog, box('vpc', 'Vpc', { cidr: '010.0.0.0/16' }));

  expect(factsFrom(catalog, document, 'Vpc')).toMatchObject([{ blocks: ['010.0.0.0/16'] }]);
});
