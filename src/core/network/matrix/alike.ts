/**
 * Which ends the engine treats alike. Two resources are alike when the facts stay the same with their names exchanged, and
 * with them the fixed addresses that nothing else tells apart: what things are called changes nothing, so any flow of the
 * one has the verdict of the same flow of the other, and of two of them each reaches the other or neither does.
 */
import type { ResourceId } from '../../model/document';
import type { Fact } from '../facts';
import { fixedAddresses } from '../interfaces';
import { ownerKey, type World } from '../world';
import { placesIn, type PlaceOf } from './addressPlaces';
import type { MatrixEnd } from './matrixEnds';

/** In place of its own name. */
const self = '\u0000self';

/**
 * The ends in groups, each group by the indices of its ends. `worlds`: the design, and what it would be if guesses were wrong.
 * `apart`: the resources that those are about. `butForGroups`: those that only their security groups tell apart are taken for
 * alike, with the fixed addresses that only the rules of security groups tell apart.
 */
export function alikeIn(
  worlds: readonly World[],
  ends: readonly MatrixEnd[],
  apart: ReadonlySet<ResourceId>,
  butForGroups = false,
): readonly (readonly number[])[] {
  const wanted = new Set(ends.flatMap(({ resource }) => resource ?? []));
  const told = worlds.map((world) => mentionsIn(world, wanted, butForGroups));
  const groups = new Map<string, number[]>();
  ends.forEach((end, index) => {
    const { resource } = end;
    const text =
      resource === null || apart.has(resource)
        ? `alone ${index}`
        : JSON.stringify([
            end.sort,
            worlds.map((world, at) => [stateOf(world, resource), ...(told[at]?.get(resource) ?? []).sort()]),
          ]);
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [index]);
    else group.push(index);
  });
  return [...groups.values()];
}

/** Everything that facts say of each resource, in its own facts and in those of others, with its name left out. */
function mentionsIn(
  world: World,
  wanted: ReadonlySet<ResourceId>,
  butForGroups: boolean,
): ReadonlyMap<ResourceId, string[]> {
  const found = new Map<ResourceId, string[]>();
  const add = (id: ResourceId, text: string): void => {
    const list = found.get(id);
    if (list === undefined) found.set(id, [text]);
    else list.push(text);
  };
  const placeOf = placesIn(world, butForGroups);
  for (const [by, facts] of world.facts)
    for (const stated of facts) {
      const fact = butForGroups ? withoutGroups(stated) : stated;
      if (wanted.has(by)) add(by, said(anywhereIn(placeOf, fact), by));
      const named = new Set(namesIn(fact, wanted));
      named.delete(by);
      for (const id of named) for (const text of placesOf(fact, id)) add(id, text);
    }
  return found;
}

/** An interface with only whether there are groups that filter it, and whether they are its own. */
function withoutGroups(fact: Fact): Fact {
  if (fact.fact !== 'interface' || fact.securityGroups === null || fact.securityGroups.length === 0)
    return fact;
  return { ...fact, securityGroups: ['some'] };
}

/** An interface with what stands for its fixed address. */
function anywhereIn(placeOf: PlaceOf, fact: Fact): Fact {
  if (fact.fact !== 'interface' || typeof fact.privateIpv4 !== 'string') return fact;
  const place = placeOf(fact.subnet, fact.privateIpv4);
  return place === undefined ? fact : { ...fact, privateIpv4: `one of ${place}` };
}

/** The places in a fact of another's that name a resource, with what stands around it there. */
function placesOf(fact: Fact, id: ResourceId): string[] {
  // The targets of a target group are a set: each is one that a packet may go to, and nothing hangs on its row's key.
  if (fact.fact === 'target-group') {
    const { targets, ...rest } = fact;
    const own = Object.values(targets).filter((row) => names(row, id));
    return [
      ...(names(rest, id) ? [said(fact, id)] : []),
      ...own.map((row) => JSON.stringify([fact.by, 'targets', row], withoutName(id))),
    ];
  }
  return [said(fact, id)];
}

function said(fact: Fact, id: ResourceId): string {
  // An order says who comes first of two that cannot both be; that is in the state of each.
  const { order: _, ...rest } = fact;
  return JSON.stringify(rest, withoutName(id));
}

function withoutName(id: ResourceId): (key: string, value: unknown) => unknown {
  return (_, value) => (value === id ? self : value);
}

function names(value: unknown, id: ResourceId): boolean {
  if (typeof value === 'string') return value === id;
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((each) => names(each, id));
}

function* namesIn(value: unknown, wanted: ReadonlySet<ResourceId>): Generator<ResourceId> {
  if (typeof value === 'string') {
    if (wanted.has(value)) yield value;
  } else if (typeof value === 'object' && value !== null)
    for (const each of Object.values(value)) yield* namesIn(each, wanted);
}

/** What the engine has made of it where several want the same: whether AWS would create it, and whose an address is. */
function stateOf(world: World, id: ResourceId): string {
  const refusal = world.refusals.get(id);
  const owned = (world.interfaces.get(id) ?? []).map((at) =>
    fixedAddresses(at).map((address) => at.network?.fixedOwners.get(ownerKey(address)) === at),
  );
  return JSON.stringify([
    refusal === undefined
      ? null
      : { ...refusal, resource: refusal.resource === id ? self : refusal.resource, says: null },
    owned,
  ]);
}
