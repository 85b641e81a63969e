import { describe, expect, test } from 'vitest';
import {
  allow,
  flow,
  gatewayEndpoint,
  hostedZone,
  instance,
  interfaceEndpoint,
  internetGateway,
  natGateway,
  routeTable,
  securityGroup,
  subnet,
  unknown,
  unmodelled,
  vpc,
} from '../../testing/facts';
import type { Fact } from './facts';
import { compileNetwork } from './network';

/** A public subnet with a web server, and a private one with a database that nothing leads out of. */
const design: readonly Fact[] = [
  vpc('Vpc'),
  internetGateway('Igw', 'Vpc'),
  routeTable('Public', 'Vpc', { '0.0.0.0/0': 'Igw' }),
  routeTable('Private', 'Vpc'),
  subnet('A', 'Vpc', '10.0.0.0/24', { routeTable: 'Public' }),
  subnet('B', 'Vpc', '10.0.1.0/24', { routeTable: 'Private' }),
  securityGroup('Open', 'Vpc', { in: [allow('any', null, '0.0.0.0/0')] }),
  instance('Web', 'A', { publicIpv4: true, securityGroups: ['Open'] }),
  instance('Db', 'B', { securityGroups: ['Open'] }),
  vpc('Vpc2', '10.9.0.0/16'),
  subnet('C', 'Vpc2', '10.9.0.0/24'),
  instance('Other', 'C'),
];

function trace(facts: readonly Fact[], ...question: Parameters<typeof flow>) {
  const { verdict, unknowns, ...rest } = compileNetwork([...design, ...facts]).trace(flow(...question));
  return { ...rest, verdict, says: unknowns.map(({ en }) => en) };
}

const told = 'X is not modelled';

describe('an assumption about a resource', () => {
  test.each(['Vpc', 'A', 'Public', 'Open', 'Igw', 'Web'])(
    'is told by a trace that touches %s, and does not change its verdict',
    (on) => {
      const facts = [unmodelled('X', on, 'assumed')];

      expect(trace(facts, 'Web', 'internet')).toMatchObject({ verdict: 'reachable', says: [told] });
    },
  );

  test.each(['Vpc2', 'C', 'Private', 'Other'])('is not told by a trace that does not touch %s', (on) => {
    expect(trace([unmodelled('X', on, 'assumed')], 'Web', 'internet').says).toEqual([]);
  });

  test('is told where the packet is stopped, too', () => {
    const facts = [unmodelled('X', 'Private', 'assumed')];

    expect(trace(facts, 'Db', 'internet')).toMatchObject({ verdict: 'blocked', says: [told] });
  });

  test('is told once, whatever the order of the facts', () => {
    const facts = [
      unmodelled('X', 'Vpc', 'assumed'),
      unmodelled('X', 'A', 'assumed'),
      unmodelled('A', 'Vpc', 'assumed'),
    ];

    expect(trace(facts, 'Web', 'internet').says).toEqual(['A is not modelled', told]);
    expect(trace([...facts].reverse(), 'Web', 'internet').says).toEqual(['A is not modelled', told]);
  });
});

describe('what may change a route table', () => {
  const facts = [unmodelled('X', 'Private', 'may-change'), unmodelled('X', 'Public', 'may-change')];

  test('makes unknown what no other row leads anywhere', () => {
    expect(trace(facts, 'Db', 'internet')).toMatchObject({ verdict: 'unknown', says: [told] });
  });

  test('is assumed to have no row for what a row covers already, on the internet and in the VPC', () => {
    const out = trace(facts, 'Web', 'internet');
    const inside = trace(facts, 'Web', 'Db');

    expect(out.verdict).toBe('reachable');
    expect(out.says).toEqual(['internet is assumed not to be covered by the route ? → X']);
    expect(inside.verdict).toBe('reachable');
    expect(inside.says).toContain('10.0.1.0/24 is assumed not to be covered by the route ? → X');
  });

  test('says nothing of other tables', () => {
    expect(trace([unmodelled('X', 'Private', 'may-change')], 'Web', 'internet').says).toEqual([]);
  });

  test('is an assumption where it is about anything else', () => {
    expect(trace([unmodelled('X', 'A', 'may-change')], 'Web', 'internet')).toMatchObject({
      verdict: 'reachable',
      says: [told],
    });
  });
});

test('routes that something else puts into a table make what nothing covers unknown, and never the VPC itself', () => {
  const facts = [unmodelled('X', 'Private', 'learnt-routes')];

  expect(trace(facts, 'Db', { address: '192.168.0.1' }).verdict).toBe('unknown');
  expect(trace(facts, 'Db', 'Web')).toMatchObject({ verdict: 'reachable', says: [] });
});

