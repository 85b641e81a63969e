/**
 * The network of a tracked document. Facts are taken anew from the resources that have changed, and a world is compiled in
 * parts: facts that name one another, directly or by way of others, are one part, but for names that tie nothing
 * (`network/ties.ts`). A flow is followed anew when a part that it has met has changed.
 *
 * The parts rest on this: what is compiled from a fact hangs only on facts that it names or that name it, and on what
 * `buildPart` is told beside them (`network/beyond.ts`). What else a flow asks of the whole design when it is followed (who answers for a name,
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
import { beyondParts, visitorsBy } from './beyondParts';
import { cellsBy, earlyCellsBy, type Cell, type Graph } from './cells';
import type { PartKey } from './parts';
import type { TrackedDocument } from './trackedDocument';
import { trackedMap } from './trackedMap';
import { trackedParts } from './trackedParts';

export interface TrackedNetwork {
  readonly network: CompiledNetwork;
  /** The trace of a flow whose ends exist; undefined for any other. */
  traceOf(flow: FlowId): Trace | undefined;
  /** The keys of the parts. */
  parts(): readonly PartKey[];
  /** The routes of every table in a part, by the table's id. */
  routesIn(part: PartKey): ReadonlyMap<ResourceId, readonly RouteState[]>;
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
  const parts = trackedParts(graph, {
    ids: () => [...view.resources.keys(), ...beside.get().keys()],
    isNamed: (text) => document.has(text) || beside.get().has(text),
    factsBy: (id) => factsBy(id).get(),
  });
  const factsOf = (key: PartKey): readonly Fact[] => parts.members(key).flatMap((id) => factsBy(id).get());
  const assignedInPart = earlyCellsBy(graph, (key: PartKey) => assignedIn(factsOf(key)), equal);
  const assigned = graph.earlyCell(
    () =>
      parts
        .keys()
        .flatMap((key) => assignedInPart(key).get())
        .sort(),
    equal,
  );
  const beyond = beyondParts(graph, {
    name,
    factsBy: (id) => factsBy(id).get(),
    assigned: () => assigned.get(),
    worldWith: (id) => {
      const key = parts.keyOf(id);
      return key === undefined ? undefined : worlds(key).get();
    },
  });
  const visitors = visitorsBy(graph, (id) => factsBy(id).get());
  const worlds: (key: PartKey) => Cell<WorldPart> = cellsBy(graph, (key: PartKey): WorldPart => {
    const facts = factsOf(key);
    const asksForNumbers = facts.some((fact) => fact.fact === 'network' && fact.ipv6 === 'assigned');
    const guests = parts.guests(key).flatMap((id) => visitors(id).get().told);
    return buildPart(facts, name, asksForNumbers ? assigned.get() : [], { ...beyond, guests });
  });
  const allWorlds = (): WorldPart[] => parts.keys().map((key) => worlds(key).get());

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
    (): MentionedBlocks => mentionedBlocks(parts.keys().flatMap((key) => blocksOf(key).get().mentioned)),
    equal,
  );
  const anyPublic = graph.earlyCell(
    () =>
      anyPublicIn(
        mentioned.get(),
        parts.keys().flatMap((key) => blocksOf(key).get().own),
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
      parts
        .keys()
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
      const key = parts.keyOf(id);
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
      const key = parts.keyOf(id);
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
        parts.members(key).flatMap((id) => {
          const found = document.has(id) ? network.routesOf(id) : [];
          return found.length === 0 ? [] : [[id, found] as const];
        }),
      ),
    equal,
  );
  return {
    network,
    traceOf: (flow) => traces(flow).get(),
    parts: () => parts.keys(),
    routesIn: (key) => routes(key).get(),
  };
}
