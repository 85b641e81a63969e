import { describe, expect, test } from 'vitest';
import {
  aclRow,
  allow,
  gatewayEndpoint,
  instance,
  interfaceEndpoint,
  internetGateway,
  natGateway,
  networkAcl,
  peering,
  routeTable,
  securityGroup,
  subnet,
  unknown,
  vpc,
} from '../../../testing/facts';
import { traceOf } from '../../../testing/traceOf';
import type { Fact, GroupRow, PeeringFact, RouteRow } from '../facts';
import { compileNetwork } from '../network';

type Routes = Readonly<Record<string, RouteRow['target']>>;

/** A VPC with one subnet, its own table and one instance whose group lets everything in. */
function site(letter: string, block: string, routes: Routes, more: readonly Fact[] = []): Fact[] {
  return [
    vpc(`Vpc${letter}`, block),
    subnet(`Subnet${letter}`, `Vpc${letter}`, block.replace('.0.0/16', '.0.0/24'), {
      routeTable: `Table${letter}`,
    }),
    routeTable(`Table${letter}`, `Vpc${letter}`, routes),
    securityGroup(`Group${letter}`, `Vpc${letter}`, { in: [allow('any', null, '0.0.0.0/0')] }),
    instance(`Host${letter}`, `Subnet${letter}`, { securityGroups: [`Group${letter}`] }),
    ...more,
  ];
}

const toB = { '10.1.0.0/16': 'Peering' };
const toA = { '10.0.0.0/16': 'Peering' };

function two(routesA: Routes = toB, routesB: Routes = toA, more: Partial<PeeringFact> = {}): Fact[] {
  return [
    ...site('A', '10.0.0.0/16', routesA),
    ...site('B', '10.1.0.0/16', routesB),
    peering('Peering', 'VpcA', 'VpcB', more),
  ];
}

// https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html
describe('PX1 a peering needs a route on both sides', () => {
  test('with both, packets pass in both directions, whoever asked for the connection', () => {
    const facts = two();

    expect(traceOf(facts, 'HostA', 'HostB').verdict).toBe('reachable');
    expect(traceOf(facts, 'HostB', 'HostA').verdict).toBe('reachable');
    expect(traceOf(facts, 'HostA', 'HostB').forward.steps).toContainEqual(
      expect.objectContaining({ at: 'Peering', what: 'gateway', direction: 'out', verdict: 'pass' }),
    );
  });

  test('without the first, the source’s table is at fault', () => {
    expect(traceOf(two({}, toA), 'HostA', 'HostB').blockedBy).toMatchObject([
      { resource: 'TableA', code: 'no-route', direction: 'forward', analyzerCode: 'NO_ROUTE_TO_DESTINATION' },
    ]);
  });

  test('without the second, the reply has no way back', () => {
    const trace = traceOf(two(toB, {}), 'HostA', 'HostB');

    expect(trace.forward.disposition).toBe('delivered');
    expect(trace.blockedBy).toMatchObject([{ resource: 'TableB', code: 'no-route', direction: 'return' }]);
  });

  test('a route to one address serves that address only', () => {
    const facts = [
      ...two({ '10.1.0.7/32': 'Peering' }),
      instance('Seven', 'SubnetB', { privateIpv4: '10.1.0.7', securityGroups: ['GroupB'] }),
      instance('Eight', 'SubnetB', { privateIpv4: '10.1.0.8', securityGroups: ['GroupB'] }),
    ];

    expect(traceOf(facts, 'HostA', 'Seven').verdict).toBe('reachable');
    expect(traceOf(facts, 'HostA', 'Eight').blockedBy[0]).toMatchObject({
      resource: 'TableA',
      code: 'no-route',
    });
  });

  test('a plain address of the peer is reached as its owner is', () => {
    const facts = [
      ...two(),
      instance('Seven', 'SubnetB', { privateIpv4: '10.1.0.7', securityGroups: ['GroupB'] }),
    ];

    expect(traceOf(facts, 'HostA', { address: '10.1.0.7' }).verdict).toBe('reachable');
    expect(traceOf(facts, 'HostA', { address: '10.1.0.3' }).verdict).toBe('blocked');
  });

  test('the filters of both subnets and of both interfaces look at it', () => {
    const facts = [
      ...two().map((fact) =>
        fact.fact === 'subnet' && fact.by === 'SubnetB' ? { ...fact, networkAcl: 'AclB' } : fact,
      ),
      networkAcl('AclB', 'VpcB', {
        in: [aclRow(100, 'allow')],
        out: [aclRow(90, 'deny', 'tcp', [1024, 65535], '10.0.0.0/16'), aclRow(100, 'allow')],
      }),
    ];

    expect(traceOf(facts, 'HostA', 'HostB').blockedBy).toMatchObject([
      { resource: 'AclB', code: 'denied-by-network-acl', direction: 'return' },
    ]);
  });
});

