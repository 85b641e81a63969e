import { describe, expect, test } from 'vitest';
import {
  allow,
  egressOnlyGateway,
  instance,
  interfaceEndpoint,
  internetGateway,
  natGateway,
  region,
  routeTable,
  securityGroup,
  subnet,
  unknown,
  vpc,
} from '../../testing/facts';
import { traceOf } from '../../testing/traceOf';
import type { Fact, NetworkFact, SubnetFact } from './facts';
import { compileNetwork } from './network';

/** What is blamed first for the traffic of two instances of one subnet, which is the given one. */
function blame(facts: readonly Fact[], inSubnet = 'A') {
  const trace = traceOf([...facts, instance('One', inSubnet), instance('Two', inSubnet)], 'One', 'Two');
  const [block] = trace.blockedBy;
  return block === undefined ? trace.verdict : { ...block, says: block.says.en };
}

const withBlocks = (blocks: NetworkFact['blocks'], more: Partial<NetworkFact> = {}): NetworkFact => ({
  ...vpc('Vpc'),
  blocks,
  ...more,
});

// https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
describe('a VPC that AWS would refuse to create carries no traffic', () => {
  test.each([
    ['10.0.0.0/33', '“10.0.0.0/33” is not an IPv4 CIDR block'],
    ['2001:db8::/56', '“2001:db8::/56” is not an IPv4 CIDR block'],
    ['', 'it has no IPv4 CIDR block'],
    ['10.0.0.0/8', 'AWS takes CIDR blocks of /16 to /28, not 10.0.0.0/8'],
    ['10.0.0.0/29', 'AWS takes CIDR blocks of /16 to /28, not 10.0.0.0/29'],
    ['169.254.0.0/16', '169.254.0.0/16 lies in 169.254.0.0/16 (link-local addresses)'],
  ])('with the block “%s”', (block, why) => {
    expect(blame([vpc('Vpc', block), subnet('A', 'Vpc', '10.0.0.0/28')])).toMatchObject({
      resource: 'Vpc',
      field: 'cidr',
      at: 'One',
      code: 'cannot-be-created',
      analyzerCode: 'BAD_STATE',
      says: `Vpc cannot be created: ${why}`,
    });
  });

  test('while one whose block is not known, or has an allowed size, does', () => {
    for (const block of ['10.0.0.0/16', '10.0.0.0/28', '100.64.0.0/16', '52.0.0.0/16'])
      expect(blame([vpc('Vpc', block), subnet('A', 'Vpc', block)])).toBe('reachable');
    expect(blame([withBlocks([unknown]), subnet('A', 'Vpc', '10.0.0.0/24')])).toBe('reachable');
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
describe('a secondary block that AWS does not add', () => {
  test.each([
    ['10.0.0.0/20', '10.0.0.0/16', 'it overlaps the block 10.0.0.0/20 of the same VPC'],
    ['10.0.0.0/20', '192.168.0.0/16', 'it is of 192.168.0.0/16, and the primary block of 10.0.0.0/8'],
    ['10.0.0.0/20', '127.0.0.0/16', '127.0.0.0/16 lies in 127.0.0.0/8 (loopback)'],
    ['10.0.0.0/20', '10.64.0.0/12', 'AWS takes CIDR blocks of /16 to /28, not 10.64.0.0/12'],
  ])('beside %s: %s', (primary, secondary, why) => {
    const inside = `${secondary.split('.').slice(0, 2).join('.')}.200.0/24`;
    const facts = [
      withBlocks([primary, secondary], { blockRows: ['extra'] }),
      subnet('A', 'Vpc', inside),
      subnet('B', 'Vpc', '10.0.1.0/24'),
    ];

    expect(blame(facts)).toMatchObject({
      resource: 'Vpc',
      row: secondary,
      field: 'secondaryCidrs',
      rowKey: 'extra',
      code: 'cannot-be-created',
      says: `Vpc cannot have the secondary CIDR block ${secondary}: ${why}`,
    });
    // What lies in the primary block comes to be all the same.
    expect(blame(facts, 'B')).toBe('reachable');
  });

  test('has no local route', () => {
    const facts = [
      withBlocks(['10.0.0.0/20', '10.0.0.0/16'], { blockRows: ['extra'] }),
      routeTable('Table', 'Vpc'),
    ];

    expect(
      compileNetwork(facts)
        .routesOf('Table')
        .map(({ destination }) => destination),
    ).toEqual(['10.0.0.0/20']);
  });

  test('that is not known refuses nothing', () => {
    expect(blame([withBlocks(['10.0.0.0/20', unknown]), subnet('A', 'Vpc', '10.9.0.0/24')])).toBe(
      'reachable',
    );
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
describe('a subnet that AWS would refuse to create carries no traffic', () => {
  const blameSubnet = (block: SubnetFact['block'], more: Partial<SubnetFact> = {}) =>
    blame([vpc('Vpc'), subnet('A', 'Vpc', '10.0.1.0/24', { ...more, block })]);

  test.each([
    ['10.1.0.0/24', 'its CIDR block 10.1.0.0/24 is not inside Vpc (10.0.0.0/16)'],
    ['10.0.0.0/12', 'AWS takes CIDR blocks of /16 to /28, not 10.0.0.0/12'],
    ['10.0.1.0/29', 'AWS takes CIDR blocks of /16 to /28, not 10.0.1.0/29'],
    ['10.0.1.0', '“10.0.1.0” is not an IPv4 CIDR block'],
    ['', 'it has no IPv4 CIDR block'],
  ])('with the block “%s”', (block, why) => {
    expect(blameSubnet(block)).toMatchObject({
      resource: 'A',
      field: 'cidr',
      at: 'One',
      code: 'cannot-be-created',
      says: `A cannot be created: ${why}`,
    });
  });

  test('while one whose block is not known does', () => {
    expect(blameSubnet(unknown)).toBe('reachable');
  });

  test('of two that overlap, the one that comes later in the diagram is refused, whatever they are called', () => {
    const two = (first: string, second: string) => [
      vpc('Vpc'),
      subnet(second, 'Vpc', '10.0.1.0/24', { order: 'b' }),
      subnet(first, 'Vpc', '10.0.0.0/23', { order: 'a' }),
    ];

    for (const [first, second] of [
      ['A', 'B'],
      ['B', 'A'],
    ] as const) {
      expect(blame(two(first, second), second)).toMatchObject({
        resource: second,
        field: 'cidr',
        code: 'cannot-be-created',
        says: `${second} cannot be created: its CIDR block 10.0.1.0/24 overlaps that of ${first} (10.0.0.0/23)`,
      });
      expect(blame(two(first, second), first)).toBe('reachable');
    }
  });

  test('one that is refused for another reason is in nobody’s way, nor is one of another VPC', () => {
    const facts = [
      vpc('Vpc'),
      vpc('Other'),
      subnet('Large', 'Vpc', '10.0.0.0/15', { order: 'a' }),
      subnet('Far', 'Other', '10.0.1.0/24', { order: 'b' }),
      subnet('A', 'Vpc', '10.0.1.0/24', { order: 'c' }),
    ];

    expect(blame(facts)).toBe('reachable');
  });

  test('with IPv6 addresses that its VPC does not have, or that another subnet has', () => {
    const ipv6 = (vpc6: NetworkFact['ipv6'], own: SubnetFact['ipv6']) =>
      blame([
        withBlocks(['10.0.0.0/16'], { ipv6: vpc6 }),
        subnet('Z', 'Vpc', '10.0.2.0/24', { ipv6: vpc6 === null ? null : 7, order: 'a' }),
        subnet('A', 'Vpc', '10.0.1.0/24', { ipv6: own, order: 'b' }),
      ]);
    const refused = { resource: 'A', field: 'ipv6', code: 'cannot-be-created' };

    expect(ipv6(null, 1)).toMatchObject(refused);
    expect(ipv6('assigned', 256)).toMatchObject(refused);
    expect(ipv6('assigned', 7)).toMatchObject(refused);
    expect(ipv6('2001:db8::/56', '2001:db9::/64')).toMatchObject(refused);
    expect(ipv6('assigned', 1)).toBe('reachable');
    expect(ipv6(unknown, 1)).toBe('reachable');
    expect(ipv6('assigned', unknown)).toBe('reachable');
  });
});

// https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
describe('an interface that AWS would refuse to create carries no traffic', () => {
  const network = [vpc('Vpc'), subnet('A', 'Vpc', '10.0.0.0/24'), subnet('B', 'Vpc', '10.0.1.0/24')];
  const first = (...question: Parameters<typeof traceOf>) => traceOf(...question).blockedBy[0];

  test('of two with one address, the one that comes later in the diagram is refused', () => {
    const facts = [
      ...network,
      instance('Client', 'B'),
      instance('One', 'A', { privateIpv4: '10.0.0.9', order: 'b' }),
      instance('Two', 'A', { privateIpv4: '10.0.0.9', order: 'a' }),
    ];

    expect(first(facts, 'Client', 'One')).toMatchObject({
      resource: 'One',
      field: 'privateIp',
      code: 'cannot-be-created',
    });
    expect(traceOf(facts, 'Client', 'Two').verdict).toBe('reachable');
    expect(traceOf(facts, 'Client', { address: '10.0.0.9' }).forward.steps.at(-1)?.at).toBe('Two');
  });

  test('one whose address is not in its subnet takes it from nobody', () => {
    const facts = [
      ...network,
      instance('Stray', 'B', { privateIpv4: '10.0.0.9', order: 'a' }),
      instance('One', 'A', { privateIpv4: '10.0.0.9', order: 'b' }),
      instance('Client', 'B'),
    ];

    expect(first(facts, 'Stray', 'One')).toMatchObject({ resource: 'Stray', field: 'privateIp' });
    expect(traceOf(facts, 'Client', 'One').verdict).toBe('reachable');
  });

  test('with an address that is none, or an IPv6 address that its subnet does not have', () => {
    const one = (more: Parameters<typeof instance>[2]) =>
      first([...network, instance('One', 'A', more), instance('Two', 'B')], 'Two', 'One');

    expect(one({ privateIpv4: '10.0.0' })).toMatchObject({ resource: 'One', field: 'privateIp' });
    expect(one({ ipv6: true })).toMatchObject({ resource: 'One', field: 'ipv6', code: 'cannot-be-created' });
    expect(one({ ipv6: unknown })).toBeUndefined();
  });

  test('a workload with one interface in a refused subnet is refused as a whole', () => {
    const facts = [
      ...network,
      subnet('Outside', 'Vpc', '10.9.0.0/24'),
      instance('Function', 'A'),
      instance('Function', 'Outside'),
      instance('Two', 'B'),
    ];

    expect(first(facts, 'Function', 'Two')).toMatchObject({ resource: 'Outside', at: 'Function' });
    expect(first(facts, 'Two', 'Function')).toMatchObject({ resource: 'Outside', at: 'Function' });
  });
});

describe('what depends on a refused subnet carries no traffic either', () => {
  const network = [
    vpc('Vpc'),
    internetGateway('Igw', 'Vpc'),
    routeTable('Public', 'Vpc', { '0.0.0.0/0': 'Igw' }),
    routeTable('Private', 'Vpc', { '0.0.0.0/0': 'Nat' }),
    subnet('Outside', 'Vpc', '10.9.0.0/24', { routeTable: 'Public' }),
    subnet('A', 'Vpc', '10.0.0.0/24', { routeTable: 'Private' }),
    instance('App', 'A'),
  ];
  const blamed = { resource: 'Outside', field: 'cidr', code: 'cannot-be-created', direction: 'forward' };

  test('a NAT gateway', () => {
    const facts = [...network, natGateway('Nat', 'Outside')];

    expect(traceOf(facts, 'App', 'internet').blockedBy[0]).toMatchObject({ ...blamed, at: 'Nat' });
    expect(traceOf(facts, 'Nat', 'internet').blockedBy[0]).toMatchObject({ ...blamed, at: 'Nat' });
  });

  test('an endpoint’s network interface', () => {
    const facts = [...network, ...interfaceEndpoint('Ssm', 'Vpc', 'ssm', ['Outside'])];

    expect(traceOf(facts, 'App', 'Ssm').blockedBy[0]).toMatchObject({ ...blamed, at: 'Ssm' });
    expect(traceOf(facts, 'App', { service: 'ssm' }).blockedBy[0]).toMatchObject({ ...blamed, at: 'Ssm' });
  });

  test('an instance with a public address', () => {
    const facts = [...network, instance('Web', 'Outside', { publicIpv4: true })];

    expect(traceOf(facts, 'internet', 'Web').blockedBy[0]).toMatchObject({ ...blamed, at: 'Web' });
  });

  test('an address in it', () => {
    const facts = [
      ...network,
      subnet('Twin', 'Vpc', '10.0.0.0/25', { order: 'z' }),
      subnet('Later', 'Vpc', '10.0.4.0/24', { ipv6: 1 }),
      instance('Web', 'Later'),
    ];

    expect(traceOf(facts, 'App', { address: '10.0.4.9' }).blockedBy[0]).toMatchObject({
      resource: 'Later',
      field: 'ipv6',
      code: 'cannot-be-created',
    });
    expect(traceOf(facts, { address: '10.0.4.9' }, 'App').blockedBy[0]).toMatchObject({
      resource: 'Later',
      code: 'cannot-be-created',
    });
    // The same addresses are those of the subnet that comes to be.
    expect(traceOf(facts, 'Web', { address: '10.0.0.9' }).blockedBy[0]?.resource).toBe('Later');
    expect(traceOf(facts, { address: '10.0.0.9' }, 'App').verdict).toBe('unknown');
  });

  test('and what stands behind it is still looked for', () => {
    const facts = [
      ...network,
      natGateway('Nat', 'Outside', { elasticIp: false }),
      routeTable('Public', 'Vpc', {}),
    ].filter((fact, index, all) => all.findLastIndex(({ by }) => by === fact.by) === index);

    expect(traceOf(facts, 'App', 'internet').blockedBy.map(({ code }) => code)).toEqual([
      'cannot-be-created',
      'no-route',
    ]);
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
describe('IG1, EI1 a second gateway of a VPC cannot be attached', () => {
  const facts = [
    vpc('Vpc', '10.0.0.0/16', { ipv6: 'assigned' }),
    { ...internetGateway('Second', 'Vpc'), order: 'b' },
    { ...internetGateway('Zero', 'Vpc'), order: 'a' },
    { ...egressOnlyGateway('SecondEgress', 'Vpc'), order: 'b' },
    { ...egressOnlyGateway('ZeroEgress', 'Vpc'), order: 'a' },
    routeTable('Table', 'Vpc', { '0.0.0.0/0': 'Second', '::/0': 'SecondEgress' }, { main: true }),
    subnet('A', 'Vpc', '10.0.0.0/24', { ipv6: 1 }),
    securityGroup('Open', 'Vpc', { in: [allow('any', null, '0.0.0.0/0')] }),
    instance('Web', 'A', { publicIpv4: true, securityGroups: ['Open'] }),
    instance('Six', 'A', { ipv6: true }),
  ];

  test('an internet gateway', () => {
    expect(traceOf(facts, 'Web', 'internet').blockedBy[0]).toMatchObject({
      resource: 'Second',
      code: 'cannot-be-created',
    });
    expect(traceOf(facts, 'internet', 'Web').forward.steps[0]).toMatchObject({ at: 'Zero' });
    expect(traceOf(facts, 'internet', 'Web').blockedBy[0]).toMatchObject({
      resource: 'Second',
      direction: 'return',
    });
  });

  test('an egress-only internet gateway', () => {
    expect(traceOf(facts, 'Six', { internet: true, address: '2001:db8::1' }).blockedBy[0]).toMatchObject({
      resource: 'SecondEgress',
      code: 'cannot-be-created',
    });
  });
});

test('a design of many overlapping subnets and doubled gateways is compiled at once', () => {
  const many = Array.from({ length: 3000 }, (_, index) => index);
  const facts = [
    vpc('Vpc'),
    ...many.map((index) => subnet(`S${index}`, 'Vpc', '10.0.0.0/24', { zone: `${region}a` })),
    ...many.map((index) => internetGateway(`Igw${index}`, 'Vpc')),
    instance('One', 'S0'),
    instance('Two', 'S2999'),
  ];

  expect(traceOf(facts, 'One', 'Two').blockedBy[0]).toMatchObject({
    resource: 'S2999',
    code: 'cannot-be-created',
  });
});
