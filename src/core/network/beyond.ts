/** What a part of a design (`ties.ts`) is told, while it is compiled, of what lies beyond it. */
import type { ResourceId } from '../model/document';
import type { Fact } from './facts';
import type { TransitGateway } from './transit/model';
import type { Network, PrefixList, SecurityGroup, World } from './world';

export interface Beyond {
  /** Facts of others that name something in the part: they belong to its networks, or attach these to its gateways. */
  readonly guests: readonly Fact[];
  factsOf(id: ResourceId): readonly Fact[] | undefined;
  /** As its own fact has it: its blocks and what else it says of itself, but not what stands in it. */
  network(id: ResourceId): Network | undefined;
  /** The same: with its attachments, but without tables. */
  transitGateway(id: ResourceId): TransitGateway | undefined;
  prefixList(id: ResourceId): PrefixList | undefined;
  /** Asked when a flow meets a rule that names it, not before: two groups may name one another. */
  group(id: ResourceId): SecurityGroup | undefined;
}

/** A world under construction, which finds by name what lies beyond it. What it lists is its own alone. */
export function withBeyond(world: World, beyond: Beyond | undefined): World {
  if (beyond === undefined) return world;
  return {
    ...world,
    facts: findingMore(world.facts, (id) => beyond.factsOf(id)),
    networks: findingMore(world.networks, (id) => beyond.network(id)),
    transitGateways: findingMore(world.transitGateways, (id) => beyond.transitGateway(id)),
    prefixLists: findingMore(world.prefixLists, (id) => beyond.prefixList(id)),
  };
}

/** A map that also finds what is not in it. What it lists is in it. */
export function findingMore<V>(
  own: ReadonlyMap<ResourceId, V>,
  find: (id: ResourceId) => V | undefined,
): ReadonlyMap<ResourceId, V> {
  const get = (id: ResourceId): V | undefined => own.get(id) ?? find(id);
  return {
    get,
    has: (id) => get(id) !== undefined,
    get size() {
      return own.size;
    },
    keys: () => own.keys(),
    values: () => own.values(),
    entries: () => own.entries(),
    [Symbol.iterator]: () => own[Symbol.iterator](),
    forEach: (call) => own.forEach(call),
  };
}