test('PX1 IPv6 passes between blocks of both VPCs, where the routes are for IPv6', () => {
  // https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html
  const dual = (routes: Routes): Fact[] =>
    two(routes, { '2001:db8:a::/56': 'Peering' }).map((fact): Fact => {
      if (fact.fact === 'network')
        return { ...fact, ipv6: fact.by === 'VpcA' ? '2001:db8:a::/56' : '2001:db8:b::/56' };
      if (fact.fact === 'subnet')
        return { ...fact, ipv6: fact.by === 'SubnetA' ? '2001:db8:a::/64' : '2001:db8:b::/64' };
      if (fact.fact === 'interface') return { ...fact, ipv6: true };
      if (fact.fact === 'security-group') {
        const inbound = { all: allow('any', null, '::/0') };
        return { ...fact, inbound, outbound: { all: allow('any', null, '::/0') } };
      }
      return fact;
    });

  expect(traceOf(dual({ '2001:db8:b::/56': 'Peering' }), 'HostA', 'HostB')).toMatchObject({
    verdict: 'reachable',
    unknowns: [{ en: 'over IPv6 only: IPv4 is blocked' }],
  });
  expect(traceOf(dual({}), 'HostA', 'HostB').verdict).toBe('blocked');
});

// https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html#vpc-peering-limitations
describe('PX1 nothing passes through the peer', () => {
  test('to a third VPC: a peering is not transitive', () => {
    const facts = [
      ...site('A', '10.0.0.0/16', { '10.1.0.0/16': 'PeeringAB', '10.2.0.0/16': 'PeeringAB' }),
      ...site('B', '10.1.0.0/16', { '10.0.0.0/16': 'PeeringAB', '10.2.0.0/16': 'PeeringBC' }),
      ...site('C', '10.2.0.0/16', { '10.0.0.0/16': 'PeeringBC', '10.1.0.0/16': 'PeeringBC' }),
      peering('PeeringAB', 'VpcA', 'VpcB'),
      peering('PeeringBC', 'VpcB', 'VpcC'),
    ];

    expect(traceOf(facts, 'HostA', 'HostC').blockedBy[0]).toMatchObject({
      resource: 'TableA',
      row: '10.2.0.0/16 → PeeringAB',
      at: 'PeeringAB',
      code: 'gateway-rejects',
      analyzerCode: 'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR',
    });
    expect(traceOf(facts, 'HostB', 'HostC').verdict).toBe('reachable');
  });

  const behind = [
    ...site('A', '10.0.0.0/16', { '0.0.0.0/0': 'Peering' }),
    ...site('B', '10.1.0.0/16', { '10.0.0.0/16': 'Peering', '0.0.0.0/0': 'Igw' }),
    peering('Peering', 'VpcA', 'VpcB'),
    internetGateway('Igw', 'VpcB'),
  ];

  test('to the internet by the peer’s internet gateway', () => {
    expect(traceOf(behind, 'HostA', 'internet').blockedBy[0]).toMatchObject({
      resource: 'TableA',
      row: '0.0.0.0/0 → Peering',
      analyzerCode: 'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR',
    });
  });

  test('NG3 to the internet by the peer’s NAT gateway', () => {
    // https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
    const facts = [
      ...behind,
      natGateway('Nat', 'SubnetB'),
      subnet('Inner', 'VpcB', '10.1.1.0/24', { routeTable: 'InnerTable' }),
      routeTable('InnerTable', 'VpcB', { '0.0.0.0/0': 'Nat' }),
    ];

    expect(traceOf(facts, 'HostA', 'internet').blockedBy[0]).toMatchObject({
      resource: 'TableA',
      analyzerCode: 'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR',
    });
  });

  test('GE4 to S3 by the peer’s gateway endpoint', () => {
    // https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
    const facts = [...behind, gatewayEndpoint('S3', 'VpcB', 's3', ['TableB'])];

    expect(traceOf(facts, 'HostB', { service: 's3' }).verdict).toBe('reachable');
    expect(traceOf(facts, 'HostA', { service: 's3' }).blockedBy[0]).toMatchObject({
      resource: 'TableA',
      analyzerCode: 'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR',
    });
  });

  test('but an interface endpoint of the peer has an address there, and is reached', () => {
    // https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
    const facts = [
      ...two(),
      securityGroup('EndpointGroup', 'VpcB', { in: [allow('tcp', 443, '10.0.0.0/16')] }),
      ...interfaceEndpoint('Ssm', 'VpcB', 'ssm', ['SubnetB'], { securityGroups: ['EndpointGroup'] }),
    ];

    expect(traceOf(facts, 'HostA', 'Ssm').verdict).toBe('reachable');
  });
});

