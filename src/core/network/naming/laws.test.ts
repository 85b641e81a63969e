/** Laws of names, over zones, records, rules and servers thrown together at random, circles among them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  allow,
  flow,
  hostedZone,
  interfaceEndpoint,
  region,
  resolverEndpoint,
  resolverRule,
  securityGroup,
  unknown,
  vpc,
} from '../../../testing/facts';
import {
  ask,
  expectReason,
  orderOfFactsChangesNothing,
  unknownTurnsNoVerdict,
} from '../../../testing/engineLaws';
import { base, but } from '../../../testing/privateNames';
import type { Fact } from '../facts';

const ssm = `ssm.${region}.amazonaws.com`;
const hosts = [
  'a.example.com',
  'b.example.com',
  'c.sub.example.com',
  'sub.example.com',
  '*.example.com',
  'x.internal',
  ssm,
  `ip-10-0-1-5.${region}.compute.internal`,
  'db.abc.rds.amazonaws.com',
];
const domains = [
  'example.com',
  'sub.example.com',
  'a.example.com',
  'internal',
  'com',
  ssm,
  'amazonaws.com',
  '.',
  '',
];
const addresses = [
  '10.0.1.5',
  '10.0.0.10',
  '10.0.1.10',
  '10.0.0.2',
  '8.8.8.8',
  '10.0.77.1',
  '2001:db8::1',
  'nonsense',
  '',
];

const target = fc.oneof(
  fc.constantFrom(...addresses),
  fc.constantFrom(...hosts),
  fc.constantFrom({ alias: 'Ssm' }, { alias: 'Db' }, { alias: 'Nobody' }, { alias: 'Zone1' }),
  fc.constantFrom(...hosts).map((aliasName) => ({ aliasName })),
);
const records = fc.dictionary(
  fc
    .tuple(fc.constantFrom(...hosts), fc.constantFrom('A', 'AAAA', 'CNAME', 'TXT', 'A standby'))
    .map(([name, type]) => `${name} ${type}`),
  target,
  { maxKeys: 6, noNullPrototype: true },
);
const networks = fc.constantFrom<readonly string[]>(['Vpc'], ['Vpc'], [], ['Gone']);
const domain = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...domains) }, fc.constant(unknown));

const designs = fc
  .record({
    zones: fc.array(fc.tuple(networks, domain, records), { maxLength: 4 }),
    rules: fc.array(
      fc.tuple(
        networks,
        domain,
        fc.option(
          fc.record({
            endpoint: fc.constantFrom('Outbound', 'Outbound', null, 'Nobody', unknown),
            targets: fc.array(fc.constantFrom(...addresses, unknown), { maxLength: 3 }),
          }),
        ),
      ),
      { maxLength: 3 },
    ),
    servers: fc.array(fc.constantFrom(...addresses), { maxLength: 2 }),
    hostnames: fc.constantFrom(true, true, false, unknown),
    support: fc.constantFrom(true, true, false, unknown),
    groups: fc.tuple(fc.constantFrom('Open', 'Shut'), fc.constantFrom('Open', 'Shut')),
    privateDns: fc.constantFrom(true, false, unknown),
  })
  .map(({ zones, rules, servers, hostnames, support, groups: [into, out], privateDns }): Fact[] => [
    ...but(
      'Vpc',
      vpc('Vpc', '10.0.0.0/16', { dnsServers: servers, dnsHostnames: hostnames, dnsSupport: support }),
    ),
    securityGroup('Shut', 'Vpc', { in: [], out: [allow('tcp', 443, '0.0.0.0/0')] }),
    ...interfaceEndpoint('Ssm', 'Vpc', 'ssm', ['B'], { privateDns, securityGroups: ['Open'] }),
    ...resolverEndpoint(
      'Inbound',
      'Vpc',
      'inbound',
      [
        ['A', '10.0.0.10'],
        ['B', '10.0.1.10'],
      ],
      { securityGroups: [into] },
    ),
    ...resolverEndpoint(
      'Outbound',
      'Vpc',
      'outbound',
      [
        ['A', null],
        ['B', null],
      ],
      { securityGroups: [out] },
    ),
    ...zones.flatMap(([of, name, rows], index) => hostedZone(`Zone${index}`, of, name, rows)),
    ...rules.flatMap(([of, name, forward], index) => resolverRule(`Rule${index}`, of, name, forward)),
  ]);
const questions = fc
  .oneof(
    fc.constantFrom(...hosts, 'www.example.org', 'localhost').map((dns) => ({ dns })),
    fc.constantFrom({ service: 'ssm' }, { service: 's3' }),
  )
  .map((to) => flow('App', to));
const random = { designs, questions };

test('every name has an answer with its reason, whatever leads in circles', () => {
  fc.assert(
    fc.property(designs, questions, (facts, query) => {
      const trace = ask(facts, query);

      expectReason(trace);
      expect(trace.forward.steps.length).toBeGreaterThan(0);
      if (trace.forward.disposition === 'unresolved-name')
        expect([trace.verdict, trace.resolution?.answers.length, trace.return]).toEqual(['blocked', 0, null]);
    }),
    { numRuns: 600 },
  );
});

test('the order of the facts changes no answer', () => {
  orderOfFactsChangesNothing(random, 300);
});

test('what is not known never turns an answer into its opposite', () => {
  const hide = (facts: readonly Fact[], what: 'hostnames' | 'private-dns'): readonly Fact[] =>
    facts.map((fact) => {
      if (what === 'hostnames' && fact.fact === 'network') return { ...fact, dnsHostnames: unknown };
      if (what === 'private-dns' && fact.fact === 'interface-endpoint')
        return { ...fact, privateDns: unknown };
      return fact;
    });

  unknownTurnsNoVerdict(random, 300, fc.constantFrom('hostnames', 'private-dns'), hide);
});

test('base is a design in which a name without anything of its own is public', () => {
  expect(ask(base, flow('App', { dns: 'www.example.org' })).verdict).toBe('reachable');
});
