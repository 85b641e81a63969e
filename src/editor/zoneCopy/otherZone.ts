/** Which Availability Zone a copy goes to. */
import type { Catalog } from '../../core/catalog/catalog';
import { regionOf, surroundingsIn } from '../../core/catalog/surroundings';
import type { Document, Resource, ResourceId } from '../../core/model/document';
import { ancestors } from '../../core/model/queries';
import { known } from '../../core/model/value';
import { zonesOf } from '../../lib/regions';
import type { NamedZone } from '../../lib/zoneNames';

export interface ZoneChange {
  /** Where the originals are; undefined where the diagram does not say. */
  readonly from: NamedZone | undefined;
  readonly to: NamedZone;
}

/**
 * The zone after that of the first original, in the order of the Region, in which the network has nothing yet; where it has
 * something in all of them, the next one that none of the originals is in.
 */
export function otherZone(
  catalog: Catalog,
  document: Document,
  originals: readonly Resource[],
): ZoneChange | undefined {
  const [first] = originals;
  if (first === undefined) return undefined;
  const zones = zonesOf(regionOf(document, first.id));
  const zoneOf = zonesIn(document);
  const own = zoneOf(first.id);
  const start = zones.indexOf(own);
  const inOrder = zones.map((_, step) => zones[(Math.max(0, start) + 1 + step) % zones.length] ?? '');
  const left = new Set(originals.map(({ id }) => zoneOf(id)));
  const used = zonesInUse(catalog, document, first, zoneOf);
  const others = inOrder.filter((zone) => !left.has(zone));
  const name = others.find((zone) => !used.has(zone)) ?? others[0];
  if (name === undefined) return undefined;
  return {
    from: own === '' ? undefined : { name: own, index: start },
    to: { name, index: zones.indexOf(name) },
  };
}

/** The zone of each resource as far as the diagram says it; empty where it does not. */
export function zonesIn(document: Document): (id: ResourceId) => string {
  const around = surroundingsIn(document);
  return (id) => known(around(id).zoneOf(id)) ?? '';
}

function zonesInUse(
  catalog: Catalog,
  document: Document,
  own: Resource,
  zoneOf: (id: ResourceId) => string,
): ReadonlySet<string> {
  const network = networkOf(catalog, document, own.id);
  const used = new Set<string>();
  for (const { id, kind } of document.resources.values())
    if (catalog.kind(kind).isZonal === true && networkOf(catalog, document, id) === network)
      used.add(zoneOf(id));
  return used;
}

function networkOf(catalog: Catalog, document: Document, id: ResourceId): ResourceId | undefined {
  return ancestors(document, id).find(({ kind }) => catalog.kind(kind).isNetwork === true)?.id;
}
