/** Which way a flow goes, told by the facts of what its packets come to. */
import type { ResourceId } from '../model/document';
import type { Fact } from '../network/facts';
import { factsBy, type FactsBy } from '../network/factsBy';
import type { Path, Query, Trace } from '../network/trace';
import type { RuleContext } from '../rules/rule';
import type { AlternativeId, Hop, Passage } from './alternative';

/** How the flow of a question goes in a design. */
export function passageIn(context: RuleContext, query: Query): Passage {
  const trace = context.network.trace(query);
  const facts = factsBy(context.catalog, context.document);
  return {
    verdict: trace.verdict,
    way: wayIn(context, query, trace),
    hops: hopsOf(trace, query, facts),
    trace,
  };
}

/** The way of all packets that are meant; null also where some go one way and some another. */
function wayIn(context: RuleContext, query: Query, trace: Trace): AlternativeId | null {
  const facts = factsBy(context.catalog, context.document);
  const way = wayOf(trace.forward, facts);
  if (way === null || query.protocol === 'any') return way;
  const parts = passagesBySubnet(context, query);
  return parts.every((part) => wayOf(part.trace.forward, facts) === way) ? way : null;
}

export interface SubnetPassage {
  readonly subnet: ResourceId;
  readonly trace: Trace;
}

/** The flow from each subnet that its source has interfaces in, where there are several. */
export function passagesBySubnet(context: RuleContext, query: Query): readonly SubnetPassage[] {
  const subnets = subnetsOfSource(context, query);
  if (subnets.length < 2 || query.protocol === 'any') return [];
  return subnets.map((subnet) => ({
    subnet,
    trace: context.network.trace({ ...query, some: { startsIn: new Set([subnet]) } }),
  }));
}

export function subnetsOfSource(context: RuleContext, { from }: Query): readonly ResourceId[] {
  if (!('resource' in from)) return [];
  const found = new Set<ResourceId>();
  for (const fact of factsBy(context.catalog, context.document).get(from.resource) ?? [])
    if (fact.fact === 'interface' && fact.subnet !== null) found.add(fact.subnet);
  return [...found];
}

/** What lies on the way decides, the most particular first: behind a NAT gateway stands an internet gateway as well. */
const tellers: readonly (readonly [AlternativeId, ReadonlySet<Fact['fact']>])[] = [
  ['vpn', new Set(['vpn-connection', 'vpn-gateway', 'customer-gateway'])],
  ['transit-gateway', new Set(['transit-gateway', 'transit-gateway-attachment'])],
  ['peering', new Set(['peering'])],
  ['gateway-endpoint', new Set(['gateway-endpoint'])],
  ['interface-endpoint', new Set(['interface-endpoint'])],
  ['nat-gateway', new Set(['nat-gateway'])],
  ['internet-gateway', new Set(['internet-gateway'])],
];

export function wayOf({ steps }: Path, facts: FactsBy): AlternativeId | null {
  const met = new Set<Fact['fact']>();
  for (const { at, what } of steps)
    if (at !== null && what !== 'name-resolution') for (const { fact } of facts.get(at) ?? []) met.add(fact);
  return tellers.find(([, names]) => [...names].some((name) => met.has(name)))?.[0] ?? null;
}

/** Settings that a packet passes: they are no places of their own. */
const settings: ReadonlySet<Fact['fact']> = new Set([
  'subnet',
  'network',
  'route-table',
  'network-acl',
  'security-group',
  'transit-gateway-route-table',
]);

/** Behind an endpoint or a load balancer that is the destination, packets go on. */
export function hopsOf({ forward, verdict }: Trace, { from, to }: Query, facts: FactsBy): readonly Hop[] {
  const source = 'resource' in from ? from.resource : null;
  const destination = 'resource' in to ? to.resource : null;
  const hops: Hop[] = [{ is: 'source', resource: source }];
  for (const { at, what } of forward.steps) {
    if (at === null || what === 'name-resolution' || at === source) continue;
    if (at !== destination) {
      const stated = facts.get(at) ?? [];
      if (stated.every(({ fact }) => settings.has(fact))) continue;
      if (stated.some(({ fact }) => fact === 'service' || fact === 'internet')) continue;
    }
    if (hops.every(({ resource }) => resource !== at))
      hops.push({ is: at === destination ? 'destination' : 'on-the-way', resource: at });
  }
  if (verdict !== 'blocked' && hops.every(({ is }) => is !== 'destination'))
    hops.push({ is: 'destination', resource: destination });
  return hops;
}
