/** Laws of the engine, over random designs of VPCs and offices with VPN connections between them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  allow,
  attachment,
  flow,
  instance,
  internetGateway,
  routeTable,
  securityGroup,
  subnet,
  transitGateway,
  transitTable,
  unknown,
  vpc,
} from '../../testing/facts';
import { customerGateway, site, vpnAttachment, vpnConnection, vpnGateway } from '../../testing/vpn';
import type { Fact } from './facts';
import { compileNetwork } from './network';
import type { Query, Trace } from './trace';

const blocks = ['10.0.0.0/16', '10.1.0.0/16', '192.168.0.0/16', '192.168.1.0/24', '0.0.0.0/0', '10.0.0.0/8'];
const ends = ['HostA', 'HostB', 'OfficeOne', 'OfficeTwo', 'CgwOne', 'VpnOne', 'VpnThree'];

const routes = fc.dictionary(fc.constantFrom(...blocks), fc.constantFrom('Vgw', 'Tgw', 'Igw', null), {
  maxKeys: 3,
  noNullPrototype: true,
});
const prefixes = fc.subarray(blocks, { maxLength: 2 });
const connection = fc.record({
  gateway: fc.constantFrom('Vgw', 'Tgw', 'Spare', null),
  device: fc.constantFrom('CgwOne', 'CgwTwo'),
  routes: fc.oneof(prefixes, fc.constant('bgp' as const)),
  family: fc.constantFrom(4 as const, 4 as const, 6 as const),
  customerBlock: fc.constantFrom(null, null, '192.168.0.0/16'),
  isPrivate: fc.boolean(),
});
const transitAttachments = ['AttachB', 'VpnOne', 'VpnTwo', 'VpnThree'];

const design = fc
  .record({
    tables: fc.tuple(routes, routes),
    vpns: fc.tuple(connection, connection, connection),
    announces: fc.tuple(prefixes, prefixes),
    propagatesTo: fc.subarray(['TableA', 'TableB']),
    attached: fc.constantFrom('VpcA', 'VpcB', null),
    behind: fc.tuple(fc.subarray(['CgwOne', 'CgwTwo']), fc.subarray(['CgwOne', 'CgwTwo'])),
    address: fc.constantFrom('203.0.113.1', '10.9.9.9', 'nonsense'),
    edge: fc.boolean(),
    associations: fc.subarray(transitAttachments),
    propagations: fc.subarray(transitAttachments),
    transitRoutes: fc.dictionary(fc.constantFrom(...blocks), fc.constantFrom(...transitAttachments, null), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
    byDefault: fc.boolean(),
  })
  .map((it): Fact[] => [
    ...(['A', 'B'] as const).flatMap((letter, index): Fact[] => [
      vpc(`Vpc${letter}`, `10.${index}.0.0/16`),
      subnet(`Subnet${letter}`, `Vpc${letter}`, `10.${index}.0.0/24`, { routeTable: `Table${letter}` }),
      routeTable(`Table${letter}`, `Vpc${letter}`, it.tables[index]),
      securityGroup(`Group${letter}`, `Vpc${letter}`, { in: [allow('tcp', 443, '192.168.0.0/16')] }),
      instance(`Host${letter}`, `Subnet${letter}`, {
        privateIpv4: `10.${index}.0.10`,
        securityGroups: [`Group${letter}`],
      }),
    ]),
    internetGateway('Igw', 'VpcA'),
    subnet('Middle', 'VpcA', '10.0.9.0/24'),
    instance('Appliance', 'Middle', { sourceDestinationCheck: false, securityGroups: ['GroupA'] }),
    routeTable('Edge', 'VpcA', { '10.0.0.0/24': 'Appliance' }),
    vpnGateway('Vgw', it.attached, {
      propagatesTo: it.propagatesTo,
      ...(it.edge ? { routeTable: 'Edge' } : {}),
    }),
    vpnGateway('Spare', null, { elsewhere: it.edge }),
    transitGateway('Tgw', { defaultAssociation: it.byDefault, defaultPropagation: it.byDefault }),
    attachment('AttachB', 'Tgw', 'VpcB', ['SubnetB']),
    transitTable('TgwTable', 'Tgw', {
      routes: it.transitRoutes,
      associations: it.associations,
      propagations: it.propagations,
    }),
    customerGateway('CgwOne', it.announces[0], it.address),
    customerGateway('CgwTwo', it.announces[1]),
    site('OfficeOne', '192.168.0.0/16', ...it.behind[0]),
    site('OfficeTwo', '172.16.0.0/16', ...it.behind[1]),
    ...it.vpns.flatMap(({ gateway, device, routes: told, ...more }, index): Fact[] => {
      const by = ['VpnOne', 'VpnTwo', 'VpnThree'][index] ?? '';
      const own = vpnConnection(by, gateway, device, told, more);
      return gateway === 'Tgw' ? [own, vpnAttachment(by, 'Tgw')] : [own];
    }),
  ]);

const end = fc.oneof(
  fc.constantFrom<Parameters<typeof flow>[0]>(...ends, 'internet'),
  fc.constantFrom<Parameters<typeof flow>[0]>(
    { resource: 'CgwTwo', address: '192.168.1.7' },
    { address: '192.168.1.7' },
    { address: '10.0.0.2' },
    { service: 's3' },
  ),
);
const question: fc.Arbitrary<Query> = fc.tuple(end, end).map(([from, to]) => flow(from, to));

const ask = (facts: readonly Fact[], query: Query): Trace => compileNetwork(facts).trace(query);
const rank = { blocked: 0, unknown: 1, reachable: 2 } as const;

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

/** Of two sides that have one address, the one that is meant is told by its name. */
const isNamed = ({ from }: Query): boolean => !('address' in from) || 'resource' in from;

