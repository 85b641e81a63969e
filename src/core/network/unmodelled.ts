/** What is not modelled, put into the world: values that it makes unknown, and assumptions that a trace must name. */
import type { Words } from '../../lib/words';
import type { ResourceId } from '../model/document';
import { unique } from './combine';
import type { InterfaceFact, SubnetFact, UnmodelledFact } from './facts';
import type { Block, Trace } from './trace';
import type { RouteTable, SecurityGroup, World } from './world';

type Beside = ReadonlyMap<ResourceId, readonly UnmodelledFact[]>;

/** An interface of which a part is said elsewhere: what it does not say itself is not known. */
export function withUnmodelled(
  fact: InterfaceFact,
  beside: Beside,
): { readonly fact: InterfaceFact; readonly groupsElsewhere?: readonly SecurityGroup[] } {
  const own = beside.get(fact.by) ?? [];
  const address = own.find(({ effect }) => effect.is === 'public-address' || effect.is === 'interface');
  const elsewhere = own.find(({ effect }) => effect.is === 'interface');
  const changed =
    address === undefined || fact.publicIpv4 !== false
      ? fact
      : { ...fact, publicIpv4: { unknown: address.says } };
  if (elsewhere === undefined || fact.securityGroups === null || fact.securityGroups.length > 0)
    return { fact: changed };
  const { by, says: why } = elsewhere;
  const group = { id: by, network: null, inbound: [], outbound: [], missing: true, why };
  return { fact: changed, groupsElsewhere: [group] };
}

/** A subnet that gets an IPv6 block out of sight. */
export function withUnmodelledBlock(fact: SubnetFact, beside: Beside): SubnetFact {
  const ipv6 = beside.get(fact.by)?.find(({ effect }) => effect.is === 'ipv6');
  return ipv6 === undefined || fact.ipv6 !== null ? fact : { ...fact, ipv6: { unknown: ipv6.says } };
}

/** What is assumed, by the resource that it is about. What may change a route table shows in its rows. */
export function assumptionsOf(
  beside: Beside,
  tables: ReadonlyMap<ResourceId, RouteTable>,
): Map<ResourceId, readonly Words[]> {
  const found = new Map<ResourceId, readonly Words[]>();
  for (const [id, facts] of beside) {
    const words = facts
      .filter(({ effect: { is } }) => is === 'assumed' || (is === 'may-change' && !tables.has(id)))
      .map(({ says }) => says);
    if (words.length > 0) found.set(id, words);
  }
  return found;
}

/** The trace, with what was assumed of all it touches. */
export function withAssumptions(world: World, trace: Trace): Trace {
  if (world.assumptions.size === 0) return trace;
  const words = [...touched(world, trace)].flatMap((id) => world.assumptions.get(id) ?? []);
  if (words.length === 0) return trace;
  const sorted = [...words].sort((a, b) => (a.en < b.en ? -1 : 1));
  return { ...trace, unknowns: unique([...trace.unknowns, ...sorted]) };
}

/** Every resource that a trace passes, is filtered by, or is blamed on, with the subnets and networks these are in. */
function touched(
  world: World,
  { forward, return: back, blockedBy, resolution }: Trace,
): ReadonlySet<ResourceId> {
  const found = new Set<ResourceId>();
  const add = (id: ResourceId | null | undefined): void => {
    if (id == null || found.has(id)) return;
    found.add(id);
    const subnet = world.subnets.get(id);
    add(subnet?.network?.id);
    if (subnet?.table != null && 'routes' in subnet.table) add(subnet.table.id);
    for (const own of world.interfaces.get(id) ?? []) {
      add(own.subnet?.id);
      add(own.network?.id);
      for (const group of own.groups ?? []) add(group.id);
    }
    for (const fact of world.facts.get(id) ?? []) if ('network' in fact) add(fact.network);
  };
  for (const { at, because } of [...forward.steps, ...(back?.steps ?? [])]) {
    add(at);
    add(because.resource);
  }
  for (const { at, resource } of blockedBy satisfies readonly Block[]) {
    add(at);
    add(resource);
  }
  add(resolution?.by);
  return found;
}
