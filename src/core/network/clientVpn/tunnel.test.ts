import { describe, expect, test } from 'vitest';
import { clientVpn, fromClient, type ClientVpnRows } from '../../../testing/clientVpn';
import {
  aclRow,
  allow,
  flow,
  instance,
  internetGateway,
  natGateway,
  networkAcl,
  peering,
  region,
  routeTable,
  securityGroup,
  subnet,
  unknown,
  vpc,
} from '../../../testing/facts';
import type { Fact } from '../facts';
import { compileNetwork } from '../network';

const everyone = [allow('any', null, '0.0.0.0/0')];

/** A VPC with a server, whose group admits everybody, and one subnet with the endpoint. */
const design = (rows: ClientVpnRows = {}, ...more: readonly Fact[]): readonly Fact[] => [
  vpc('Vpc', '10.0.0.0/16'),
  subnet('VpnSubnet', 'Vpc', '10.0.0.0/24', { routeTable: 'VpnTable', networkAcl: null }),
  routeTable('VpnTable', 'Vpc'),
  subnet('ServerSubnet', 'Vpc', '10.0.1.0/24', { routeTable: 'ServerTable' }),
  routeTable('ServerTable', 'Vpc'),
  securityGroup('ServerGroup', 'Vpc', { in: everyone }),
  instance('Server', 'ServerSubnet', { securityGroups: ['ServerGroup'] }),
  ...clientVpn('Vpn', 'Vpc', ['VpnSubnet'], { authorized: [['10.0.0.0/16', null]], ...rows }),
  ...more,
];

/** The design with what one resource states replaced. */
const but = (facts: readonly Fact[], ...others: readonly Fact[]): readonly Fact[] => {
  const changed = new Set(others.map(({ by }) => by));
  return [...facts.filter(({ by }) => !changed.has(by)), ...others];
};

