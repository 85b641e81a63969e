import { describe, expect, test } from 'vitest';
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
  unknown,
  vpc,
} from '../../testing/facts';
import { traceOf } from '../../testing/traceOf';
import type { Fact } from './facts';
import { compileNetwork } from './network';

const s3 = `com.amazonaws.${region}.s3`;

function routeSteps(facts: readonly Fact[], ...question: Parameters<typeof flow>) {
  return traceOf(facts, ...question).forward.steps.filter(({ what }) => what === 'route');
}

/** A public subnet with a web server. */
const publicSide = [
  vpc('Vpc'),
  internetGateway('Igw', 'Vpc'),
  subnet('Public', 'Vpc', '10.0.0.0/24', { routeTable: 'Table' }),
  instance('Web', 'Public', { publicIpv4: true }),
];

// https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html
describe('RT1 one table decides for a subnet', () => {
  test('a subnet that names no table uses the main one', () => {
    const network = compileNetwork([
      vpc('Vpc'),
      subnet('A', 'Vpc', '10.0.0.0/24'),
      routeTable('Main', 'Vpc', {}, { main: true }),
      routeTable('Other', 'Vpc'),
    ]);

    expect(network.routeTableOf('A')).toBe('Main');
    expect(network.subnetsOf('Main')).toEqual(['A']);
    expect(network.subnetsOf('Other')).toEqual([]);
  });

  test('a gateway endpoint on the main table does nothing for a subnet with its own', () => {
    const facts = [
      vpc('Vpc'),
      subnet('A', 'Vpc', '10.0.0.0/24', { routeTable: 'Own' }),
      routeTable('Main', 'Vpc', {}, { main: true }),
      routeTable('Own', 'Vpc'),
      gatewayEndpoint('S3', 'Vpc', 's3', ['Main']),
      instance('App', 'A'),
    ];

    expect(traceOf(facts, 'App', { service: 's3' })).toMatchObject({
      verdict: 'blocked',
      blockedBy: [{ resource: 'Own', row: null, code: 'no-route', analyzerCode: 'NO_ROUTE_TO_DESTINATION' }],
    });
  });

  test('a main table that nobody drew is blamed on the VPC', () => {
    const facts = [vpc('Vpc'), subnet('A', 'Vpc', '10.0.0.0/24'), instance('App', 'A')];

    expect(traceOf(facts, 'App', 'internet').blockedBy[0]).toMatchObject({
      resource: 'Vpc',
      row: 'main route table',
      code: 'no-route',
    });
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
describe('RT2 the longest prefix wins', () => {
  test('whatever the order of the rows, and the loser says why it lost', () => {
    const rows = { '0.0.0.0/0': 'Igw', '8.8.0.0/16': null };
    const reversed = Object.fromEntries(Object.entries(rows).reverse());

    for (const routes of [rows, reversed]) {
      const facts = [...publicSide, routeTable('Table', 'Vpc', routes)];
      const trace = traceOf(facts, 'Web', { address: '8.8.8.8' });
      expect(trace.blockedBy[0]).toMatchObject({
        code: 'blackhole',
        resource: 'Table',
        rowKey: '8.8.0.0/16',
      });
      expect(trace.forward.steps.at(-1)?.lost).toEqual([
        {
          row: '0.0.0.0/0 → Igw',
          because: expect.objectContaining({ en: '8.8.0.0/16 → — is more specific' }),
          analyzerCode: 'MORE_SPECIFIC_ROUTE',
          leadsTo: 'Igw',
        },
      ]);
    }
  });

  test('0.0.0.0/0 never covers IPv6', () => {
    const facts = [
      vpc('Vpc', '10.0.0.0/16', { ipv6: 'assigned' }),
      internetGateway('Igw', 'Vpc'),
      subnet('Public', 'Vpc', '10.0.0.0/24', { routeTable: 'Table', ipv6: 0 }),
      routeTable('Table', 'Vpc', { '0.0.0.0/0': 'Igw' }),
      instance('Web', 'Public', { publicIpv4: true, ipv6: true }),
    ];

    expect(traceOf(facts, 'Web', { address: '2001:4860:4860::8888' }).blockedBy[0]).toMatchObject({
      code: 'no-route',
      resource: 'Table',
    });
    expect(traceOf(facts, 'Web', { address: '8.8.8.8' }).verdict).toBe('reachable');
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
describe('RT3 ties', () => {
  test('two rows with one destination and different targets: which of them AWS refuses is not known', () => {
    const routes = {
      first: { destination: '0.0.0.0/0', target: 'Igw' },
      second: { destination: '0.0.0.0/0', target: null },
    };
    const facts = [...publicSide, routeTable('Table', 'Vpc', {}, { routes })];

    expect(traceOf(facts, 'Web', 'internet').verdict).toBe('unknown');
  });

  test('GE3 a row for the very prefix list of an endpoint on the table: which of them AWS refuses is not known', () => {
    // https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html
    const facts = [
      ...publicSide,
      routeTable('Table', 'Vpc', { [s3]: 'Igw' }),
      gatewayEndpoint('S3', 'Vpc', 's3', ['Table']),
    ];
    const [step] = routeSteps(facts, 'Web', { service: 's3' });

    expect(traceOf(facts, 'Web', { service: 's3' }).verdict).toBe('unknown');
    expect(step?.lost?.[0]).toMatchObject({
      row: `pl:${s3} → S3`,
      because: { en: `pl:${s3} → Igw has priority` },
    });
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html
describe('RT5 the local route', () => {
  test('covers every block of the VPC, IPv6 too', () => {
    const network = compileNetwork([
      vpc('Vpc', '10.0.0.0/16', { blocks: ['10.0.0.0/16', '100.64.0.0/16'], ipv6: '2001:db8:1::/56' }),
      routeTable('Table', 'Vpc'),
    ]);

    expect(network.routesOf('Table').map(({ destination, state }) => [destination, state])).toEqual([
      ['10.0.0.0/16', 'local'],
      ['100.64.0.0/16', 'local'],
      ['2001:db8:1::/56', 'local'],
    ]);
  });

  test('its place can be taken by a NAT gateway, not by an internet gateway', () => {
    const tables = [
      routeTable('ByNat', 'Vpc', { '10.0.0.0/16': 'Nat' }),
      routeTable('ByIgw', 'Vpc', { '10.0.0.0/16': 'Igw' }),
    ];
    const network = compileNetwork([...publicSide, ...tables, natGateway('Nat', 'Public')]);

    expect(network.routesOf('ByNat')[0]).toMatchObject({ state: 'local', beatenBy: '10.0.0.0/16' });
    expect(network.routesOf('ByIgw')[1]).toMatchObject({ target: 'Igw', beatenBy: '10.0.0.0/16' });
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html
describe('RT6 routes inside the VPC’s own block', () => {
  const inside = (destination: string, target: string) => [
    vpc('Vpc'),
    internetGateway('Igw', 'Vpc'),
    subnet('A', 'Vpc', '10.0.0.0/24', { routeTable: 'Table' }),
    subnet('B', 'Vpc', '10.0.1.0/24'),
    subnet('C', 'Vpc', '10.0.2.0/24'),
    routeTable('Table', 'Vpc', { [destination]: target }),
    instance('App', 'A'),
    instance('Db', 'B'),
    instance('Firewall', 'C'),
  ];

  test('a whole subnet to an interface is accepted and beats the local route', () => {
    const trace = traceOf(inside('10.0.1.0/24', 'Firewall'), 'App', 'Db');

    expect(trace.blockedBy[0]).toMatchObject({
      resource: 'Firewall',
      code: 'gateway-rejects',
      analyzerCode: 'ENI_SOURCE_DEST_CHECK_RESTRICTION',
    });
  });

  test.each([
    ['10.0.1.0/25', 'Firewall'],
    ['10.0.1.0/24', 'Igw'],
  ])('%s → %s is not accepted, so the local route decides', (destination, target) => {
    const trace = traceOf(inside(destination, target), 'App', 'Db');

    expect(trace.forward.steps.find(({ what }) => what === 'route')).toMatchObject({
      because: { row: '10.0.0.0/16 → local' },
      lost: [{ row: `${destination} → ${target}` }],
    });
    expect(trace.verdict).toBe('reachable');
  });
});

test('RT8 a route to the addresses AWS keeps for itself is not accepted', () => {
  // https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html
  const facts = [...publicSide, routeTable('Table', 'Vpc', { '169.254.168.0/24': 'Igw' })];

  expect(traceOf(facts, 'Web', { address: '169.254.168.7' }).blockedBy[0]).toMatchObject({
    code: 'no-route',
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html
describe('RT10 a blackhole drops, and never falls through to a shorter prefix', () => {
  test.each([
    ['a target that is gone', null, [], 'BAD_STATE_ROUTE'],
    ['a detached internet gateway', 'Loose', [internetGateway('Loose', null)], 'BAD_STATE_ROUTE'],
    [
      'an internet gateway of another VPC',
      'Foreign',
      [vpc('Vpc2', '10.9.0.0/16'), internetGateway('Foreign', 'Vpc2')],
      'BAD_STATE_ROUTE',
    ],
    [
      'a NAT gateway of another VPC',
      'Nat',
      [vpc('Vpc2', '10.9.0.0/16'), subnet('B', 'Vpc2', '10.9.0.0/24'), natGateway('Nat', 'B')],
      'NGW_REQUIRES_SOURCE_IN_VPC',
    ],
  ])('%s', (_, target, more, analyzerCode) => {
    const facts = [
      ...publicSide,
      ...more,
      routeTable('Table', 'Vpc', { '0.0.0.0/0': 'Igw', '8.0.0.0/8': target }),
    ];

    expect(traceOf(facts, 'Web', { address: '8.8.8.8' }).blockedBy[0]).toMatchObject({
      resource: 'Table',
      row: `8.0.0.0/8 → ${target ?? '—'}`,
      field: 'routes',
      code: 'blackhole',
      analyzerCode,
    });
    expect(compileNetwork(facts).routesOf('Table').at(-1)?.state).toBe('blackhole');
  });
});

test('RT11 within a subnet neither routes nor network ACLs are asked', () => {
  // https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
  const facts = [vpc('Vpc'), subnet('A', 'Vpc', '10.0.0.0/24'), instance('One', 'A'), instance('Two', 'A')];

  expect(traceOf(facts, 'One', 'Two').forward.steps.map(({ what }) => what)).toEqual([
    'security-group',
    'security-group',
    'deliver',
  ]);
});

describe('what is not known', () => {
  test('a target that a parameter decides makes the verdict unknown', () => {
    const facts = [...publicSide, routeTable('Table', 'Vpc', { '0.0.0.0/0': unknown })];

    expect(traceOf(facts, 'Web', 'internet')).toMatchObject({
      verdict: 'unknown',
      forward: { disposition: 'unknown' },
      blockedBy: [],
      unknowns: [unknown.unknown],
    });
  });

  test('it does not matter where another row decides', () => {
    const routes = {
      default: { destination: '0.0.0.0/0', target: 'Igw' },
      other: { destination: '192.168.0.0/16', target: unknown },
    };
    const facts = [...publicSide, routeTable('Table', 'Vpc', {}, { routes })];

    expect(traceOf(facts, 'Web', 'internet').verdict).toBe('reachable');
  });

  test('a route with an unknown destination is assumed not to cover the internet where another does', () => {
    const routes = {
      default: { destination: '0.0.0.0/0', target: 'Igw' },
      other: { destination: unknown, target: null },
    };
    const facts = [...publicSide, routeTable('Table', 'Vpc', {}, { routes })];

    const trace = traceOf(facts, 'Web', 'internet');

    expect(trace.verdict).toBe('reachable');
    expect(trace.unknowns).toHaveLength(1);
  });

  // https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html
  test.each([
    ['lost inside the VPC where it leads to what AWS accepts no such route to', 'Igw', []],
    [
      'assumed to lead elsewhere inside the VPC where its target is not known',
      unknown,
      ['10.0.1.0/24 is assumed not to be covered by the route ? → ?'],
    ],
  ])('RT6 a route with an unknown destination is %s', (_, target, assumed) => {
    const facts = [
      ...publicSide,
      routeTable('Table', 'Vpc', {}, { routes: { row: { destination: unknown, target } } }),
      subnet('Other', 'Vpc', '10.0.1.0/24'),
      instance('Db', 'Other', { securityGroups: ['Open'] }),
      securityGroup('Open', 'Vpc', { in: [allow('any', null, '10.0.0.0/8')] }),
    ];

    const trace = traceOf(facts, 'Web', 'Db');

    expect(trace.verdict).toBe('reachable');
    expect(trace.unknowns.map(({ en }) => en)).toEqual(assumed);
  });

  test('a route to a resource that is not modelled is unknown, not silently green', () => {
    const facts = [...publicSide, routeTable('Table', 'Vpc', { '0.0.0.0/0': 'TransitGateway' })];

    expect(traceOf(facts, 'Web', 'internet').verdict).toBe('unknown');
  });

  test('a certain block behind an unknown hop is still a block', () => {
    const facts = [
      vpc('Vpc'),
      vpc('Vpc2', '10.1.0.0/16'),
      subnet('A', 'Vpc', '10.0.0.0/24', { routeTable: 'Table' }),
      subnet('B', 'Vpc2', '10.1.0.0/24'),
      routeTable('Table', 'Vpc', { '10.1.0.0/16': unknown }),
      instance('App', 'A'),
      // The default group lets only its own members in, and nobody of another VPC is one.
      instance('Db', 'B'),
    ];

    expect(traceOf(facts, 'App', 'Db')).toMatchObject({
      verdict: 'blocked',
      blockedBy: [{ code: 'denied-by-security-group', resource: 'Vpc2' }],
    });
  });
});
