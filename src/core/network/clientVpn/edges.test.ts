/** Where a client of a Client VPN endpoint meets the edges of the VPC, and who else is led to it. */
import { describe, expect, test } from 'vitest';
import { clientVpn, fromClient, type ClientVpnRows } from '../../../testing/clientVpn';
import {
  aclRow,
  allow,
  attachment,
  flow,
  instance,
  internetGateway,
  networkAcl,
  region,
  routeTable,
  securityGroup,
  subnet,
  transitGateway,
  transitTable,
  vpc,
} from '../../../testing/facts';
import { askBoth } from '../../../testing/reference/both';
import type { Fact } from '../facts';

const open = securityGroup('Open', 'Vpc', { in: [allow('any', null, '0.0.0.0/0')] });

const design = (rows: ClientVpnRows, ...more: readonly Fact[]): readonly Fact[] => [
  vpc('Vpc', '10.0.0.0/16'),
  subnet('Public', 'Vpc', '10.0.0.0/24', { routeTable: 'Table', networkAcl: 'Acl' }),
  routeTable('Table', 'Vpc', { '0.0.0.0/0': 'Igw' }),
  internetGateway('Igw', 'Vpc'),
  networkAcl('Acl', 'Vpc', { in: [aclRow(100, 'allow', 'tcp')], out: [aclRow(100, 'allow', 'tcp')] }),
  open,
  instance('Server', 'Public', { privateIpv4: '10.0.0.9', securityGroups: ['Open'] }),
  ...clientVpn('Vpn', 'Vpc', ['Public'], {
    routes: [['0.0.0.0/0', 'Public']],
    authorized: [['0.0.0.0/0', null]],
    ...rows,
  }),
  ...more,
];

// https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
test('NA3 no network ACL filters what the resolver of the VPC answers', () => {
  const facts = design({ dnsServers: ['10.0.0.2'] });

  expect(fromClient(facts, { dns: 'ip-10-0-0-9.ap-northeast-1.compute.internal' }).verdict).toBe('reachable');
  expect(fromClient(facts, { address: '10.0.0.2' }, { protocol: 'udp', port: 53 }).verdict).toBe('reachable');
});

// https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html
test.each([
  ['block-ingress', 'blocked'],
  ['block-bidirectional', 'blocked'],
  ['off', 'reachable'],
] as const)(
  'BP1 with %s only NAT gateways and egress-only ones send to the internet: clients are %s',
  (mode, verdict) => {
    const block: Fact = { fact: 'public-access-block', by: 'Shield', region, mode };
    const trace = fromClient(design({}, block), { internet: true });

    expect(trace.verdict).toBe(verdict);
    if (verdict === 'blocked') expect(trace.blockedBy[0]).toMatchObject({ resource: 'Shield' });
  },
);

// https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/split-tunnel-vpn.html
test('CV1 with split tunnel a client of both IP versions reaches a public IPv6 address beside the tunnel', () => {
  const facts = (routes: ClientVpnRows['routes'] = []): readonly Fact[] => [
    ...design({ splitTunnel: true, addresses: 'dualstack', routes }).filter(
      ({ by }) => by !== 'Vpc' && by !== 'Public',
    ),
    vpc('Vpc', '10.0.0.0/16', { ipv6: 'assigned' }),
    subnet('Public', 'Vpc', '10.0.0.0/24', { routeTable: 'Table', networkAcl: 'Acl', ipv6: 1 }),
    vpc('Far', '10.9.0.0/16', { ipv6: 'assigned' }),
    internetGateway('FarIgw', 'Far'),
    subnet('FarSubnet', 'Far', '10.9.0.0/24', { ipv6: 1, routeTable: 'FarTable' }),
    routeTable('FarTable', 'Far', { '::/0': 'FarIgw' }),
    securityGroup('FarGroup', 'Far', { in: [allow('any', null, '::/0')] }),
    instance('Six', 'FarSubnet', { ipv6: true, securityGroups: ['FarGroup'] }),
  ];

  expect(fromClient(facts(), 'Six').verdict).toBe('reachable');
  expect(fromClient(facts([['::/0', 'Public']]), 'Six').verdict).toBe('blocked');
});

// https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-tgw.html
describe('CV3 clients on a transit gateway', () => {
  const hub = (rows: ClientVpnRows = {}, routes: Readonly<Record<string, string>> = {}): readonly Fact[] => [
    transitGateway('Hub', { defaultAssociation: true, defaultPropagation: true }),
    transitTable('HubTable', 'Hub', { isDefault: true, routes }),
    ...['A', 'B'].flatMap((letter, index): Fact[] => [
      vpc(`Vpc${letter}`, `10.${index}.0.0/16`),
      subnet(`Subnet${letter}`, `Vpc${letter}`, `10.${index}.0.0/24`, { routeTable: `Table${letter}` }),
      routeTable(`Table${letter}`, `Vpc${letter}`, { '10.0.0.0/8': 'Hub', '172.20.0.0/22': 'Hub' }),
      securityGroup(`Group${letter}`, `Vpc${letter}`, { in: [allow('any', null, '0.0.0.0/0')] }),
      attachment(`To${letter}`, 'Hub', `Vpc${letter}`, [`Subnet${letter}`]),
      instance(`Host${letter}`, `Subnet${letter}`, {
        privateIpv4: `10.${index}.0.9`,
        securityGroups: [`Group${letter}`],
      }),
    ]),
    ...clientVpn('Vpn', null, [], {
      transitGateway: 'Hub',
      routes: [['10.0.0.0/8', null]],
      authorized: [['10.0.0.0/8', null]],
      ...rows,
    }),
  ];

  test('get what is for them, and not what a route sends them instead of somebody else', () => {
    const astray = hub({}, { '10.1.0.0/24': 'Vpn' });

    expect(fromClient(hub(), 'HostB').verdict).toBe('reachable');
    expect(askBoth(hub(), flow('HostA', 'HostB')).verdict).toBe('reachable');
    expect(askBoth(astray, flow('HostA', 'HostB')).blockedBy[0]).toMatchObject({
      resource: 'Vpn',
      code: 'wrong-owner',
      direction: 'forward',
    });
    expect(askBoth(astray, flow('HostB', 'HostA')).blockedBy[0]).toMatchObject({
      resource: 'Vpn',
      code: 'wrong-owner',
      direction: 'return',
    });
  });

  test('of an endpoint that AWS refuses tell the transit gateway of nothing', () => {
    const refused = hub({ clientBlock: '10.1.0.0/20' });

    expect(askBoth(refused, flow('HostA', 'HostB')).verdict).toBe('reachable');
    expect(fromClient(refused, 'HostA').blockedBy[0]).toMatchObject({ code: 'cannot-be-created' });
  });

  // https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/split-tunnel-vpn.html
  test('with split tunnel reach a public address beside the tunnel where no route leads to the private one', () => {
    const facts = [
      ...hub({ splitTunnel: true, routes: [] }).filter(({ by }) => by !== 'TableB' && by !== 'HostB'),
      routeTable('TableB', 'VpcB', { '0.0.0.0/0': 'Igw' }),
      internetGateway('Igw', 'VpcB'),
      instance('HostB', 'SubnetB', { publicIpv4: true, securityGroups: ['GroupB'] }),
    ];

    expect(fromClient(facts, 'HostB').verdict).toBe('reachable');
    expect(fromClient(facts, 'HostA').verdict).toBe('blocked');
  });

  test('have addresses that nobody on the internet can send to', () => {
    expect(askBoth(hub(), flow('internet', 'Vpn')).blockedBy[0]).toMatchObject({ code: 'no-such-host' });
  });
});