test('the order of the facts and the names of things change nothing', () => {
  const renamed = (text: string): string => (/^[A-Z]/.test(text) ? `z${[...text].reverse().join('')}` : text);
  const rename = (value: unknown): unknown => {
    if (typeof value === 'string') return renamed(value);
    if (Array.isArray(value)) return value.map(rename);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rename(each)]));
  };

  fc.assert(
    fc.property(
      design.chain((facts) =>
        fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
      ),
      question.filter(isNamed),
      ([facts, shuffled], query) => {
        const trace = ask(facts, query);

        expect(ask(shuffled, query)).toEqual(trace);
        expect(ask(rename(facts) as Fact[], rename(query) as Query).verdict).toBe(trace.verdict);
      },
    ),
    { numRuns: 150 },
  );
});

test('a security-group rule more never makes anything less reachable', () => {
  fc.assert(
    fc.property(design, question, fc.constantFrom('GroupA', 'GroupB'), (facts, query, name) => {
      const more = facts.map((fact) =>
        fact.fact === 'security-group' && fact.by === name
          ? { ...fact, inbound: { ...fact.inbound, added: allow('any', null, '0.0.0.0/0') } }
          : fact,
      );

      expect(rank[ask(more, query).verdict]).toBeGreaterThanOrEqual(rank[ask(facts, query).verdict]);
    }),
    { numRuns: 150 },
  );
});

test('an unknown value never turns a verdict into its opposite', () => {
  const hide = (fact: Fact, which: number): Fact => {
    switch (fact.fact) {
      case 'vpn-connection': {
        const hidden = ['staticOnly', 'family', 'customerBlock', 'isPrivate', 'routes'][which] ?? '';
        if (hidden !== 'routes') return { ...fact, [hidden]: unknown };
        const rows = Object.keys(fact.routes).map((key) => [key, { destination: unknown }]);
        return { ...fact, routes: Object.fromEntries(rows) };
      }
      case 'customer-gateway':
        return which === 0
          ? { ...fact, address: unknown }
          : { ...fact, announces: fact.announces.map(() => unknown) };
      case 'vpn-gateway':
        return { ...fact, routeTable: unknown };
      default:
        return fact;
    }
  };

  fc.assert(
    fc.property(design, question, fc.nat(60), fc.nat(4), (facts, query, index, which) => {
      const known = ask(facts, query).verdict;
      const hidden = ask(
        facts.map((fact, at) => (at === index ? hide(fact, which) : fact)),
        query,
      ).verdict;

      expect([known, 'unknown']).toContain(known === 'unknown' ? 'unknown' : hidden);
    }),
    { numRuns: 300 },
  );
});
