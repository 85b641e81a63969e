/**
 * The worked examples of AWS's Client VPN guide, asked of the engine and of the slow reference at once: who reaches what by
 * which authorization rules and routes.
 */
import { describe, expect, test } from 'vitest';
import { clientVpn, fromClient, type ClientVpnRows } from '../../../testing/clientVpn';
import {
  allow,
  gatewayEndpoint,
  instance,
  internetGateway,
  peering,
  region,
  routeTable,
  securityGroup,
  subnet,
  vpc,
} from '../../../testing/facts';
import { customerGateway, site, vpnConnection, vpnGateway } from '../../../testing/vpn';
import type { Fact } from '../facts';

const engineering = 'S-xxxxx14';
const development = 'S-xxxxx15';
const manager = 'S-xxxxx16';

const open = (by: string, network: string) =>
  securityGroup(by, network, { in: [allow('any', null, '0.0.0.0/0')] });

/** The architecture of the examples: the VPC of the endpoint, a peered development VPC, a network on premises, the internet. */
const architecture = (authorized: NonNullable<ClientVpnRows['authorized']>): readonly Fact[] => [
  vpc('ClientVpc', '192.168.0.0/24'),
  subnet('Subnet', 'ClientVpc', '192.168.0.0/25', { routeTable: 'Table' }),
  routeTable('Table', 'ClientVpc', { '0.0.0.0/0': 'Igw', '10.0.0.0/16': 'Peering' }),
  internetGateway('Igw', 'ClientVpc'),
  open('ClientGroup', 'ClientVpc'),
  instance('Own', 'Subnet', { securityGroups: ['ClientGroup'] }),
  vpnGateway('Vgw', 'ClientVpc'),
  customerGateway('Cgw'),
  vpnConnection('Vpn to Office', 'Vgw', 'Cgw', ['172.16.0.0/24']),
  site('Office', '172.16.0.0/24', 'Cgw'),
  peering('Peering', 'ClientVpc', 'DevVpc'),
  vpc('DevVpc', '10.0.0.0/16'),
  subnet('DevSubnet', 'DevVpc', '10.0.2.0/24', { routeTable: 'DevTable' }),
  routeTable('DevTable', 'DevVpc', { '192.168.0.0/24': 'Peering' }),
  open('DevGroup', 'DevVpc'),
  instance('Host', 'DevSubnet', { privateIpv4: '10.0.2.119', securityGroups: ['DevGroup'] }),
  instance('Other', 'DevSubnet', { privateIpv4: '10.0.2.120', securityGroups: ['DevGroup'] }),
  ...clientVpn('Vpn', 'ClientVpc', ['Subnet'], {
    routes: [
      ['0.0.0.0/0', 'Subnet'],
      ['10.0.0.0/16', 'Subnet'],
      ['172.16.0.0/24', 'Subnet'],
    ],
    authorized,
  }),
];

/** What a group is authorized for, of all that the examples speak of. */
function reachedBy(group: string, authorized: NonNullable<ClientVpnRows['authorized']>): readonly string[] {
  const facts = architecture(authorized);
  const ends = {
    internet: { internet: true },
    '192.168.0.0/24': 'Own',
    '10.0.2.119': 'Host',
    '10.0.0.0/16': 'Other',
    '172.16.0.0/24': { address: '172.16.0.9' },
    '172.16.0.128/25': { address: '172.16.0.200' },
  } as const;
  return Object.entries(ends).flatMap(([name, to]) => {
    const { verdict, blockedBy } = fromClient(facts, to, { group });
    const isDenied = blockedBy[0]?.code === 'not-authorized';
    expect(verdict, name).toBe(isDenied ? 'blocked' : 'reachable');
    return isDenied ? [] : [name];
  });
}

