import { describe, expect, test } from 'vitest';
import {
  allow,
  egressOnlyGateway,
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
import type { Fact, RouteRow, SubnetFact } from './facts';
import { compileNetwork } from './network';

const both = [allow('any', null, '0.0.0.0/0'), allow('any', null, '::/0')];

/** A client, a server and a firewall, each in its own subnet; the client's table has one row. */
function inside(destination: string, target: RouteRow['target'], server: Partial<SubnetFact> = {}): Fact[] {
  return [
    vpc('Vpc', '10.0.0.0/16', { ipv6: '2001:db8::/56' }),
    internetGateway('Igw', 'Vpc'),
    routeTable('Public', 'Vpc', { '0.0.0.0/0': 'Igw' }),
    routeTable('Table', 'Vpc', { [destination]: target }),
    subnet('A', 'Vpc', '10.0.0.0/24', { routeTable: 'Table', ipv6: '2001:db8::/64' }),
    subnet('B', 'Vpc', '10.0.1.0/24', { ipv6: '2001:db8:0:1::/64', ...server }),
    subnet('C', 'Vpc', '10.0.2.0/24', { routeTable: 'Public' }),
    securityGroup('Open', 'Vpc', { in: both, out: both }),
    securityGroup('Clients', 'Vpc', { out: both }),
    securityGroup('ByGroup', 'Vpc', { in: [allow('tcp', 443, { ref: 'Clients' })] }),
    instance('App', 'A', { securityGroups: ['Clients'] }),
    instance('Six', 'A', { ipv6: true, securityGroups: ['Clients'] }),
    instance('Db', 'B', { securityGroups: ['Open'] }),
    instance('Db6', 'B', { ipv6: true, securityGroups: ['Open'] }),
    instance('Guarded', 'B', { securityGroups: ['ByGroup'] }),
    instance('Firewall', 'C', { sourceDestinationCheck: false, securityGroups: ['Open'] }),
    natGateway('Nat', 'C'),
  ];
}

const deciding = (facts: readonly Fact[], to: Parameters<typeof flow>[1] = 'Db', from = 'App') =>
  traceOf(facts, from, to).forward.steps.find(({ what }) => what === 'route')?.because.row;

// https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html
describe('RT6 a row more specific than the local route', () => {
  test('that leads to a NAT gateway has its packets come with the NAT gateway’s address', () => {
    const facts = inside('10.0.1.0/24', 'Nat');

    expect(deciding(facts)).toBe('10.0.1.0/24 → Nat');
    expect(traceOf(facts, 'App', 'Db').verdict).toBe('reachable');
    // Whom the group names is no longer known behind the translation.
    expect(traceOf(facts, 'App', 'Guarded').blockedBy[0]).toMatchObject({
      resource: 'ByGroup',
      analyzerCode: 'SG_REFERENCES_NOT_PRESERVED',
    });
    expect(traceOf(inside('10.0.3.0/24', 'Nat'), 'App', 'Guarded').verdict).toBe('reachable');
  });

  test('that leads to an appliance is followed, and what the appliance does nobody can say', () => {
    expect(deciding(inside('10.0.1.0/24', 'Firewall'))).toBe('10.0.1.0/24 → Firewall');
    expect(traceOf(inside('10.0.1.0/24', 'Firewall'), 'App', 'Db').verdict).toBe('unknown');
  });

  test('is accepted for the whole IPv6 block of a subnet too', () => {
    const db = { resource: 'Db6', address: '2001:db8:0:1::9' } as const;

    expect(deciding(inside('2001:db8:0:1::/64', 'Firewall'), db, 'Six')).toBe('2001:db8:0:1::/64 → Firewall');
    expect(deciding(inside('2001:db8:0:1::/80', 'Firewall'), db, 'Six')).toBe('2001:db8::/56 → local');
    expect(deciding(inside('2001:db8:0:1::/64', 'Igw'), db, 'Six')).toBe('2001:db8::/56 → local');
  });

  test('whose target is gone is a blackhole where AWS would have accepted it, and nothing elsewhere', () => {
    expect(traceOf(inside('10.0.1.0/24', null), 'App', 'Db').blockedBy[0]).toMatchObject({
      resource: 'Table',
      code: 'blackhole',
    });
    expect(traceOf(inside('10.0.1.0/25', null), 'App', 'Db').verdict).toBe('reachable');
  });

  test('whose target is not known decides nothing where no target would be accepted', () => {
    expect(traceOf(inside('10.0.1.0/24', unknown), 'App', 'Db').verdict).toBe('unknown');
    expect(traceOf(inside('10.0.1.0/24', 'Endpoint'), 'App', 'Db').verdict).toBe('unknown');
    expect(traceOf(inside('10.0.1.0/25', unknown), 'App', 'Db').verdict).toBe('reachable');
  });

  test('may be about a subnet whose block is not known', () => {
    const hidden = (destination: string, target: RouteRow['target']) =>
      traceOf(inside(destination, target, { block: unknown }), 'App', { address: '10.0.1.9' }).unknowns;

    expect(hidden('10.0.1.0/24', 'Firewall')).toContainEqual(unknown.unknown);
    expect(deciding(inside('10.0.1.0/24', 'Igw', { block: unknown }), { address: '10.0.1.9' })).toBe(
      '10.0.0.0/16 → local',
    );
  });

  test('is not accepted for a subnet that AWS would not create', () => {
    const facts = [...inside('10.0.2.128/25', 'Firewall'), subnet('Z', 'Vpc', '10.0.2.128/25')];

    expect(deciding(facts, 'Firewall')).toBe('10.0.0.0/16 → local');
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html
describe('RT8, OT2 the addresses that AWS keeps for its own services', () => {
  test.each([
    ['169.254.168.0/22', '169.254.168.7'],
    ['169.254.170.0/24', '169.254.170.2'],
  ])('have no route of their own: %s', (destination, address) => {
    const facts = [...inside(destination, 'Firewall')];

    expect(traceOf(facts, 'App', { address }).blockedBy[0]).toMatchObject({
      resource: 'Table',
      code: 'no-route',
    });
    expect(compileNetwork(facts).routesOf('Table').at(-1)?.state).toBe('blackhole');
  });

  test.each([
    ['169.254.0.0/16', '169.254.168.7'],
    ['0.0.0.0/0', '169.254.170.2'],
    ['fd00::/8', 'fd00:ec2::254'],
  ])('are not reached by a wider one: %s', (destination, address) => {
    const facts = inside(destination, 'Firewall');

    expect(traceOf(facts, address.includes(':') ? 'Six' : 'App', { address }).blockedBy).toMatchObject([
      { resource: null, code: 'no-route', analyzerCode: 'NO_ROUTE_TO_DESTINATION' },
    ]);
  });

  test('while their neighbours are', () => {
    expect(traceOf(inside('169.254.0.0/16', 'Firewall'), 'App', { address: '169.254.172.1' }).verdict).toBe(
      'unknown',
    );
    expect(traceOf(inside('fd00::/8', 'Firewall'), 'Six', { address: 'fd00:ec3::1' }).verdict).toBe(
      'unknown',
    );
  });
});

// https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html
describe('RT12 targets of routes', () => {
  const s3 = `com.amazonaws.${region}.s3`;
  const network = compileNetwork([
    ...inside('10.0.0.0/16', 'Firewall'),
    egressOnlyGateway('Eigw', 'Vpc'),
    routeTable('Mixed', 'Vpc', {
      '0.0.0.0/0': 'Igw',
      '::/0': 'Eigw',
      '8.0.0.0/8': 'Nat',
      '9.0.0.0/8': 'Firewall',
    }),
    routeTable('Wrong', 'Vpc', { '0.0.0.0/0': 'Eigw', '9.0.0.0/8': 'Vpc' }),
    gatewayEndpoint('S3', 'Vpc', 's3', ['Mixed']),
  ]);
  const states = (table: string) =>
    network
      .routesOf(table)
      .filter(({ state }) => state !== 'local')
      .map(({ destination, state }) => [destination, state]);

  test('internet gateways, NAT gateways, instances and endpoints are ones', () => {
    expect(states('Mixed')).toEqual([
      ['0.0.0.0/0', 'active'],
      ['::/0', 'active'],
      ['8.0.0.0/8', 'active'],
      ['9.0.0.0/8', 'active'],
      [`pl:${s3}`, 'active'],
    ]);
  });

  test('an egress-only internet gateway is none for IPv4, and what is no target at all is unknown', () => {
    expect(states('Wrong')).toEqual([
      ['0.0.0.0/0', 'blackhole'],
      ['9.0.0.0/8', 'unknown'],
    ]);
  });

  test('an instance as a target takes the packets that are its own, by its primary interface', () => {
    expect(traceOf(inside('10.0.2.0/24', 'Firewall'), 'App', 'Firewall').verdict).toBe('reachable');
  });
});