test('PX1 a reply that leaves by another peering goes astray, since nobody checks the way back', () => {
  // https://docs.aws.amazon.com/vpc/latest/peering/peering-configurations-partial-access.html#peering-incorrect-response-routing
  const facts = [
    ...site('A', '172.16.0.0/16', { '10.0.0.0/16': 'PeeringAC' }),
    ...site('B', '10.0.0.0/16', { '172.16.0.0/16': 'PeeringAB' }),
    ...site('C', '10.0.0.0/16', { '172.16.0.0/16': 'PeeringAC' }),
    peering('PeeringAB', 'VpcA', 'VpcB'),
    peering('PeeringAC', 'VpcA', 'VpcC'),
  ];

  expect(traceOf(facts, 'HostC', 'HostA').verdict).toBe('reachable');
  expect(traceOf(facts, 'HostB', 'HostA')).toMatchObject({
    verdict: 'blocked',
    forward: { disposition: 'delivered' },
    blockedBy: [
      { resource: 'TableA', row: '10.0.0.0/16 → PeeringAC', code: 'wrong-owner', direction: 'return' },
    ],
  });
});

// https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html#vpc-peering-limitations
describe('PX1 what AWS would not make carries nothing', () => {
  test('VPCs whose blocks overlap', () => {
    const facts = [
      ...site('A', '10.0.0.0/16', toB),
      ...site('B', '10.1.0.0/16', toA),
      peering('Peering', 'VpcA', 'VpcB'),
    ].map((fact) =>
      fact.fact === 'network' ? { ...fact, blocks: [...fact.blocks, '100.64.0.0/16'] } : fact,
    );

    expect(traceOf(facts, 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'Peering',
      field: 'accepter',
      code: 'cannot-be-created',
      says: {
        en: 'Peering cannot be created: 100.64.0.0/16 of VpcA overlaps 100.64.0.0/16 of VpcB',
      },
    });
    expect(compileNetwork(facts).routesOf('TableA')).toContainEqual(
      expect.objectContaining({ rowKey: '10.1.0.0/16', state: 'blackhole' }),
    );
  });

  test('a VPC peered with itself', () => {
    const facts = [
      ...site('A', '10.0.0.0/16', { '10.1.0.0/16': 'Peering' }),
      peering('Peering', 'VpcA', 'VpcA'),
    ];

    expect(traceOf(facts, 'HostA', { address: '10.1.0.1' }).blockedBy[0]).toMatchObject({
      resource: 'Peering',
      code: 'cannot-be-created',
    });
  });

  test('of two connections between the same VPCs AWS makes one, and nobody knows which', () => {
    expect(traceOf([...two(), peering('Second', 'VpcB', 'VpcA')], 'HostA', 'HostB').verdict).toBe('unknown');
  });
});

