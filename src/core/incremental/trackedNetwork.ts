/**
 * The network of a tracked document. Facts are taken anew from the resources that have changed, and a world is compiled in
 * parts: facts that name one another, directly or by way of others, are one part. A flow is followed anew when a part that
 * it has met has changed.
 *
 * The parts rest on this: what is compiled from a fact hangs only on facts that it names or that name it, and on what
 * `buildPart` is told beside them. What else a flow asks of the whole design when it is followed (who answers for a name,
 * say) is put together from the parts, and noted as all else is.
 */
import { equal } from '../../lib/equal';
import type { Block } from '../../lib/cidr';
import type { Catalog } from '../catalog/catalog';
import { standingGuessesOf } from '../catalog/guesses';
import type { Surroundings } from '../catalog/kind';
import type { FlowId, ResourceId } from '../model/document';
import { mentionedBlocks, mentionedInside, type MentionedBlocks } from '../network/addressClasses';
import {
  anyPublicIn,
  assignedIn,
  blocksMentioned,
  buildPart,
  ownBlocks,
  regionOf,
  type WorldPart,
} from '../network/buildWorld';
import { networkOver } from '../network/compile';
import { networkOf } from '../network/doubts';
import type { Fact } from '../network/facts';
import { freeAddresses } from '../network/interfaces';
import type { CompiledNetwork, RouteState } from '../network/network';
import { unmodelledFacts } from '../network/network';
import { queryFor } from '../network/queryOf';
import type { Trace } from '../network/trace';
import type { World } from '../network/world';
import { nameOf } from '../rules/context';
import { cellsBy, earlyCellsBy, type Graph } from './cells';
import type { TrackedDocument } from './trackedDocument';
import { trackedMap } from './trackedMap';

export interface TrackedNetwork {
  readonly network: CompiledNetwork;
  /** The trace of a flow whose ends exist; undefined for any other. */
  traceOf(flow: FlowId): Trace | undefined;
  /** The keys of the parts. A part keeps its key as long as the same resource comes first in it. */
  parts(): readonly PartKey[];
  /** The routes of every table in a part, by the table's id. */
  routesIn(part: PartKey): ReadonlyMap<ResourceId, readonly RouteState[]>;
}

export type PartKey = ResourceId;

/** Which resources belong together. */
interface Division {
  readonly keys: readonly PartKey[];
  readonly keyOf: ReadonlyMap<ResourceId, PartKey>;
  readonly members: ReadonlyMap<PartKey, readonly ResourceId[]>;
}

