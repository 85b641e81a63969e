/** Laws of the engine, over random designs of several VPCs with peerings and transit gateways between them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  allow,
  attachment,
  flow,
  gatewayEndpoint,
  instance,
  internetGateway,
  natGateway,
  peering,
  routeTable,
  securityGroup,
  subnet,
  transitGateway,
  transitPeering,
  transitTable,
  unknown,
  vpc,
} from '../../testing/facts';
import type { Fact, GroupRow } from './facts';
import { compileNetwork } from './network';
import type { Query, Trace } from './trace';

const letters = ['A', 'B', 'C'] as const;
const blocks = ['10.0.0.0/16', '10.1.0.0/16', '10.2.0.0/16', '0.0.0.0/0', '10.0.0.0/8', '10.1.1.0/24'];
const targets = ['PeeringAB', 'PeeringBC', 'Tgw', 'Far', 'Igw', 'Nat', 'Appliance', null];
const attachments = ['AttachA', 'AttachB', 'AttachC', 'TgwPeering'];

const routes = fc.dictionary(fc.constantFrom(...blocks), fc.constantFrom(...targets), {
  maxKeys: 3,
  noNullPrototype: true,
});
const transitRows = fc.record({
  routes: fc.dictionary(fc.constantFrom(...blocks), fc.constantFrom(...attachments, null, 'Gone'), {
    maxKeys: 3,
    noNullPrototype: true,
  }),
  associations: fc.subarray(attachments),
  propagations: fc.subarray(attachments),
  isDefault: fc.boolean(),
});
const groupRow = fc
  .constantFrom<GroupRow['peer']>(
    '0.0.0.0/0',
    '10.0.0.0/8',
    '10.1.0.0/16',
    { ref: 'GroupA' },
    { ref: 'GroupB' },
  )
  .map((peer) => allow('tcp', 443, peer));

const design = fc
  .record({
    secondBlock: fc.constantFrom('10.1.0.0/16', '10.0.0.0/16'),
    tables: fc.tuple(routes, routes, routes),
    zones: fc.tuple(...letters.map(() => fc.constantFrom('a', 'c'))),
    groups: fc.tuple(...letters.map(() => fc.array(groupRow, { minLength: 1, maxLength: 2 }))),
    accepted: fc.boolean(),
    region: fc.constantFrom(null, 'us-east-1'),
    gateway: fc.record({
      defaultAssociation: fc.boolean(),
      defaultPropagation: fc.boolean(),
      securityGroupReferencing: fc.boolean(),
    }),
    applianceMode: fc.boolean(),
    near: transitRows,
    second: transitRows,
    there: transitRows,
    joined: fc.boolean(),
  })
  .map((it): Fact[] => [
    ...letters.flatMap((letter, index): Fact[] => [
      vpc(`Vpc${letter}`, index === 1 ? it.secondBlock : `10.${index}.0.0/16`),
      ...['a', 'c'].map((zone, number) =>
        subnet(
          `Subnet${letter}${zone}`,
          `Vpc${letter}`,
          `10.${index === 1 && it.secondBlock === '10.0.0.0/16' ? 0 : index}.${number}.0/24`,
          {
            zone: `ap-northeast-1${zone}`,
            routeTable: `Table${letter}`,
          },
        ),
      ),
      routeTable(`Table${letter}`, `Vpc${letter}`, it.tables[index]),
      securityGroup(`Group${letter}`, `Vpc${letter}`, { in: it.groups[index] ?? [] }),
      instance(`Host${letter}`, `Subnet${letter}${it.zones[index]}`, { securityGroups: [`Group${letter}`] }),
      attachment(
        `Attach${letter}`,
        letter === 'C' ? 'Far' : 'Tgw',
        `Vpc${letter}`,
        letter === 'A' ? [`Subnet${letter}a`] : [`Subnet${letter}a`, `Subnet${letter}c`],
        { applianceMode: it.applianceMode },
      ),
    ]),
    internetGateway('Igw', 'VpcB'),
    natGateway('Nat', 'SubnetBa'),
    gatewayEndpoint('S3', 'VpcB', 's3', ['TableB']),
    instance('Appliance', 'SubnetBc', { sourceDestinationCheck: false, securityGroups: ['GroupB'] }),
    peering('PeeringAB', 'VpcA', 'VpcB', { accepted: it.accepted }),
    peering('PeeringBC', 'VpcB', 'VpcC', { accepterRegion: it.region }),
    transitGateway('Tgw', it.gateway),
    transitGateway('Far', { ...it.gateway, defaultAssociation: true }),
    ...transitPeering('TgwPeering', 'Tgw', 'Far', it.joined),
    transitTable('Near', 'Tgw', it.near),
    transitTable('Second', 'Tgw', { ...it.second, isDefault: false }),
    transitTable('There', 'Far', it.there),
  ]);

const question: fc.Arbitrary<Query> = fc
  .record({
    from: fc.constantFrom('HostA', 'HostB', 'HostC'),
    to: fc.constantFrom<Parameters<typeof flow>[1]>(
      'HostA',
      'HostB',
      'HostC',
      'internet',
      { service: 's3' },
      { address: '10.1.1.7' },
      { address: '10.77.0.1' },
    ),
  })
  .map(({ from, to }) => flow(from, to));

const ask = (facts: readonly Fact[], query: Query): Trace => compileNetwork(facts).trace(query);
const rank = { blocked: 0, unknown: 1, reachable: 2 } as const;
const essence = ({ verdict, forward, return: back, blockedBy }: Trace) => ({
  verdict,
  forward: forward.disposition,
  back: back?.disposition ?? null,
  codes: blockedBy.map(({ code, direction }) => `${code} ${direction}`),
});

test('every verdict carries its reason, whatever circles the routes make', () => {
  fc.assert(
    fc.property(design, question, (facts, query) => {
      const trace = ask(facts, query);

      if (trace.verdict === 'blocked') {
        expect(trace.blockedBy.length).toBeGreaterThan(0);
        for (const { says } of trace.blockedBy) expect(says.en).not.toMatch(/undefined|null/);
      } else expect(trace.blockedBy).toEqual([]);
      if (trace.verdict === 'unknown') expect(trace.unknowns.length).toBeGreaterThan(0);
      if (trace.verdict === 'reachable') expect(trace.return?.disposition).toBe('delivered');
    }),
    { numRuns: 300 },
  );
});

test('the order of the facts changes nothing', () => {
  fc.assert(
    fc.property(
      design.chain((facts) =>
        fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
      ),
      question,
      ([facts, shuffled], query) => {
        expect(ask(shuffled, query)).toEqual(ask(facts, query));
      },
    ),
    { numRuns: 100 },
  );
});

test('what things are called changes nothing', () => {
  const renamed = (text: string): string => (/^[A-Z]/.test(text) ? `z${[...text].reverse().join('')}` : text);
  const rename = (value: unknown): unknown => {
    if (typeof value === 'string') return renamed(value);
    if (Array.isArray(value)) return value.map(rename);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rename(each)]));
  };

  fc.assert(
    fc.property(design, question, (facts, query) => {
      // Which of two default tables counts is decided by their ids.
      const others = rename(facts) as Fact[];

      expect(essence(ask(others, rename(query) as Query))).toEqual(essence(ask(facts, query)));
    }),
    { numRuns: 100 },
  );
});

test('a security-group rule more never makes anything less reachable', () => {
  fc.assert(
    fc.property(
      design,
      question,
      fc.constantFrom('GroupA', 'GroupB', 'GroupC'),
      groupRow,
      (facts, query, name, row) => {
        const more = facts.map((fact) =>
          fact.fact === 'security-group' && fact.by === name
            ? { ...fact, inbound: { ...fact.inbound, added: row } }
            : fact,
        );

        expect(rank[ask(more, query).verdict]).toBeGreaterThanOrEqual(rank[ask(facts, query).verdict]);
      },
    ),
    { numRuns: 150 },
  );
});

test('an unknown value never turns a verdict into its opposite', () => {
  const hide = (facts: readonly Fact[], index: number): Fact[] =>
    facts.map((fact, at): Fact => {
      if (at !== index) return fact;
      if (fact.fact === 'subnet') return { ...fact, zone: unknown };
      if (fact.fact === 'peering') return { ...fact, accepted: unknown };
      if (fact.fact === 'transit-gateway')
        return {
          ...fact,
          defaultAssociation: unknown,
          defaultPropagation: unknown,
          securityGroupReferencing: unknown,
        };
      if (fact.fact === 'transit-gateway-attachment' && fact.to.is === 'network')
        return { ...fact, to: { ...fact.to, securityGroupReferencing: unknown, ipv6: unknown } };
      if (fact.fact === 'transit-gateway-attachment' && fact.to.is === 'transit-gateway')
        return { ...fact, to: { ...fact.to, accepted: unknown } };
      if (fact.fact === 'transit-gateway-route-table')
        return {
          ...fact,
          routes: Object.fromEntries(
            Object.entries(fact.routes).map(([key, row]) => [key, { ...row, attachment: unknown }]),
          ),
        };
      return fact;
    });

  fc.assert(
    fc.property(design, question, fc.nat(40), (facts, query, index) => {
      const known = ask(facts, query).verdict;
      const hidden = ask(hide(facts, index), query).verdict;

      expect([known, 'unknown']).toContain(known === 'unknown' ? 'unknown' : hidden);
    }),
    { numRuns: 200 },
  );
});

test('the same question has the same answer, also when the network was asked before', () => {
  fc.assert(
    fc.property(design, question, question, (facts, query, other) => {
      const network = compileNetwork(facts);
      const first = network.trace(query);
      network.trace(other);

      expect(network.trace(query)).toEqual(first);
    }),
    { numRuns: 50 },
  );
});
