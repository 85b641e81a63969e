/** Laws of the engine, over random designs of every fact it knows. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  aclRow,
  allow,
  egressOnlyGateway,
  flow,
  gatewayEndpoint,
  gwlbEndpoint,
  instance,
  interfaceEndpoint,
  internetGateway,
  natGateway,
  networkAcl,
  prefixList,
  region,
  routeTable,
  securityGroup,
  subnet,
  unknown,
  vpc,
} from '../../testing/facts';
import {
  ask,
  askedBeforeChangesNothing,
  essenceOf,
  everyVerdictHasItsReason,
  namesChangeNothing,
  orderOfFactsChangesNothing,
  rank,
  ruleMoreReachesNoLess,
  unknownTurnsNoVerdict,
} from '../../testing/engineLaws';
import type { Protocol, RuleProtocol } from '../model/document';
import type { AclRow, Fact, GroupRow } from './facts';
import type { Query, Trace } from './trace';

const places = ['A', 'B', 'C'];
const sources = ['One', 'Two', 'Three', 'Nat', 'internet'];
const tables = ['Table1', 'Table2'];
const groupNames = ['Group1', 'Group2'];
const peers: readonly GroupRow['peer'][] = [
  '0.0.0.0/0',
  '::/0',
  '10.0.0.0/16',
  '10.0.1.0/24',
  '10.0.0.16/28',
  '52.0.0.0/8',
  `com.amazonaws.${region}.s3`,
  { ref: 'Group1' },
  { ref: 'Group2' },
  { ref: 'List1' },
  { ref: 'List2' },
];
const ports = fc.constantFrom<number | readonly [number, number] | null>(
  null,
  443,
  80,
  [1024, 65535],
  [32768, 60000],
);
const protocols = fc.constantFrom('tcp', 'udp', 'icmp', 'any') as fc.Arbitrary<Protocol>;
const ruleProtocols = fc.constantFrom('tcp', 'udp', 'icmp', 'icmpv6', 'any') as fc.Arbitrary<RuleProtocol>;

const groupRow = fc
  .tuple(ruleProtocols, ports, fc.constantFrom(...peers))
  .map((row): GroupRow => allow(...row));
const aclRows = fc
  .array(
    fc.tuple(
      fc.constantFrom('allow', 'deny') as fc.Arbitrary<'allow' | 'deny'>,
      ruleProtocols,
      ports,
      fc.constantFrom('0.0.0.0/0', '10.0.0.0/16', '10.0.1.0/24', '52.0.0.0/8', '::/0'),
    ),
    { maxLength: 4 },
  )
  .chain((rows) =>
    fc
      .boolean()
      .map((open): AclRow[] => [
        ...rows.map((row, index) => aclRow(10 * (index + 1), ...row)),
        ...(open ? [aclRow(1000, 'allow')] : []),
      ]),
  );
const routes = fc.dictionary(
  fc.constantFrom(
    '0.0.0.0/0',
    '::/0',
    '0.0.0.0/1',
    '8.0.0.0/8',
    '10.0.1.0/24',
    '10.9.0.0/16',
    `com.amazonaws.${region}.s3`,
    'List1',
    'List2',
  ),
  fc.constantFrom('Igw', 'Nat', 'Eigw', 'Three', 'Gwlbe', null),
  { maxKeys: 4, noNullPrototype: true },
);

const listed = fc.subarray(['0.0.0.0/0', '8.0.0.0/8', '52.0.0.0/8', '10.0.0.0/8', '10.0.1.0/24']);

const designs = fc
  .record({
    lists: fc.tuple(listed, listed),
    dns: fc.boolean(),
    hostnames: fc.boolean(),
    attached: fc.boolean(),
    tables: fc.tuple(routes, routes),
    tableOf: fc.tuple(...places.map(() => fc.constantFrom(null, ...tables))),
    aclOf: fc.tuple(...places.map(() => fc.constantFrom(null, null, 'Acl'))),
    acl: fc.record({ in: aclRows, out: aclRows }),
    groups: fc.tuple(
      ...groupNames.map(() =>
        fc.record({
          in: fc.array(groupRow, { maxLength: 3 }),
          out: fc.array(groupRow, { minLength: 1, maxLength: 3 }),
        }),
      ),
    ),
    instances: fc.tuple(
      ...['One', 'Two', 'Three'].map(() =>
        fc.record({
          at: fc.constantFrom(...places),
          publicIpv4: fc.boolean(),
          ipv6: fc.boolean(),
          sourceDestinationCheck: fc.boolean(),
          securityGroups: fc.constantFrom([], ['Group1'], ['Group2'], ['Group1', 'Group2']),
        }),
      ),
    ),
    natAt: fc.constantFrom(...places),
    gwlbeAt: fc.constantFrom(...places),
    accepted: fc.constantFrom(true, true, false),
    gateway: fc.subarray(tables),
    endpoint: fc.record({
      service: fc.constantFrom('ssm', 's3'),
      at: fc.subarray(places),
      privateDns: fc.boolean(),
    }),
  })
  .map((it): Fact[] => [
    vpc('Vpc', '10.0.0.0/16', { ipv6: 'assigned', dnsSupport: it.dns, dnsHostnames: it.hostnames }),
    internetGateway('Igw', it.attached ? 'Vpc' : null),
    egressOnlyGateway('Eigw', 'Vpc'),
    ...places.map((name, index) =>
      subnet(name, 'Vpc', `10.0.${index}.0/24`, {
        ipv6: index,
        routeTable: it.tableOf[index] ?? null,
        networkAcl: it.aclOf[index] ?? null,
      }),
    ),
    ...tables.map((name, index) => {
      const { routes: rows, ...table } = routeTable(name, 'Vpc', it.tables[index]);
      // A row whose destination is a list names it.
      const named = Object.entries(rows).map(([key, row]) => [
        key,
        key.startsWith('List') ? { ...row, destination: { ref: key } } : row,
      ]);
      return { ...table, routes: Object.fromEntries(named) as typeof rows };
    }),
    ...it.lists.map((blocks, index) => prefixList(`List${index + 1}`, blocks)),
    networkAcl('Acl', 'Vpc', it.acl),
    ...groupNames.map((name, index) => securityGroup(name, 'Vpc', it.groups[index])),
    ...['One', 'Two', 'Three'].map((name, index) => {
      const { at, ...rest } = it.instances[index] ?? { at: 'A' };
      return instance(name, at, rest);
    }),
    natGateway('Nat', it.natAt),
    gwlbEndpoint('Gwlbe', 'Vpc', it.gwlbeAt, { accepted: it.accepted }),
    gatewayEndpoint('S3Gateway', 'Vpc', 's3', it.gateway),
    ...interfaceEndpoint('Endpoint', 'Vpc', it.endpoint.service, it.endpoint.at, {
      privateDns: it.endpoint.privateDns,
      securityGroups: ['Group1'],
    }),
  ]);

const questions: fc.Arbitrary<Query> = fc
  .record({
    from: fc.constantFrom(...sources),
    to: fc.constantFrom<Parameters<typeof flow>[1]>(
      'One',
      'Two',
      'Three',
      'Endpoint',
      'internet',
      { service: 's3' },
      { service: 'ssm' },
      { address: '10.0.1.7' },
      { address: '8.8.8.8' },
      { dns: 'example.com' },
    ),
    protocol: protocols,
    port: fc.constantFrom(443, 80, null),
  })
  .map(({ from, to, protocol, port }) =>
    flow(from, to, { protocol, port: protocol === 'icmp' ? null : port }),
  );
const random = { designs, questions };

test('a security-group rule more never makes anything less reachable', () => {
  ruleMoreReachesNoLess(random, 150, { names: groupNames, rows: groupRow });
});

test('a route less never makes anything more reachable, unless another row takes over', () => {
  fc.assert(
    fc.property(designs, questions, (facts, query) => {
      const before = ask(facts, query);
      for (const table of facts) {
        if (table.fact !== 'route-table') continue;
        for (const key of Object.keys(table.routes)) {
          const { [key]: _, ...left } = table.routes;
          const after = ask(
            facts.map((fact) => (fact === table ? { ...table, routes: left } : fact)),
            query,
          );
          const uses = (trace: Trace) =>
            [trace.forward, trace.return].flatMap((path, direction) =>
              (path?.steps ?? []).flatMap(({ at, what, because }) =>
                what === 'route' ? [`${direction} ${at} ${because.row}`] : [],
              ),
            );
          // Every row that decides now has decided before: no other one has taken over.
          const tookOver = uses(after).some((row) => !uses(before).includes(row));
          if (!tookOver)
            expect(rank[after.verdict]).toBeLessThanOrEqual(Math.max(rank[before.verdict], rank.unknown));
        }
      }
    }),
    { numRuns: 80 },
  );
});

test('the order of the facts changes nothing', () => {
  orderOfFactsChangesNothing(random, 80);
});

test('what things are called changes nothing', () => {
  const essence = (trace: Trace) => ({ ...essenceOf(trace), steps: trace.forward.steps.length });

  namesChangeNothing(random, 80, essence);
});

test('some packet gets through wherever all of one port do, and where none does, no port does', () => {
  fc.assert(
    fc.property(designs, questions, (facts, query) => {
      if (query.protocol === 'any') return;
      const one = ask(facts, query).verdict;
      const some = ask(facts, { ...query, some: {} }).verdict;
      const anyPort = ask(facts, { ...query, port: null, sourcePort: null, some: {} }).verdict;

      if (one === 'reachable') expect([some, anyPort]).toEqual(['reachable', 'reachable']);
      if (one === 'unknown') expect([some, anyPort]).not.toContain('blocked');
    }),
    { numRuns: 150 },
  );
});

test('the same question has the same answer, also when the network was asked before', () => {
  askedBeforeChangesNothing(random, 50);
});

test('an unknown value never turns a verdict into its opposite', () => {
  const hide = (facts: readonly Fact[], index: number): Fact[] =>
    facts.map((fact, at) => {
      if (at !== index) return fact;
      if (fact.fact === 'interface') return { ...fact, publicIpv4: unknown };
      if (fact.fact === 'subnet') return { ...fact, routeTable: unknown };
      if (fact.fact === 'interface-endpoint') return { ...fact, privateDns: unknown };
      if (fact.fact === 'nat-gateway') return { ...fact, connectivity: unknown };
      if (fact.fact === 'gwlb-endpoint') return { ...fact, accepted: unknown };
      if (fact.fact === 'prefix-list')
        return { ...fact, entries: { ...fact.entries, more: { block: unknown } }, maxEntries: 9 };
      if (fact.fact === 'route-table')
        return {
          ...fact,
          routes: Object.fromEntries(
            Object.entries(fact.routes).map(([key, row]) => [key, { ...row, target: unknown }]),
          ),
        };
      if (fact.fact === 'network-acl')
        return {
          ...fact,
          inbound: Object.fromEntries(
            Object.entries(fact.inbound).map(([key, row]) => [key, { ...row, block: unknown }]),
          ),
        };
      return fact;
    });

  unknownTurnsNoVerdict(random, 150, fc.nat(30), hide);
});

test('every verdict carries its reason', () => {
  everyVerdictHasItsReason(random, 150);
});