// https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html
describe('DN2 names that something else may answer', () => {
  const zone = (domain: string | null) => [unmodelled('X', 'Vpc', { is: 'names', domain })];

  test.each([
    ['db.example.com', 'example.com', 'unknown'],
    ['example.com', 'example.com', 'unknown'],
    ['notexample.com', 'example.com', 'reachable'],
    ['example.org', 'example.com', 'reachable'],
    ['example.org', '', 'unknown'],
  ])('%s in the domain “%s” is %s', (host, domain, verdict) => {
    expect(trace(zone(domain), 'Web', { dns: host }).verdict).toBe(verdict);
  });

  test('of a domain that is not known are assumed not to be asked', () => {
    expect(trace(zone(null), 'Web', { dns: 'db.example.com' })).toMatchObject({
      verdict: 'reachable',
      says: [told],
    });
  });

  test('of a domain that is not known are told of wherever a name is answered', () => {
    const endpoint = interfaceEndpoint('Sqs', 'Vpc', 'sqs', ['A'], { securityGroups: ['Open'] });

    const asked = trace([...zone(null), ...endpoint], 'Web', { service: 'sqs' });
    expect(asked).toMatchObject({ verdict: 'reachable', resolution: { by: 'Sqs' } });
    expect(asked.says).toContain(told);
    expect(trace(zone(null), 'Web', 'internet').says).toEqual([]);
  });

  test('are left to a zone of the design with a more specific domain', () => {
    const drawn = hostedZone('Zone', ['Vpc'], 'db.example.com', { 'db.example.com A': '10.0.1.5' });
    const database = instance('Fixed', 'B', { privateIpv4: '10.0.1.5', securityGroups: ['Open'] });
    const verdictOf = (domain: string) =>
      trace([...drawn, database, ...zone(domain)], 'Web', { dns: 'db.example.com' }).verdict;

    expect(verdictOf('example.com')).toBe('reachable');
    expect(verdictOf('db.example.com')).toBe('unknown');
  });

  test('may be those of AWS services', () => {
    expect(trace(zone('amazonaws.com'), 'Web', { service: 's3' }).verdict).toBe('unknown');
  });

  test('are those of one VPC', () => {
    expect(
      trace([unmodelled('X', 'Vpc2', { is: 'names', domain: '' })], 'Web', { service: 's3' }).verdict,
    ).toBe('reachable');
  });
});

describe('an internet gateway that is not drawn', () => {
  const without = design.filter(({ by }) => by !== 'Igw');
  const gateway = unmodelled('X', 'Vpc', 'internet-gateway');

  test('may let the internet in', () => {
    const facts = without.map((fact) =>
      fact.by === 'Public' ? routeTable('Public', 'Vpc', { '0.0.0.0/0': unknown }) : fact,
    );
    const query = flow('internet', 'Web');

    expect(compileNetwork(facts).trace(query).verdict).toBe('blocked');
    expect(compileNetwork([...facts, gateway]).trace(query).verdict).toBe('unknown');
  });

  test('may be what a NAT gateway needs', () => {
    const facts = [
      ...without.filter(({ by }) => by !== 'Private' && by !== 'Public'),
      routeTable('Public', 'Vpc', { '0.0.0.0/0': unknown }),
      routeTable('Private', 'Vpc', { '0.0.0.0/0': 'Nat' }),
      natGateway('Nat', 'A'),
    ];
    const query = flow('Db', 'internet');

    expect(compileNetwork(facts).trace(query).blockedBy[0]).toMatchObject({ code: 'cannot-be-created' });
    expect(compileNetwork([...facts, gateway]).trace(query).verdict).toBe('unknown');
  });

  test('does not matter where one is drawn', () => {
    expect(trace([gateway], 'internet', 'Web').verdict).toBe('reachable');
  });
});

describe('an interface of which something is said elsewhere', () => {
  test('may have a public address', () => {
    const facts = [
      instance('Plain', 'A', { securityGroups: ['Open'] }),
      unmodelled('X', 'Plain', 'public-address'),
    ];

    expect(trace(facts, 'Plain', 'internet').verdict).toBe('unknown');
    expect(trace(facts.slice(0, 1), 'Plain', 'internet').verdict).toBe('blocked');
  });

  test('has groups that are not known where it lists none', () => {
    const inGroups = (groups: readonly string[]) => [
      instance('App', 'B', { securityGroups: groups }),
      unmodelled('X', 'App', 'interface'),
    ];

    expect(trace(inGroups([]), 'Web', 'App').verdict).toBe('unknown');
    expect(trace(inGroups(['Open']), 'Web', 'App').verdict).toBe('reachable');
  });
});

test('a subnet with an IPv6 block from elsewhere makes flows over IPv6 unknown, not blocked', () => {
  const facts = [
    vpc('Vpc', '10.0.0.0/16', { ipv6: 'assigned' }),
    internetGateway('Igw', 'Vpc'),
    routeTable('Public', 'Vpc', { '::/0': 'Igw' }),
    subnet('A', 'Vpc', '10.0.0.0/24', { routeTable: 'Public' }),
    instance('Six', 'A', { ipv6: true, securityGroups: ['Open'] }),
    securityGroup('Open', 'Vpc', { out: [allow('any', null, '::/0')] }),
  ];
  const query = flow('Six', { address: '2001:4860:4860::8888' });

  expect(compileNetwork(facts).trace(query).verdict).toBe('blocked');
  expect(compileNetwork([...facts, unmodelled('X', 'A', 'ipv6')]).trace(query).verdict).toBe('unknown');
});

test('what names nothing of the design changes nothing', () => {
  const effects = ['assumed', 'may-change', 'learnt-routes', 'interface', 'ipv6'] as const;
  const facts = effects.map((effect) => unmodelled('X', 'Gone', effect));

  expect(
    trace([...facts, gatewayEndpoint('S3', 'Vpc', 's3', ['Public'])], 'Web', { service: 's3' }),
  ).toMatchObject({
    verdict: 'reachable',
    says: ['endpoint policy is not analysed'],
  });
});