export function trackedNetwork(
  catalog: Catalog,
  graph: Graph,
  document: TrackedDocument,
  around: (id: ResourceId) => Surroundings,
): TrackedNetwork {
  const { view } = document;
  const name = (id: ResourceId): string => nameOf(catalog, view, id);

  const stated = earlyCellsBy(
    graph,
    (id: ResourceId): readonly Fact[] => {
      const resource = view.resources.get(id);
      const facts = resource === undefined ? undefined : catalog.kind(resource.kind).facts;
      if (resource === undefined || facts === undefined) return [];
      return [...facts(resource, around(id))].map((fact) => ({ ...fact, order: resource.order }));
    },
    equal,
  );
  /** What templates say beside the resources, by who says it. */
  const beside = graph.earlyCell(() => {
    const found = new Map<ResourceId, Fact[]>();
    for (const fact of unmodelledFacts(view)) found.set(fact.by, [...(found.get(fact.by) ?? []), fact]);
    return found;
  }, equal);
  const factsBy = cellsBy(
    graph,
    (id: ResourceId): readonly Fact[] => {
      const own = stated(id).get();
      const others = beside.get().get(id);
      return others === undefined ? own : [...own, ...others];
    },
    equal,
  );
  /** Whom the facts of a resource name; undefined for one that states none. Any text that is somebody's id counts, so that no field can be forgotten. */
  const mentions = earlyCellsBy(
    graph,
    (id: ResourceId): readonly ResourceId[] | undefined => {
      const facts = factsBy(id).get();
      if (facts.length === 0) return undefined;
      const texts = new Set<string>();
      for (const fact of facts) collectTexts(fact, texts);
      texts.delete(id);
      return [...texts].filter((text) => document.has(text) || beside.get().has(text));
    },
    equal,
  );

  const division = graph.cell((): Division => {
    const ids = new Set([...view.resources.keys(), ...beside.get().keys()]);
    const ties = new Map<ResourceId, readonly ResourceId[]>();
    for (const id of ids) {
      const named = mentions(id).get();
      if (named !== undefined) ties.set(id, named);
    }
    return divide(ties);
  });
  const keys = graph.earlyCell(() => division.get().keys, equal);
  const keyOf = earlyCellsBy(graph, (id: ResourceId) => division.get().keyOf.get(id));
  const members = earlyCellsBy(graph, (key: PartKey) => division.get().members.get(key) ?? [], equal);
  const assignedInPart = earlyCellsBy(
    graph,
    (key: PartKey) =>
      assignedIn(
        members(key)
          .get()
          .flatMap((id) => factsBy(id).get()),
      ),
    equal,
  );
  const assigned = graph.earlyCell(
    () =>
      keys
        .get()
        .flatMap((key) => assignedInPart(key).get())
        .sort(),
    equal,
  );
  const worlds = cellsBy(graph, (key: PartKey): WorldPart => {
    const facts = members(key)
      .get()
      .flatMap((id) => factsBy(id).get());
    const asksForNumbers = facts.some((fact) => fact.fact === 'network' && fact.ipv6 === 'assigned');
    return buildPart(facts, name, asksForNumbers ? assigned.get() : []);
  });
  const allWorlds = (): WorldPart[] => keys.get().map((key) => worlds(key).get());

  // What takes all parts to know.
  const blocksOf = earlyCellsBy(
    graph,
    (key: PartKey): { readonly mentioned: readonly Block[]; readonly own: readonly Block[] } => {
      const world = worlds(key).get();
      return { mentioned: [...blocksMentioned(world)], own: ownBlocks(world) };
    },
    equal,
  );
  const mentioned = graph.earlyCell(
    (): MentionedBlocks => mentionedBlocks(keys.get().flatMap((key) => blocksOf(key).get().mentioned)),
    equal,
  );
  const anyPublic = graph.earlyCell(
    () =>
      anyPublicIn(
        mentioned.get(),
        keys.get().flatMap((key) => blocksOf(key).get().own),
      ),
    equal,
  );
  const region = graph.earlyCell(() =>
    regionOf(allWorlds().flatMap(({ networks }) => [...networks.values()])),
  );
  const ownersInPart = earlyCellsBy(
    graph,
    (about: string): readonly ResourceId[] => {
      const [key, does] = JSON.parse(about) as [PartKey, Parameters<World['ownersThat']>[0]];
      return worlds(key).get().ownersThat(does);
    },
    equal,
  );
  const owners = cellsBy(
    graph,
    (does: Parameters<World['ownersThat']>[0]): readonly ResourceId[] =>
      keys
        .get()
        .flatMap((key) => ownersInPart(JSON.stringify([key, does])).get())
        .sort(),
    equal,
  );
  const publicAccessBlocks = graph.earlyCell(() => {
    const found = new Map<string, ReturnType<World['publicAccessBlocks']['get']> & object>();
    // Where several are drawn for one Region, the first by name counts.
    for (const own of allWorlds())
      for (const [place, fact] of own.publicAccessBlocks) {
        const other = found.get(place);
        if (other === undefined || fact.by < other.by) found.set(place, fact);
      }
    return found;
  }, equal);
  /** The blocks that tell the addresses of the subnets of a part apart. */
  const mentionedIn = earlyCellsBy(
    graph,
    (key: PartKey): MentionedBlocks =>
      mentionedInside(
        mentioned.get(),
        [...worlds(key).get().subnets.values()].flatMap(({ block, ipv6 }) =>
          [block, ipv6].flatMap((own) => own ?? []),
        ),
      ),
    equal,
  );
  const free = earlyCellsBy(
    graph,
    (about: string): readonly bigint[] => {
      const [id, family] = JSON.parse(about) as [ResourceId, 4 | 6];
      const key = keyOf(id).get();
      const subnet = key === undefined ? undefined : worlds(key).get().subnets.get(id);
      if (key === undefined || subnet === undefined) return [];
      return freeAddresses(subnet, family, mentionedIn(key).get());
    },
    equal,
  );

  /** The maps of all parts as one, each asked for what it has. */
  const together = <V>(
    mapOf: (part: WorldPart) => ReadonlyMap<ResourceId, V>,
  ): ReadonlyMap<ResourceId, V> => {
    const find = (id: ResourceId): ReadonlyMap<ResourceId, V> | undefined => {
      const key = keyOf(id).get();
      return key === undefined ? undefined : mapOf(worlds(key).get());
    };
    // As `buildWorld` fills them: sorted by who states the facts.
    const entries = (): [ResourceId, V][] =>
      allWorlds()
        .flatMap((part) => [...mapOf(part)])
        .sort(([a], [b]) => (a < b ? -1 : 1));
    const size = graph.earlyCell(() => allWorlds().reduce((sum, part) => sum + mapOf(part).size, 0));
    return trackedMap({
      size: () => size.get(),
      get: (id) => find(id)?.get(id),
      has: (id) => find(id)?.has(id) === true,
      keys: () => entries().map(([id]) => id),
      entries,
    });
  };
  const world: World = {
    name,
    networks: together((part) => part.networks),
    subnets: together((part) => part.subnets),
    tables: together((part) => part.tables),
    edges: together((part) => part.edges),
    acls: together((part) => part.acls),
    groups: together((part) => part.groups),
    prefixLists: together((part) => part.prefixLists),
    interfaces: together((part) => part.interfaces),
    registered: together((part) => part.registered),
    transitGateways: together((part) => part.transitGateways),
    facts: together((part) => part.facts),
    refusals: together((part) => part.refusals),
    assumptions: together((part) => part.assumptions),
    get publicAccessBlocks() {
      return publicAccessBlocks.get();
    },
    get mentioned() {
      return mentioned.get();
    },
    ownersThat: (does) => owners(does).get(),
    freeIn: (subnet, family) => free(JSON.stringify([subnet.id, family])).get(),
    get anyPublic() {
      return anyPublic.get();
    },
    get region() {
      return region.get();
    },
  };

  const isDoubtful = graph.earlyCell(() =>
    document
      .guessed()
      .some((resource) =>
        [...standingGuessesOf(catalog, view, resource)].some(({ rests }) => rests !== 'value'),
      ),
  );
  /** Where something is only a guess, the design is compiled once more for each: that takes the whole of it. */
  const whole = graph.cell(() => {
    const all = document.everything();
    return networkOf(catalog, all, { nameOf: (id) => nameOf(catalog, all, id) });
  });
  /** Anew for every question: what the engine keeps by its world must not outlast what it was taken from. */
  const certain = (): CompiledNetwork => networkOver(Object.create(world) as World);
  const network: CompiledNetwork = {
    trace: (query) => (isDoubtful.get() ? whole.get() : certain()).trace(query),
    routeTableOf: (subnet) => certain().routeTableOf(subnet),
    networkAclOf: (subnet) => certain().networkAclOf(subnet),
    routesOf: (table) => certain().routesOf(table),
    subnetsOf: (table) => certain().subnetsOf(table),
  };
  const traces = cellsBy(
    graph,
    (id: FlowId): Trace | undefined => {
      const flow = document.view.flows.get(id);
      if (flow === undefined || !document.has(flow.from) || !document.has(flow.to)) return undefined;
      return network.trace(queryFor(flow, (end) => stated(end).get()));
    },
    equal,
  );
  const routes = cellsBy(
    graph,
    (key: PartKey): ReadonlyMap<ResourceId, readonly RouteState[]> =>
      new Map(
        members(key)
          .get()
          .flatMap((id) => {
            const found = document.has(id) ? network.routesOf(id) : [];
            return found.length === 0 ? [] : [[id, found] as const];
          }),
      ),
    equal,
  );
  return {
    network,
    traceOf: (flow) => traces(flow).get(),
    parts: () => keys.get(),
    routesIn: (key) => routes(key).get(),
  };
}

