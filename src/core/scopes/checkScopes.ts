/**
 * What is expected of whole parts of a design, held against the network: who inside gets through to somebody, and who
 * gets through to those inside. Whoever states the same is asked once.
 */
import type { Catalog } from '../catalog/catalog';
import type { Document, Protocol, ResourceId, Scope, ScopeExpectation } from '../model/document';
import { endOf, type CompiledNetwork } from '../network/network';
import type { End, Query, Trace, Verdict } from '../network/trace';
import { compareOrder } from '../../lib/order';
import { alike, inside, stationsOf, type Member, type Station, type Stations } from './members';
import { publicAddresses, type PublicAddresses } from './publicBlocks';

export interface ScopeResult {
  readonly scope: Scope;
  /** The key of the expectation in its scope. */
  readonly key: string;
  readonly expectation: ScopeExpectation;
  /** What is so: whether anything gets through (`blocked` was expected), or everything does (`reachable` was). */
  readonly verdict: Verdict;
  /** Why it is so; the gravest first. None where all is as expected. */
  readonly contacts: readonly Contact[];
  /** How many belong to the scope. */
  readonly members: number;
  /** Whether there was more to ask than is asked. */
  readonly isCut: boolean;
}

/** A flow that is not as expected, or may not be. */
export interface Contact {
  /** Those inside whom it is about: more than one where they are alike. */
  readonly members: readonly [ResourceId, ...ResourceId[]];
  readonly query: Query;
  readonly trace: Trace;
}

/** Questions asked for one expectation, at the most: some seconds. */
const mostAsked = 4000;

export function checkScopes(
  catalog: Catalog,
  document: Document,
  network: Pick<CompiledNetwork, 'trace'>,
): readonly ScopeResult[] {
  if (document.scopes.size === 0) return [];
  const stations = stationsOf(catalog, document);
  let addresses: PublicAddresses | undefined;
  const internet = (): PublicAddresses => (addresses ??= publicAddresses(catalog, document));
  return [...document.scopes.values()].sort(compareOrder).flatMap((scope) =>
    Object.entries(scope.expectations)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, expectation]) =>
        check({ catalog, document, network, stations, internet }, scope, key, expectation),
      ),
  );
}

interface Design {
  readonly catalog: Catalog;
  readonly document: Document;
  readonly network: Pick<CompiledNetwork, 'trace'>;
  readonly stations: Stations;
  readonly internet: () => PublicAddresses;
}

function check(design: Design, scope: Scope, key: string, expectation: ScopeExpectation): ScopeResult {
  const { document, network, stations } = design;
  const { workloads, doors } = stations;
  // Load balancers inside take what comes in, and begin nothing.
  const meant = expectation.direction === 'in' ? [...workloads, ...doors.filter(isLoadBalancer)] : workloads;
  const members = inside(document, meant, scope.members);
  const others = othersOf(design, expectation, members);
  const contacts: Contact[] = [];
  let { isCut } = others;
  let asked = 0;
  for (const group of alike(members)) {
    let found: Contact | undefined;
    for (const query of questions(design, group, members, others.ends, expectation)) {
      isCut ||= asked >= mostAsked;
      if (asked++ >= mostAsked) break;
      const trace = network.trace(query);
      if (trace.verdict === expectation.expect) continue;
      const [{ resource }, ...rest] = group;
      if (found === undefined || trace.verdict !== 'unknown')
        found = { members: [resource.id, ...rest.map((each) => each.resource.id)], query, trace };
      if (trace.verdict !== 'unknown') break;
    }
    if (found !== undefined) contacts.push(found);
  }
  contacts.sort((a, b) => Number(a.trace.verdict === 'unknown') - Number(b.trace.verdict === 'unknown'));
  const verdict = contacts[0]?.trace.verdict ?? (isCut ? 'unknown' : expectation.expect);
  return { scope, key, expectation, verdict, contacts, members: members.length, isCut };
}

interface Others {
  readonly ends: readonly { readonly end: End; readonly id: ResourceId | null }[];
  readonly isCut: boolean;
}

/** Who is at the other end, one for all that are alike. */
function othersOf(design: Design, { other, expect }: ScopeExpectation, members: readonly Member[]): Others {
  const { catalog, document, stations } = design;
  const plain = (end: End): Others => ({ ends: [{ end, id: null }], isCut: false });
  const end: End = 'resource' in other ? endOf(document, catalog, other.resource) : other;
  if ('internet' in end && end.address === undefined && expect === 'blocked') {
    const { addresses, isCut } = design.internet();
    const named = addresses.map((address) => ({ end: { internet: true as const, address }, id: null }));
    return { ends: [{ end, id: null }, ...named], isCut };
  }
  if (!('resource' in end)) return plain(end);
  const resource = document.resources.get(end.resource);
  const isBox = resource !== undefined && catalog.kind(resource.kind).shape.as === 'container';
  if (!isBox) return { ends: [{ end, id: end.resource }], isCut: false };
  const own = new Set(members.map((each) => each.resource.id));
  const within = inside(document, stations.workloads, { [end.resource]: true });
  const groups = alike(within.filter((each) => !own.has(each.resource.id)));
  const ends = groups.map(([first]) => ({ end: { resource: first.resource.id }, id: first.resource.id }));
  return { ends, isCut: false };
}

/** What is asked about those inside who are alike. */
function* questions(
  { stations }: Design,
  [{ resource, by }, ...alikes]: readonly [Member, ...Member[]],
  members: readonly Member[],
  others: Others['ends'],
  { direction, protocol, port, expect }: ScopeExpectation,
): Generator<Query> {
  const ids = new Set([resource.id, ...alikes.map((each) => each.resource.id)]);
  const own = { resource: resource.id };
  const flows = protocolsOf(protocol, port, expect);
  for (const { end, id } of others) {
    if (id !== null && ids.has(id)) continue;
    for (const flow of flows) {
      const asked = { ...flow, sourcePort: null };
      if (expect === 'reachable') {
        yield direction === 'out' ? { from: own, to: end, ...asked } : { from: end, to: own, ...asked };
        continue;
      }
      if (direction === 'out') {
        yield { from: own, to: end, ...asked, some: by === null ? {} : { startsIn: by } };
        continue;
      }
      yield { from: end, to: own, ...asked, some: by === null ? {} : { arrivesIn: by } };
      for (const door of stations.doors) {
        if (door.resource.id === id || members.some((each) => each.resource.id === door.resource.id))
          continue;
        yield { from: end, to: { resource: door.resource.id }, ...asked, some: { endsAt: ids } };
      }
    }
  }
}

/** Where nothing at all should get through, each protocol is asked about by itself. */
function protocolsOf(
  protocol: Protocol,
  port: number | null,
  expect: ScopeExpectation['expect'],
): readonly Pick<Query, 'protocol' | 'port'>[] {
  const all: readonly Protocol[] =
    protocol !== 'any' || expect === 'reachable'
      ? [protocol]
      : port === null
        ? ['tcp', 'udp', 'icmp']
        : ['tcp', 'udp'];
  return all.map((each) => ({ protocol: each, port: each === 'icmp' || each === 'any' ? null : port }));
}

function isLoadBalancer({ facts }: Station): boolean {
  return facts.some(({ fact }) => fact === 'load-balancer');
}
