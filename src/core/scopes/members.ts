/** Who belongs to a part of the design, and who of them are so alike that packets fare the same. */
import type { Catalog } from '../catalog/catalog';
import { surroundingsIn } from '../catalog/surroundings';
import type { Document, Resource, ResourceId } from '../model/document';
import { ancestors } from '../model/queries';
import type { Fact } from '../network/facts';

/** The facts of a resource that starts or ends flows, or that hands them on to others. */
export interface Station {
  readonly resource: Resource;
  readonly facts: readonly Fact[];
}

/** Everybody whom flows may begin or end at, with what each states. */
export interface Stations {
  /** Those with network interfaces of their own, and those that AWS runs outside any VPC. */
  readonly workloads: readonly Station[];
  /** Load balancers, and endpoints of somebody's own service: who reaches them reaches others. */
  readonly doors: readonly Station[];
}

export function stationsOf(catalog: Catalog, document: Document): Stations {
  const workloads: Station[] = [];
  const doors: Station[] = [];
  const around = surroundingsIn(document);
  for (const resource of document.resources.values()) {
    const stated = catalog.kind(resource.kind).facts?.(resource, around(resource.id));
    const facts = stated === undefined ? [] : [...stated];
    if (facts.some(isWorkload)) workloads.push({ resource, facts });
    else if (facts.some(isDoor)) doors.push({ resource, facts });
  }
  return { workloads, doors };
}

/** One that belongs to a part of the design. */
export interface Member extends Station {
  /** Where only some of its interfaces stand in the part: their subnets. Null: all of it belongs there. */
  readonly by: ReadonlySet<ResourceId> | null;
}

/** Those that stand in the given resources, with their boxes or by an interface, or are one of them. */
export function inside(
  document: Document,
  stations: readonly Station[],
  within: Readonly<Record<ResourceId, true>>,
): readonly Member[] {
  const holds = (id: ResourceId | null): boolean =>
    id !== null &&
    (Object.hasOwn(within, id) || ancestors(document, id).some((each) => Object.hasOwn(within, each.id)));
  return stations.flatMap((station): Member[] => {
    if (Object.hasOwn(within, station.resource.id)) return [{ ...station, by: null }];
    const subnets = station.facts.flatMap((fact) =>
      fact.fact === 'interface' && fact.subnet !== null ? [fact.subnet] : [],
    );
    const held = subnets.filter(holds);
    if (subnets.length === 0) return holds(station.resource.id) ? [{ ...station, by: null }] : [];
    if (held.length === 0) return [];
    return [{ ...station, by: held.length === subnets.length ? null : new Set(held) }];
  });
}

/** Groups of those who state the same, but for their names: one speaks for all. */
export function alike<S extends Station & { readonly by?: ReadonlySet<ResourceId> | null }>(
  stations: readonly S[],
): readonly (readonly [S, ...S[]])[] {
  const classes = new Map<string, [S, ...S[]]>();
  for (const station of stations) {
    const stated = station.facts.map((fact) => ({ ...fact, by: '', order: '' }));
    const key = JSON.stringify([stated, [...(station.by ?? [])]]);
    const found = classes.get(key);
    if (found === undefined) classes.set(key, [station]);
    else found.push(station);
  }
  return [...classes.values()];
}

function isWorkload(fact: Fact): boolean {
  return (fact.fact === 'interface' && fact.workload) || fact.fact === 'hosted-by-aws';
}

function isDoor(fact: Fact): boolean {
  return (
    fact.fact === 'load-balancer' || (fact.fact === 'interface-endpoint' && (fact.provider ?? null) !== null)
  );
}