// https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/what-is-best-practices.html
describe('CV1: a client in the tunnel', () => {
  test('is authorized, routed, and appears in the VPC with an address of the associated subnet', () => {
    const { verdict, forward, return: back } = fromClient(design(), 'Server');

    expect(verdict).toBe('reachable');
    expect(forward.steps.map(({ what, because, packet }) => [what, because.row, packet.source])).toEqual([
      ['authorization', '10.0.0.0/16 → all users', '172.20.0.0/22'],
      ['route', 'Vpc → VpnSubnet', '172.20.0.0/22'],
      ['translate', null, '10.0.0.0/24'],
      ['security-group', 'default security group: egress rule 1', '10.0.0.0/24'],
      ['network-acl', 'default network ACL', '10.0.0.0/24'],
      ['route', expect.stringContaining('10.0.0.0/16'), '10.0.0.0/24'],
      ['network-acl', 'default network ACL', '10.0.0.0/24'],
      ['security-group', 'ingress rule 1', '10.0.0.0/24'],
      ['deliver', null, '10.0.0.0/24'],
    ]);
    expect(back?.steps.map(({ what, packet }) => [what, packet.destination]).slice(-2)).toEqual([
      ['translate', '172.20.0.0/22'],
      ['deliver', '172.20.0.0/22'],
    ]);
  });

  test('is not recognised by its own block: the server sees the associated subnet', () => {
    const admits = (block: string): readonly Fact[] =>
      but(design(), securityGroup('ServerGroup', 'Vpc', { in: [allow('tcp', 443, block)] }));

    expect(fromClient(admits('10.0.0.0/24'), 'Server').verdict).toBe('reachable');
    expect(fromClient(admits('172.20.0.0/22'), 'Server').blockedBy[0]).toMatchObject({
      resource: 'ServerGroup',
      code: 'denied-by-security-group',
    });
  });

  test('sends no more than the security groups of the endpoint let out', () => {
    const facts = [
      ...design({ securityGroups: ['VpnGroup'] }),
      securityGroup('VpnGroup', 'Vpc', { out: [allow('tcp', 22, '10.0.0.0/16')] }),
    ];

    expect(fromClient(facts, 'Server', { port: 22 }).verdict).toBe('reachable');
    expect(fromClient(facts, 'Server').blockedBy[0]).toMatchObject({
      resource: 'VpnGroup',
      code: 'denied-by-security-group',
      direction: 'forward',
    });
  });

  test('gets its replies through the network ACL of the associated subnet, on the ports of clients', () => {
    const withReplies = (from: number): readonly Fact[] =>
      but(
        design(),
        subnet('VpnSubnet', 'Vpc', '10.0.0.0/24', { routeTable: 'VpnTable', networkAcl: 'Acl' }),
        networkAcl('Acl', 'Vpc', { in: [aclRow(100, 'allow', 'tcp', [from, 65535])] }),
      );

    expect(fromClient(withReplies(32768), 'Server').verdict).toBe('reachable');
    expect(fromClient(withReplies(49152), 'Server').blockedBy[0]).toMatchObject({
      resource: 'Acl',
      code: 'denied-by-network-acl',
      direction: 'return',
    });
  });

  test('goes on to a peered VPC as an interface of its own VPC does', () => {
    const peered = (routes: NonNullable<ClientVpnRows['routes']>): readonly Fact[] =>
      but(
        design({ routes, authorized: [['0.0.0.0/0', null]] }),
        routeTable('VpnTable', 'Vpc', { '10.9.0.0/16': 'Peering' }),
        peering('Peering', 'Vpc', 'Peer'),
        vpc('Peer', '10.9.0.0/16'),
        subnet('PeerSubnet', 'Peer', '10.9.0.0/24', { routeTable: 'PeerTable' }),
        routeTable('PeerTable', 'Peer', { '10.0.0.0/16': 'Peering' }),
        securityGroup('PeerGroup', 'Peer', { in: everyone }),
        instance('Far', 'PeerSubnet', { securityGroups: ['PeerGroup'] }),
      );

    expect(fromClient(peered([['10.9.0.0/16', 'VpnSubnet']]), 'Far').verdict).toBe('reachable');
    expect(fromClient(peered([]), 'Far').blockedBy[0]).toMatchObject({ resource: 'Vpn', code: 'no-route' });
  });

  test('leaves by a NAT gateway where the associated subnet is private', () => {
    const facts = but(
      design({ routes: [['0.0.0.0/0', 'VpnSubnet']], authorized: [['0.0.0.0/0', null]] }),
      routeTable('VpnTable', 'Vpc', { '0.0.0.0/0': 'Nat' }),
      subnet('Public', 'Vpc', '10.0.2.0/24', { routeTable: 'PublicTable' }),
      routeTable('PublicTable', 'Vpc', { '0.0.0.0/0': 'Igw' }),
      internetGateway('Igw', 'Vpc'),
      natGateway('Nat', 'Public'),
    );

    const { verdict, forward } = fromClient(facts, { internet: true });

    expect(verdict).toBe('reachable');
    expect(forward.steps.map(({ at }) => at)).toContain('Nat');
  });
});

