import { describe, expect, test } from 'vitest';
import {
  aclRow,
  allow,
  instance,
  internetGateway,
  natGateway,
  networkAcl,
  routeTable,
  securityGroup,
  subnet,
  unknown,
  vpc,
} from '../../../testing/facts';
import { traceOf } from '../../../testing/traceOf';
import type { AclRow, Fact, RouteRow } from '../facts';

const everything = [allow('any', null, '0.0.0.0/0')];

/** A client behind a private NAT gateway, in a VPC without an internet gateway unless one is added. */
function privately(natRoutes: Readonly<Record<string, RouteRow['target']>>): Fact[] {
  return [
    vpc('Vpc'),
    subnet('Inner', 'Vpc', '10.0.1.0/24', { routeTable: 'InnerTable' }),
    subnet('NatSubnet', 'Vpc', '10.0.2.0/24', { routeTable: 'NatTable', networkAcl: 'NatAcl' }),
    routeTable('InnerTable', 'Vpc', { '192.168.0.0/16': 'Nat', '0.0.0.0/0': 'Nat' }),
    routeTable('NatTable', 'Vpc', natRoutes),
    natGateway('Nat', 'NatSubnet', { connectivity: 'private', elasticIp: false }),
    securityGroup('Clients', 'Vpc'),
    instance('App', 'Inner', { securityGroups: ['Clients'] }),
  ];
}

// https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
describe('NG6 a private NAT gateway', () => {
  test('needs neither an Elastic IP address nor an internet gateway, and hands on by its subnet’s table', () => {
    const trace = traceOf(privately({ '192.168.0.0/16': unknown }), 'App', { address: '192.168.1.9' });

    expect(trace.verdict).toBe('unknown');
    expect(trace.forward.steps.find(({ what }) => what === 'translate')).toMatchObject({
      at: 'Nat',
      packet: { source: '10.0.2.0/24', sourcePorts: [1024, 65535] },
    });
    expect(traceOf(privately({}), 'App', { address: '192.168.1.9' }).blockedBy[0]).toMatchObject({
      resource: 'NatTable',
      at: 'NatSubnet',
      code: 'no-route',
    });
  });

  test('sends with its private address, which an internet gateway drops', () => {
    const facts = [...privately({ '0.0.0.0/0': 'Igw' }), internetGateway('Igw', 'Vpc')];

    expect(traceOf(facts, 'App', 'internet').blockedBy[0]).toMatchObject({
      resource: 'Nat',
      code: 'no-public-address',
      analyzerCode: 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS',
    });
  });

  test('has the address that the other side sees, and not that of the client', () => {
    const target = (peer: string) => [
      ...privately({}).filter(({ by }) => by !== 'InnerTable'),
      routeTable('InnerTable', 'Vpc', { '10.0.3.0/24': 'Nat' }),
      subnet('Far', 'Vpc', '10.0.3.0/24'),
      securityGroup('Servers', 'Vpc', { in: [allow('tcp', 443, peer)] }),
      instance('Server', 'Far', { securityGroups: ['Servers'] }),
    ];

    expect(traceOf(target('10.0.2.0/24'), 'App', 'Server').verdict).toBe('reachable');
    expect(traceOf(target('10.0.1.0/24'), 'App', 'Server').blockedBy[0]).toMatchObject({
      resource: 'Servers',
      code: 'denied-by-security-group',
    });
  });
});

const publicly = (more: readonly Fact[] = []) => [
  vpc('Vpc'),
  internetGateway('Igw', 'Vpc'),
  subnet('Public', 'Vpc', '10.0.0.0/24', { routeTable: 'PublicTable', networkAcl: 'NatAcl' }),
  subnet('Private', 'Vpc', '10.0.1.0/24', { routeTable: 'PrivateTable' }),
  routeTable('PublicTable', 'Vpc', { '0.0.0.0/0': 'Igw' }),
  routeTable('PrivateTable', 'Vpc', { '0.0.0.0/0': 'Nat' }),
  natGateway('Nat', 'Public'),
  instance('App', 'Private'),
  ...more,
];