// https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-rules.html
describe('CV2: the example scenarios for authorization rules', () => {
  const single = [
    ['172.16.0.0/24', engineering],
    ['10.0.0.0/16', development],
  ] as const;
  const any = [...single, ['0.0.0.0/0', manager]] as const;
  const host = [...any, ['10.0.2.119/32', manager]] as const;
  const smaller = [...host, ['172.16.0.128/25', engineering]] as const;
  const second = [...smaller, ['0.0.0.0/0', engineering]] as const;
  const own = [...second, ['192.168.0.0/24', manager]] as const;

  test('1: each group reaches its one destination', () => {
    const rules = [...single, ['192.168.0.0/24', manager]] as const;

    expect(reachedBy(engineering, rules)).toEqual(['172.16.0.0/24', '172.16.0.128/25']);
    expect(reachedBy(development, rules)).toEqual(['10.0.2.119', '10.0.0.0/16']);
    expect(reachedBy(manager, rules)).toEqual(['192.168.0.0/24']);
  });

  test('2: a rule for any destination grants what no other rule names', () => {
    expect(reachedBy(engineering, any)).toEqual(['172.16.0.0/24', '172.16.0.128/25']);
    expect(reachedBy(development, any)).toEqual(['10.0.2.119', '10.0.0.0/16']);
    expect(reachedBy(manager, any)).toEqual(['internet', '192.168.0.0/24']);
  });

  test('3: the rule with the longer prefix decides, and takes a host from the group with the shorter one', () => {
    expect(reachedBy(development, host)).toEqual(['10.0.0.0/16']);
    expect(reachedBy(manager, host)).toEqual(['internet', '192.168.0.0/24', '10.0.2.119']);
  });

  test('4: a group keeps a network of which it is granted a part as well', () => {
    expect(reachedBy(engineering, smaller)).toEqual(['172.16.0.0/24', '172.16.0.128/25']);
    expect(reachedBy(development, smaller)).toEqual(['10.0.0.0/16']);
  });

  test('5: two groups may share any destination', () => {
    expect(reachedBy(engineering, second)).toEqual([
      'internet',
      '192.168.0.0/24',
      '172.16.0.0/24',
      '172.16.0.128/25',
    ]);
    expect(reachedBy(manager, second)).toEqual(['internet', '192.168.0.0/24', '10.0.2.119']);
  });

  test('6: a rule for one group takes its destination from those who had it by any destination', () => {
    expect(reachedBy(engineering, own)).toEqual(['internet', '172.16.0.0/24', '172.16.0.128/25']);
    expect(reachedBy(manager, own)).toEqual(['internet', '192.168.0.0/24', '10.0.2.119']);
  });

  test('7: all users for any destination reach what no other rule names', () => {
    const rules = [...own, ['0.0.0.0/0', null]] as const;

    expect(reachedBy('admin', rules)).toEqual(['internet']);
    expect(reachedBy(development, rules)).toEqual(['internet', '10.0.0.0/16']);
    expect(reachedBy(engineering, rules)).toEqual(['internet', '172.16.0.0/24', '172.16.0.128/25']);
  });
});

// https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/ad-group-auth-rules.html
test('CV2 rules for groups in any order: 0.0.0.0/0 is evaluated last', () => {
  const facts = [
    vpc('Vpc', '10.1.0.0/16'),
    subnet('Subnet', 'Vpc', '10.1.0.0/24', { routeTable: 'Table' }),
    routeTable('Table', 'Vpc', { '0.0.0.0/0': 'Igw' }),
    internetGateway('Igw', 'Vpc'),
    open('Group', 'Vpc'),
    instance('Own', 'Subnet', { securityGroups: ['Group'] }),
    ...clientVpn('Vpn', 'Vpc', ['Subnet'], {
      routes: [['0.0.0.0/0', 'Subnet']],
      authorized: [
        ['10.1.0.0/16', 'Group 1'],
        ['0.0.0.0/0', 'Group 1'],
        ['0.0.0.0/0', 'Group 2'],
        ['0.0.0.0/0', 'Group 3'],
        ['172.131.0.0/16', 'Group 2'],
      ],
    }),
  ];
  const reaches = (group: string, to: string): boolean =>
    fromClient(facts, to === 'Own' ? to : { address: to }, { group }).verdict === 'reachable';

  expect(['Group 1', 'Group 2', 'Group 3'].filter((group) => reaches(group, 'Own'))).toEqual(['Group 1']);
  expect(['Group 1', 'Group 2', 'Group 3'].filter((group) => reaches(group, '172.131.0.1'))).toEqual([
    'Group 2',
  ]);
  expect(reaches('Group 3', '8.8.8.8')).toBe(true);
});

