/** Behaviours that breaking the engine on purpose (`npm run mutate`) showed nobody else to watch. */
import { expect, test } from 'vitest';
import {
  allow,
  flow,
  gatewayEndpoint,
  instance,
  internetGateway,
  natGateway,
  region,
  routeTable,
  securityGroup,
  subnet,
  vpc,
} from '../../testing/facts';
import type { Fact } from './facts';
import { compileNetwork } from './network';

const publicSide: readonly Fact[] = [
  vpc('Vpc', '10.0.0.0/16', { ipv6: 'assigned' }),
  internetGateway('Igw', 'Vpc'),
  subnet('Public', 'Vpc', '10.0.0.0/24', { routeTable: 'PublicTable' }),
  routeTable('PublicTable', 'Vpc', { '0.0.0.0/0': 'Igw' }),
  natGateway('Nat', 'Public'),
];

// https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html
test('RT5 a row that takes the place of the local route is the one that decides', () => {
  const facts = [
    ...publicSide,
    subnet('A', 'Vpc', '10.0.1.0/24', { routeTable: 'Table' }),
    subnet('B', 'Vpc', '10.0.2.0/24'),
    routeTable('Table', 'Vpc', { '10.0.0.0/16': 'Nat' }),
    instance('App', 'A'),
    instance('Db', 'B'),
  ];

  const trace = compileNetwork(facts).trace(flow('App', 'Db'));

  expect(trace.forward.steps.find(({ what }) => what === 'route')?.because.row).toBe('10.0.0.0/16 → Nat');
});

// https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
test('NG1 IPv6 does not pass through a NAT gateway', () => {
  const facts = [
    ...publicSide,
    subnet('A', 'Vpc', '10.0.1.0/24', { routeTable: 'Table', ipv6: 1 }),
    routeTable('Table', 'Vpc', { '::/0': 'Nat' }),
    instance('App', 'A', { ipv6: true }),
  ];

  const trace = compileNetwork(facts).trace(flow('App', { address: '2600:9000::1' }));

  expect(trace.blockedBy[0]).toMatchObject({
    resource: 'Nat',
    code: 'translation-refused',
    analyzerCode: 'PROTOCOL_RESTRICTION',
  });
});

// https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
test('GE1 a gateway endpoint for a service of another Region cannot be created, and adds no route', () => {
  const facts = [
    vpc('Vpc'),
    subnet('A', 'Vpc', '10.0.1.0/24', { routeTable: 'Table' }),
    routeTable('Table', 'Vpc'),
    instance('App', 'A'),
    gatewayEndpoint('Far', 'Vpc', 's3', ['Table'], { service: 'com.amazonaws.us-east-1.s3' }),
  ];

  const trace = compileNetwork(facts).trace(flow('App', { dns: 's3.us-east-1.amazonaws.com' }));

  expect(region).not.toBe('us-east-1');
  expect(trace.blockedBy[0]).toMatchObject({ code: 'cannot-be-created', resource: 'Far' });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
test('IG1 a network that stands elsewhere may have its internet gateway there; one that stands here has none unless it is drawn', () => {
  const elsewhere = { unknown: { en: 'the VPC is a parameter', ja: 'VPC はパラメータです' } };
  const web = [
    subnet('Public', 'Vpc', '10.0.0.0/24', { routeTable: elsewhere }),
    instance('Web', 'Public', { publicIpv4: true, securityGroups: ['Group'] }),
    securityGroup('Group', 'Vpc', { in: [allow('tcp', 443, '0.0.0.0/0')] }),
  ];
  const verdict = (facts: readonly Fact[]) => compileNetwork(facts).trace(flow('internet', 'Web')).verdict;

  expect(verdict([vpc('Vpc', '10.0.0.0/16', { blocks: [elsewhere] }), ...web])).toBe('unknown');
  expect(verdict([vpc('Vpc'), ...web])).toBe('blocked');
});