describe('CV1: what keeps clients out', () => {
  test('the first obstacle is the authorization that is missing, then the route', () => {
    const facts = design({ authorized: [] });

    const { verdict, blockedBy } = fromClient(facts, { address: '10.7.0.1' });

    expect(verdict).toBe('blocked');
    expect(blockedBy.slice(0, 2)).toMatchObject([
      { resource: 'Vpn', row: null, field: 'authorizations', code: 'not-authorized', analyzerCode: null },
      { resource: 'Vpn', field: 'routes', code: 'no-route' },
    ]);
  });

  test('a rule for a group does not admit a client of no group, and says for whom it is', () => {
    const facts = design({ authorized: [['10.0.0.0/16', 'Admins']] });

    const { blockedBy } = fromClient(facts, 'Server');

    expect(blockedBy[0]).toMatchObject({ row: '10.0.0.0/16 → Admins', rowKey: 'rule 1' });
    expect(blockedBy[0]?.says.en).toContain('it is for Admins, not for a client of no group');
    expect(fromClient(facts, 'Server', { group: 'Admins' }).verdict).toBe('reachable');
  });

  test('an endpoint without an associated subnet has no clients', () => {
    expect(
      fromClient([vpc('Vpc'), ...clientVpn('Vpn', 'Vpc', [])], { internet: true }).blockedBy[0],
    ).toMatchObject({
      resource: 'Vpn',
      field: 'associations',
      code: 'not-attached',
    });
  });

  test('nobody in the VPC can begin a connection to a client, nor send to the interface of the endpoint', () => {
    const network = compileNetwork(design());

    expect(network.trace(flow('Server', 'Vpn')).blockedBy[0]).toMatchObject({
      resource: 'Vpn',
      code: 'translation-refused',
    });
    expect(network.trace(flow('Server', { address: '172.20.0.5' })).blockedBy[0]?.code).toBe('no-route');
  });

  test('an address of a client is one of the client block', () => {
    const ask = (address: string) =>
      compileNetwork(design()).trace(flow('Server', 'Server', { from: { resource: 'Vpn', address } }));

    expect(ask('172.20.1.9').verdict).toBe('reachable');
    expect(ask('172.21.0.1').blockedBy[0]).toMatchObject({ resource: 'Vpn', code: 'no-such-host' });
    expect(ask('nonsense').blockedBy[0]?.code).toBe('no-such-host');
  });

  test.each([
    ['smaller than /22', { clientBlock: '172.20.0.0/23' }, 'clientCidr'],
    ['larger than /12', { clientBlock: '172.0.0.0/11' }, 'clientCidr'],
    ['none', { clientBlock: '' }, 'clientCidr'],
    ['no block', { clientBlock: 'clients' }, 'clientCidr'],
    ['over the VPC', { clientBlock: '10.0.0.0/20' }, 'clientCidr'],
    ['over a route', { routes: [['172.20.1.0/24', 'VpnSubnet']] }, 'clientCidr'],
  ] as const)('AWS refuses a client block that is %s', (_, rows, field) => {
    expect(fromClient(design(rows), 'Server').blockedBy[0]).toMatchObject({
      resource: 'Vpn',
      field,
      code: 'cannot-be-created',
    });
  });

  test('AWS refuses two subnets of one zone, and subnets of two VPCs', () => {
    const associated = (...subnets: readonly string[]): readonly Fact[] => [
      ...design().filter(({ by }) => by !== 'Vpn'),
      vpc('Elsewhere', '10.5.0.0/16'),
      subnet('Far', 'Elsewhere', '10.5.0.0/24', { zone: `${region}c` }),
      ...clientVpn('Vpn', null, subnets, { authorized: [['10.0.0.0/16', null]] }),
    ];

    for (const other of ['ServerSubnet', 'Far'])
      expect(fromClient(associated('VpnSubnet', other), 'Server').blockedBy[0], other).toMatchObject({
        code: 'cannot-be-created',
        field: 'associations',
        rowKey: `to ${other}`,
      });
    expect(fromClient(associated('VpnSubnet'), 'Server').verdict).toBe('reachable');
  });

  // https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-target.html
  test('AWS refuses a subnet smaller than /27', () => {
    const sized = (block: string): readonly Fact[] => [
      ...design().filter(({ by }) => by !== 'Vpn'),
      subnet('Sized', 'Vpc', block, { zone: `${region}c` }),
      ...clientVpn('Vpn', 'Vpc', ['Sized'], { authorized: [['10.0.0.0/16', null]] }),
    ];

    expect(fromClient(sized('10.0.9.0/28'), 'Server').blockedBy[0]).toMatchObject({
      code: 'cannot-be-created',
      field: 'associations',
      rowKey: 'to Sized',
    });
    expect(fromClient(sized('10.0.9.0/27'), 'Server').verdict).toBe('reachable');
  });
});