// https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
describe('NG3 a NAT gateway serves its own VPC', () => {
  test('a table of another VPC leads nowhere with it', () => {
    const facts = publicly([
      vpc('Other', '10.9.0.0/16'),
      subnet('Elsewhere', 'Other', '10.9.0.0/24', { routeTable: 'OtherTable' }),
      routeTable('OtherTable', 'Other', { '0.0.0.0/0': 'Nat' }),
      instance('Guest', 'Elsewhere'),
    ]);

    expect(traceOf(facts, 'Guest', 'internet').blockedBy[0]).toMatchObject({
      resource: 'OtherTable',
      row: '0.0.0.0/0 → Nat',
      code: 'blackhole',
    });
    expect(traceOf(facts, 'App', 'internet').verdict).toBe('reachable');
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html
describe('NG4 nobody can begin a connection to a NAT gateway', () => {
  const nat = (address?: string) => ({ resource: 'Nat', ...(address === undefined ? {} : { address }) });

  test.each(['icmp', 'tcp', 'udp'] as const)('%s from inside and from outside is dropped', (protocol) => {
    for (const [from, to] of [
      ['internet', nat('public')],
      ['internet', nat()],
      ['App', nat()],
      ['App', nat('public')],
    ] as const)
      expect(traceOf(publicly(), from, to, { protocol, port: null }).blockedBy[0]).toMatchObject({
        resource: 'Nat',
        code: 'translation-refused',
        direction: 'forward',
      });
  });

  test('a neighbour in its own subnet is dropped too', () => {
    const facts = publicly([instance('Neighbour', 'Public')]);

    expect(traceOf(facts, 'Neighbour', 'Nat', { protocol: 'icmp', port: null }).blockedBy[0]).toMatchObject({
      resource: 'Nat',
      code: 'translation-refused',
    });
  });

  test('a private one has no public address to send to', () => {
    expect(traceOf(privately({}), 'internet', nat('public')).blockedBy[0]).toMatchObject({
      resource: 'Nat',
      code: 'no-public-address',
    });
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html
describe('NA4 how often the network ACL of a NAT gateway’s subnet is asked', () => {
  const looks = (facts: readonly Fact[], from: string, protocol: 'tcp' | 'icmp' = 'tcp') => {
    const trace = traceOf(facts, from, 'internet', { protocol, port: protocol === 'tcp' ? 443 : null });
    return {
      verdict: trace.verdict,
      asked: [...trace.forward.steps, ...(trace.return?.steps ?? [])]
        .filter(({ at, what }) => at === 'Public' && what === 'network-acl')
        .map(({ direction, because }) => `${direction} ${because.row}`),
    };
  };
  const acl = (inbound: readonly AclRow[], outbound: readonly AclRow[]) =>
    networkAcl('NatAcl', 'Vpc', { in: inbound, out: outbound });

  test('twice by a client in the same subnet, which meets it at no border', () => {
    const facts = publicly([
      acl([aclRow(100, 'allow', 'tcp', [1024, 65535])], [aclRow(100, 'allow', 'tcp', 443)]),
      instance('Neighbour', 'Public'),
      routeTable('PublicTable', 'Vpc', { '0.0.0.0/0': 'Igw', '203.0.113.0/24': 'Nat' }),
    ]).filter((fact, index, all) => all.findLastIndex(({ by }) => by === fact.by) === index);
    const trace = traceOf(facts, 'Neighbour', { address: '203.0.113.9' });

    // Its own table sends the NAT gateway's packets back to it.
    expect(trace.blockedBy[0]).toMatchObject({ code: 'loop' });
    expect(
      trace.forward.steps.filter(({ what, direction }) => what === 'network-acl' && direction === 'in'),
    ).toEqual([]);
  });

  test('four times by a ping: its echo in and out, its answer in and out', () => {
    const facts = publicly([
      acl(
        [aclRow(100, 'allow', 'icmp', [8, -1]), aclRow(110, 'allow', 'icmp', [0, -1])],
        [aclRow(100, 'allow', 'icmp', [8, -1]), aclRow(110, 'allow', 'icmp', [0, -1])],
      ),
    ]);

    expect(looks(facts, 'App', 'icmp')).toEqual({
      verdict: 'reachable',
      asked: ['in ingress rule 100', 'out egress rule 100', 'in ingress rule 110', 'out egress rule 110'],
    });
  });

  test('each time by the addresses that the packet has there', () => {
    const rows = (client: string) =>
      acl(
        [aclRow(100, 'allow', 'tcp', 443, client), aclRow(110, 'allow', 'tcp', [1024, 65535])],
        [aclRow(100, 'allow', 'tcp', 443), aclRow(110, 'allow', 'tcp', [32768, 65535], client)],
      );

    expect(looks(publicly([rows('10.0.1.0/24')]), 'App').verdict).toBe('reachable');
    // The NAT gateway's own addresses are not what it sees of the client.
    expect(looks(publicly([rows('10.0.0.0/24')]), 'App').verdict).toBe('blocked');
  });
});

test('NG1 a security group on the NAT gateway is none: only those of the client and the network ACLs decide', () => {
  // https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
  const trace = traceOf(publicly([securityGroup('Any', 'Vpc', { in: everything })]), 'App', 'internet');

  expect(
    [...trace.forward.steps, ...(trace.return?.steps ?? [])]
      .filter(({ what }) => what === 'security-group')
      .map(({ at, direction }) => [at, direction]),
  ).toEqual([['App', 'out']]);
});