/** Two subnets in two zones, in a VPC of its own with a way to the internet. */
const twoZones = (rows: ClientVpnRows): readonly Fact[] => [
  vpc('Vpc', '10.0.0.0/16'),
  subnet('A', 'Vpc', '10.0.0.0/24', { routeTable: 'Table' }),
  subnet('B', 'Vpc', '10.0.1.0/24', { routeTable: 'Table', zone: `${region}c` }),
  routeTable('Table', 'Vpc', { '0.0.0.0/0': 'Igw' }),
  internetGateway('Igw', 'Vpc'),
  open('Group', 'Vpc'),
  instance('Own', 'A', { securityGroups: ['Group'] }),
  ...clientVpn('Vpn', 'Vpc', ['A', 'B'], { authorized: [['0.0.0.0/0', null]], ...rows }),
];

// https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/intermittent-access.html
test('CV1 access to the internet needs a route for each associated subnet', () => {
  const one = fromClient(twoZones({ routes: [['0.0.0.0/0', 'A']] }), { internet: true });
  const both = fromClient(
    twoZones({
      routes: [
        ['0.0.0.0/0', 'A'],
        ['0.0.0.0/0', 'B'],
      ],
    }),
    { internet: true },
  );

  expect(one).toMatchObject({ verdict: 'blocked', blockedBy: [{ resource: 'Vpn', code: 'no-route' }] });
  expect(both).toMatchObject({ verdict: 'reachable', forward: { disposition: 'exits-to-internet' } });
});

// https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/split-traffic.html
test('CV1 traffic cannot be split between subnets: each route serves those who have landed on its subnet', () => {
  const facts = twoZones({ routes: [['172.31.0.0/16', 'B']] });

  const { blockedBy, forward } = fromClient(facts, { address: '172.31.0.1' });

  expect(blockedBy[0]).toMatchObject({ resource: 'Vpn', code: 'no-route' });
  expect(forward.steps.at(-1)?.lost).toMatchObject([{ row: '172.31.0.0/16 → B' }]);
  expect(fromClient(facts, 'Own').verdict).toBe('reachable');
});

// https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/scenario-internet.html
test('CV1 access to the internet: a route of the endpoint, a rule, and a subnet that is public', () => {
  const rows: ClientVpnRows = {
    routes: [
      ['0.0.0.0/0', 'A'],
      ['0.0.0.0/0', 'B'],
    ],
  };
  const closed = twoZones(rows).map((fact) => (fact.by === 'Table' ? routeTable('Table', 'Vpc') : fact));

  expect(fromClient(twoZones(rows), { address: '198.51.100.7' }).verdict).toBe('reachable');
  expect(fromClient(closed, { address: '198.51.100.7' }).blockedBy[0]).toMatchObject({
    resource: 'Table',
    code: 'no-route',
  });
  expect(
    fromClient(twoZones({ ...rows, authorized: [['10.0.0.0/16', null]] }), { internet: true }),
  ).toMatchObject({
    verdict: 'blocked',
    blockedBy: [{ resource: 'Vpn', row: null, code: 'not-authorized' }],
  });
});

// https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/scenario-vpc.html
test('CV1 access to a VPC: a rule for it, and a resource that lets the associated subnet or its group in', () => {
  const facts = (rows: ClientVpnRows, peer: string): readonly Fact[] => [
    ...twoZones(rows),
    securityGroup('ByBlock', 'Vpc', { in: [allow('tcp', 443, peer)] }),
    instance('Resource', 'B', { securityGroups: ['ByBlock'] }),
  ];

  expect(fromClient(facts({ authorized: [['10.0.0.0/16', null]] }, '10.0.0.0/16'), 'Resource').verdict).toBe(
    'reachable',
  );
  expect(fromClient(facts({ authorized: [['10.0.0.0/24', null]] }, '10.0.0.0/16'), 'Resource').verdict).toBe(
    'blocked',
  );
  // Clients land on either subnet.
  expect(fromClient(facts({}, '10.0.0.0/24'), 'Resource').verdict).toBe('blocked');
});