/** All texts in a fact, its keys among them: references are values, or keys of a list of references. */
function collectTexts(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') into.add(value);
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value)) {
      into.add(key);
      collectTexts(each, into);
    }
}

/** Puts ids that are tied to one another together. The key of a part is its first id. */
function divide(ties: ReadonlyMap<ResourceId, readonly ResourceId[]>): Division {
  const leaders = new Map<ResourceId, ResourceId>();
  const leader = (id: ResourceId): ResourceId => {
    let at = id;
    for (let next = leaders.get(at); next !== undefined; next = leaders.get(at)) at = next;
    // So that nobody goes that way again step by step.
    for (let on = id; on !== at;) {
      const next = leaders.get(on) ?? at;
      leaders.set(on, at);
      on = next;
    }
    return at;
  };
  for (const [id, named] of ties)
    for (const other of named) {
      const [a, b] = [leader(id), leader(other)];
      if (a !== b) leaders.set(a < b ? b : a, a < b ? a : b);
    }
  const keyOf = new Map<ResourceId, PartKey>();
  const members = new Map<PartKey, ResourceId[]>();
  for (const id of ties.keys()) {
    const key = leader(id);
    keyOf.set(id, key);
    const own = members.get(key);
    if (own === undefined) members.set(key, [id]);
    else own.push(id);
  }
  return { keys: [...members.keys()].sort(), keyOf, members };
}
