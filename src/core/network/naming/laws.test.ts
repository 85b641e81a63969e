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
import { base, but } from '../../../testing/privateNames';
import type { Fact } from '../facts';
import { compileNetwork } from '../network';
import type { Trace } from '../trace';

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

const design = fc
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
const question = fc.oneof(
  fc.constantFrom(...hosts, 'www.example.org', 'localhost').map((dns) => ({ dns })),
  fc.constantFrom({ service: 'ssm' }, { service: 's3' }),
);
const ask = (facts: readonly Fact[], to: Parameters<typeof flow>[1]): Trace =>
  compileNetwork(facts).trace(flow('App', to));

test('every name has an answer with its reason, whatever leads in circles', () => {
  fc.assert(
    fc.property(design, question, (facts, to) => {
      const trace = ask(facts, to);

      if (trace.verdict === 'blocked') expect(trace.blockedBy.length).toBeGreaterThan(0);
      if (trace.verdict === 'unknown') expect(trace.unknowns.length).toBeGreaterThan(0);
      if (trace.verdict !== 'blocked') expect(trace.blockedBy).toEqual([]);
      expect(trace.forward.steps.length).toBeGreaterThan(0);
      if (trace.forward.disposition === 'unresolved-name')
        expect([trace.verdict, trace.resolution?.answers.length, trace.return]).toEqual(['blocked', 0, null]);
    }),
    { numRuns: 600 },
  );
});

test('the order of the facts changes no answer', () => {
  fc.assert(
    fc.property(design, question, fc.infiniteStream(fc.nat()), (facts, to, numbers) => {
      const shuffled = facts
        .map((fact) => ({ fact, key: numbers.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ fact }) => fact);

      expect(ask(shuffled, to)).toEqual(ask(facts, to));
    }),
    { numRuns: 300 },
  );
});

test('what is not known never turns an answer into its opposite', () => {
  fc.assert(
    fc.property(design, question, fc.constantFrom('hostnames', 'private-dns'), (facts, to, what) => {
      const hidden = facts.map((fact): Fact => {
        if (what === 'hostnames' && fact.fact === 'network') return { ...fact, dnsHostnames: unknown };
        if (what === 'private-dns' && fact.fact === 'interface-endpoint')
          return { ...fact, privateDns: unknown };
        return fact;
      });
      const [sure, unsure] = [ask(facts, to).verdict, ask(hidden, to).verdict];

      expect(unsure === 'unknown' || sure === 'unknown' || unsure === sure).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('base is a design in which a name without anything of its own is public', () => {
  expect(ask(base, { dns: 'www.example.org' }).verdict).toBe('reachable');
});