// https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html
describe('a request that nobody has accepted', () => {
  test('is a blackhole to routes, and to blame itself', () => {
    const facts = two(toB, toA, { accepted: false });

    expect(traceOf(facts, 'HostA', 'HostB').blockedBy).toMatchObject([
      { resource: 'Peering', field: 'accepted', code: 'not-accepted', direction: 'forward' },
    ]);
    expect(compileNetwork(facts).routesOf('TableA')).toContainEqual(
      expect.objectContaining({ rowKey: '10.1.0.0/16', state: 'blackhole' }),
    );
  });

  test('hides what is missing behind it from nobody', () => {
    expect(traceOf(two(toB, {}, { accepted: false }), 'HostA', 'HostB').blockedBy).toMatchObject([
      { resource: 'Peering', code: 'not-accepted' },
      { resource: 'TableB', code: 'no-route', direction: 'return' },
    ]);
  });

  test('leaves the answer open where nobody says whether it is accepted', () => {
    expect(traceOf(two(toB, toA, { accepted: unknown }), 'HostA', 'HostB').verdict).toBe('unknown');
    expect(traceOf(two(toB, {}, { accepted: unknown }), 'HostA', 'HostB').verdict).toBe('blocked');
  });
});

describe('a side that is not in the design', () => {
  test.each([
    ['another account’s', null],
    ['given by a parameter', unknown],
  ])('%s: where packets go is not known', (_, accepter) => {
    const facts = [...site('A', '10.0.0.0/16', toB), peering('Peering', 'VpcA', accepter)];

    expect(traceOf(facts, 'HostA', { address: '10.1.0.5' }).verdict).toBe('unknown');
  });

  test('whose blocks are not known may have any address', () => {
    const facts = [
      ...site('A', '10.0.0.0/16', { ...toB, '0.0.0.0/0': 'Peering' }),
      vpc('Elsewhere', '', { blocks: [unknown] }),
      peering('Peering', 'VpcA', 'Elsewhere'),
    ];

    expect(traceOf(facts, 'HostA', { address: '10.1.0.5' }).verdict).toBe('unknown');
    expect(traceOf(facts, 'HostA', 'internet').blockedBy[0]?.analyzerCode).toBe(
      'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR',
    );
  });
});

test('a route of a third VPC to a peering is a blackhole', () => {
  // https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html#route-tables-vpc-peering
  const facts = [...two(), ...site('C', '10.2.0.0/16', { '10.1.0.0/16': 'Peering' })];

  expect(traceOf(facts, 'HostC', 'HostB').blockedBy[0]).toMatchObject({
    resource: 'TableC',
    rowKey: '10.1.0.0/16',
    code: 'blackhole',
  });
});