// https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/split-tunnel-vpn.html
describe('CV1: split tunnel', () => {
  test('what no route covers goes by the client’s own connection, which needs no rule', () => {
    const { verdict, forward, unknowns } = fromClient(design({ splitTunnel: true }), { service: 'sqs' });

    expect(verdict).toBe('reachable');
    expect(forward.disposition).toBe('exits-to-service');
    expect(forward.steps.map(({ what }) => what)).toEqual(['name-resolution', 'route', 'deliver']);
    expect(unknowns.map(({ en }) => en).join()).toContain('outside the VPN');
  });

  test('without split tunnel it is dropped', () => {
    expect(
      fromClient(design(), { service: 'sqs' })
        .blockedBy.map(({ code }) => code)
        .slice(0, 2),
    ).toEqual(['not-authorized', 'no-route']);
  });

  test('a default route takes all of it into the tunnel again', () => {
    const facts = design({ splitTunnel: true, routes: [['0.0.0.0/0', 'VpnSubnet']] });

    expect(fromClient(facts, { internet: true }).blockedBy[0]?.code).toBe('not-authorized');
  });

  test('a private address that no route covers is not to be found beside the tunnel', () => {
    const { verdict, blockedBy } = fromClient(
      design({ splitTunnel: true, authorized: [['0.0.0.0/0', null]] }),
      {
        address: '10.7.0.1',
      },
    );

    expect(verdict).toBe('blocked');
    expect(blockedBy[0]).toMatchObject({ resource: 'Vpn', code: 'no-route' });
  });

  test('where it is not known whether the tunnel is split, neither is whether the internet is reached', () => {
    const facts = design({ splitTunnel: unknown, authorized: [['0.0.0.0/0', null]] });

    expect(fromClient(facts, { internet: true }).verdict).toBe('unknown');
  });
});

describe('what is not known', () => {
  test.each([
    ['which group a rule is for', { authorized: [['10.0.0.0/16', unknown]] }],
    ['what a rule is for, where no other covers the destination', { authorized: [[unknown, null]] }],
    [
      'what a more specific rule for a group is for',
      {
        authorized: [
          ['10.0.0.0/16', null],
          [unknown, 'Admins'],
        ],
      },
    ],
    ['the transit gateway of the endpoint', { transitGateway: unknown }],
  ] as const)('%s', (_, rows) => {
    expect(fromClient(design(rows), 'Server').verdict).toBe('unknown');
  });

  test.each([
    [
      'a rule for all users, wherever it is for',
      {
        authorized: [
          ['10.0.0.0/16', null],
          [unknown, null],
        ],
      },
    ],
    ['the client block', { clientBlock: unknown }],
    ['a route through the subnet that the packet takes anyway', { routes: [[unknown, 'VpnSubnet']] }],
  ] as const)('%s changes nothing', (_, rows) => {
    expect(fromClient(design(rows), 'Server').verdict).toBe('reachable');
  });

  test('where the only route may lead, or through which subnet', () => {
    for (const route of [
      [unknown, 'VpnSubnet'],
      ['10.7.0.0/16', unknown],
    ] as const)
      expect(
        fromClient(design({ routes: [route], authorized: [['0.0.0.0/0', null]] }), { address: '10.7.0.1' })
          .verdict,
      ).toBe('unknown');
  });

  test('a subnet that is associated and not in the design', () => {
    const hidden: Fact = {
      ...instance('Vpn', 'VpnSubnet', { workload: false }),
      subnet: null,
      elsewhere: { en: 'which subnet is not known', ja: 'サブネットがわかりません' },
    };

    expect(fromClient([...design(), hidden], 'Server').verdict).toBe('unknown');
    expect(fromClient([...design({ authorized: [] }), hidden], 'Server').verdict).toBe('blocked');
  });

  test('a transit gateway instead of subnets', () => {
    const facts = [vpc('Vpc'), ...clientVpn('Vpn', null, [], { transitGateway: 'Hub' })];

    expect(fromClient(facts, { internet: true }).verdict).toBe('unknown');
  });
});

test.each(['__proto__', '', 'constructor', '::/0', '10.0.0.0/99', '999.0.0.0/8', '0.0.0.0/0', unknown])(
  'whatever stands in its rows, the engine answers: %j',
  (text) => {
    const facts = design({
      clientBlock: text,
      dnsServers: [text],
      routes: [
        [text, 'VpnSubnet'],
        [text, 'Nobody'],
        [text, null],
      ],
      authorized: [
        [text, null],
        [text, text],
      ],
    });
    const lost = [
      vpc('Vpc'),
      ...clientVpn('Vpn', 'Nowhere', ['Nobody', 'Vpn'], { transitGateway: 'Nobody' }),
    ];

    for (const each of [facts, lost])
      for (const to of [
        'Server',
        'Vpn',
        { internet: true },
        { service: 's3' },
        { dns: 'db.corp.internal' },
      ] as const)
        expect(['reachable', 'blocked', 'unknown']).toContain(
          fromClient(each, to, { group: '__proto__' }).verdict,
        );
  },
);