// https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/scenario-peered.html
test('CV1 access to a peered VPC: a route and a rule of the endpoint, and routes on both sides of the peering', () => {
  const facts = (back: Readonly<Record<string, string>>, rows: ClientVpnRows): readonly Fact[] => [
    ...twoZones(rows).filter(({ by }) => by !== 'Table'),
    routeTable('Table', 'Vpc', { '10.9.0.0/16': 'Peering' }),
    peering('Peering', 'Vpc', 'Peer'),
    vpc('Peer', '10.9.0.0/16'),
    subnet('PeerSubnet', 'Peer', '10.9.0.0/24', { routeTable: 'PeerTable' }),
    routeTable('PeerTable', 'Peer', back),
    open('PeerGroup', 'Peer'),
    instance('Far', 'PeerSubnet', { securityGroups: ['PeerGroup'] }),
  ];
  const routes = [
    ['10.9.0.0/16', 'A'],
    ['10.9.0.0/16', 'B'],
  ] as const;
  const back = { '10.0.0.0/16': 'Peering' };

  expect(fromClient(facts(back, { routes }), 'Far').verdict).toBe('reachable');
  expect(fromClient(facts({}, { routes }), 'Far').blockedBy[0]).toMatchObject({ resource: 'PeerTable' });
  expect(fromClient(facts(back, {}), 'Far').blockedBy[0]).toMatchObject({
    resource: 'Vpn',
    code: 'no-route',
  });
  expect(
    fromClient(facts(back, { routes, authorized: [['10.0.0.0/16', null]] }), 'Far').blockedBy[0],
  ).toMatchObject({ resource: 'Vpn', code: 'not-authorized' });
});

// https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/scenario-onprem.html
test('CV1 access to a network on premises: the same, over the VPN connection of the VPC', () => {
  const facts = (propagatesTo: readonly string[], rows: ClientVpnRows): readonly Fact[] => [
    ...twoZones(rows),
    vpnGateway('Vgw', 'Vpc', { propagatesTo }),
    customerGateway('Cgw'),
    vpnConnection('Connection', 'Vgw', 'Cgw', ['192.168.0.0/16']),
    site('Office', '192.168.0.0/16', 'Cgw'),
  ];
  const routes = [
    ['192.168.0.0/16', 'A'],
    ['192.168.0.0/16', 'B'],
  ] as const;

  expect(fromClient(facts(['Table'], { routes }), 'Office')).toMatchObject({
    verdict: 'reachable',
    forward: { disposition: 'exits-to-on-premises' },
  });
  expect(fromClient(facts([], { routes }), 'Office').verdict).toBe('blocked');
  expect(fromClient(facts(['Table'], {}), 'Office').blockedBy[0]).toMatchObject({
    resource: 'Vpn',
    code: 'no-route',
  });
  expect(fromClient(facts(['Table'], { routes }), 'Vpn', { from: { resource: 'Office' } }).verdict).toBe(
    'blocked',
  );
});

// https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/scenario-client-to-client.html
test('CV1 clients reach one another by a local route and a rule for their own block', () => {
  const rules = [
    ['10.0.0.0/16', null],
    ['172.20.0.0/22', null],
  ] as const;
  const local = [['172.20.0.0/22', null]] as const;

  expect(fromClient(twoZones({ routes: local, authorized: rules }), 'Vpn').verdict).toBe('reachable');
  expect(fromClient(twoZones({ authorized: rules }), 'Vpn').blockedBy[0]?.code).toBe('no-route');
  expect(
    fromClient(twoZones({ routes: local, authorized: [['10.0.0.0/16', null]] }), 'Vpn').blockedBy[0]?.code,
  ).toBe('not-authorized');
});

// https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/scenario-restrict.html
test('CV1 a resource may admit the security group of the endpoint, and nobody else', () => {
  const facts = [
    ...twoZones({ securityGroups: ['VpnGroup'] }),
    securityGroup('VpnGroup', 'Vpc'),
    securityGroup('Restricted', 'Vpc', { in: [allow('tcp', 443, { ref: 'VpnGroup' })] }),
    instance('Database', 'B', { securityGroups: ['Restricted'] }),
    instance('Stranger', 'B', { securityGroups: ['Group'] }),
  ];

  expect(fromClient(facts, 'Database').verdict).toBe('reachable');
  expect(fromClient(facts, 'Database', { from: { resource: 'Stranger' } }).verdict).toBe('blocked');
});

// https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/no-internet-access.html
test('GE4 clients reach S3 over a gateway endpoint on the table of their subnet', () => {
  const facts = [
    vpc('Vpc'),
    subnet('A', 'Vpc', '10.0.0.0/24', { routeTable: 'Table' }),
    routeTable('Table', 'Vpc'),
    gatewayEndpoint('S3Endpoint', 'Vpc', 's3', ['Table']),
    ...clientVpn('Vpn', 'Vpc', ['A'], {
      routes: [['0.0.0.0/0', 'A']],
      authorized: [['0.0.0.0/0', null]],
    }),
  ];

  expect(fromClient(facts, { service: 's3' })).toMatchObject({
    verdict: 'reachable',
    forward: { disposition: 'exits-to-service' },
  });
});