// https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html
describe('SG2 groups of the peer', () => {
  const guarded = (
    inB: readonly GroupRow[],
    outA: readonly GroupRow[],
    more: Partial<PeeringFact> = {},
  ): Fact[] =>
    two(toB, toA, more).map((fact) => {
      if (fact.fact !== 'security-group') return fact;
      return fact.by === 'GroupA'
        ? securityGroup('GroupA', 'VpcA', { out: outA })
        : securityGroup('GroupB', 'VpcB', { in: inB });
    });
  const anywhere = [allow('any', null, '0.0.0.0/0')];
  const fromA = [allow('tcp', 443, { ref: 'GroupA' })];
  const toGroupB = [allow('tcp', 443, { ref: 'GroupB' })];

  test('may be named in one Region, inbound and outbound', () => {
    expect(traceOf(guarded(fromA, anywhere), 'HostA', 'HostB').verdict).toBe('reachable');
    expect(traceOf(guarded(anywhere, toGroupB), 'HostA', 'HostB').verdict).toBe('reachable');
    expect(traceOf(guarded(anywhere, toGroupB), 'HostA', { address: '10.1.0.9' }).verdict).toBe('blocked');
  });

  test('outbound, an address is known by whoever has it in the peer', () => {
    const facts = [
      ...guarded(anywhere, toGroupB),
      instance('Nine', 'SubnetB', { privateIpv4: '10.1.0.9', securityGroups: ['GroupB'] }),
    ];

    expect(traceOf(facts, 'HostA', { address: '10.1.0.9' }).verdict).toBe('reachable');
  });

  test('mean nothing across Regions', () => {
    const far = { accepterRegion: 'us-east-1' };

    expect(traceOf(guarded(anywhere, anywhere, far), 'HostA', 'HostB').verdict).toBe('reachable');
    expect(traceOf(guarded(fromA, anywhere, far), 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'GroupB',
      analyzerCode: 'SG_REFERENCES_NOT_PRESERVED',
    });
    expect(traceOf(guarded(anywhere, toGroupB, far), 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'GroupA',
      analyzerCode: 'SG_REFERENCES_NOT_PRESERVED',
    });
  });

  test('mean nothing across Regions that the boxes of the VPCs say either', () => {
    const facts = guarded(fromA, anywhere).map((fact) =>
      fact.fact === 'network' && fact.by === 'VpcB' ? { ...fact, region: 'us-east-1' } : fact,
    );

    expect(traceOf(facts, 'HostA', 'HostB').verdict).toBe('blocked');
  });

  test('may or may not be recognised where the Region is not known, which matters only to rules that name them', () => {
    const perhaps = { accepterRegion: unknown };

    expect(traceOf(guarded(fromA, anywhere, perhaps), 'HostA', 'HostB').verdict).toBe('unknown');
    expect(traceOf(guarded(anywhere, toGroupB, perhaps), 'HostA', 'HostB').verdict).toBe('unknown');
    expect(traceOf(guarded(anywhere, anywhere, perhaps), 'HostA', 'HostB').verdict).toBe('reachable');
  });

  test('that are not in the design admit nobody who is', () => {
    const stranger = [allow('tcp', 443, { ref: 'GroupOfTheirs' })];

    expect(traceOf(guarded(stranger, anywhere), 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'GroupB',
      analyzerCode: 'UNKNOWN_PEERED_SGS',
    });
  });

  test('of a VPC that stands elsewhere may have any of its addresses', () => {
    const facts = [
      ...site('A', '10.0.0.0/16', toB).filter(({ by }) => by !== 'GroupA'),
      securityGroup('GroupA', 'VpcA', { out: [allow('tcp', 443, { ref: 'FarGroup' })] }),
      vpc('Elsewhere', '', { blocks: [unknown] }),
      securityGroup('FarGroup', 'Elsewhere'),
      peering('Peering', 'VpcA', 'Elsewhere'),
    ];

    expect(traceOf(facts, 'HostA', { address: '10.1.0.5' }).verdict).toBe('unknown');
  });

  test('do not reach through a connection that is pending', () => {
    const trace = traceOf(guarded(anywhere, toGroupB, { accepted: false }), 'HostA', 'HostB');

    expect(trace.blockedBy.map(({ code }) => code)).toEqual(['denied-by-security-group', 'not-accepted']);
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html
describe('NG6 a NAT gateway in front of a peering', () => {
  const translated = (routesB: Routes): Fact[] => [
    ...site('A', '10.0.0.0/16', { '10.1.0.0/16': 'Nat' }),
    subnet('NatSubnet', 'VpcA', '10.0.9.0/24', { routeTable: 'NatTable' }),
    routeTable('NatTable', 'VpcA', { '10.1.0.0/16': 'Peering' }),
    natGateway('Nat', 'NatSubnet', { connectivity: 'private', elasticIp: false }),
    ...site('B', '10.1.0.0/16', routesB),
    peering('Peering', 'VpcA', 'VpcB'),
  ];

  test('the peer sees the private address of the NAT gateway', () => {
    const { forward } = traceOf(translated(toA), 'HostA', 'HostB');

    expect(forward.disposition).toBe('delivered');
    expect(forward.steps.at(-1)?.packet.source).toBe('10.0.9.0/24');
  });

  test('the reply returns to it without a route', () => {
    const trace = traceOf(translated({}), 'HostA', 'HostB');

    expect(trace.verdict).toBe('reachable');
    expect(trace.return?.steps).toContainEqual(
      expect.objectContaining({ at: 'Peering', direction: 'in', verdict: 'pass' }),
    );
    expect(traceOf(translated({}), 'HostB', 'HostA').verdict).toBe('blocked');
  });

  test('the network ACL of the peer’s subnet still looks at the reply', () => {
    const facts = [
      ...translated({}).map((fact) =>
        fact.fact === 'subnet' && fact.by === 'SubnetB' ? { ...fact, networkAcl: 'AclB' } : fact,
      ),
      networkAcl('AclB', 'VpcB', { out: [aclRow(100, 'allow', 'tcp', 443)] }),
    ];

    expect(traceOf(facts, 'HostA', 'HostB').blockedBy[0]).toMatchObject({
      resource: 'AclB',
      direction: 'return',
    });
  });
});
