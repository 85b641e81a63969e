/** What is locked is never moved out of the way, so nothing may come to stand on it. */
import { overlaps } from '../../lib/rect';
import type { Catalog } from '../catalog/catalog';
import type { Document, ResourceId } from '../model/document';
import { standsOnBorder } from './border';
import { asShown } from './collapsed';
import type { Placed } from './fit';

/** A locked resource that one of `by` covers and did not cover before, when all stands at `places`, as it is seen. */
export function lockedCovered(
  catalog: Catalog,
  document: Document,
  places: ReadonlyMap<ResourceId, Placed>,
  by: Iterable<ResourceId> = places.keys(),
): ResourceId | undefined {
  const takesRoom = ({ kind, parentId }: Placed): boolean => {
    const { as } = catalog.kind(kind).shape;
    const parent = parentId === null ? undefined : (document.resources.get(parentId) ?? places.get(parentId));
    return as !== 'chip' && as !== 'badge' && !standsOnBorder(catalog, kind, parent?.kind);
  };
  const movers = [...by];
  for (const held of document.resources.values()) {
    if (held.locked !== true || !takesRoom(held)) continue;
    const before = asShown(catalog, held);
    const now: Placed = places.get(held.id) ?? before;
    for (const id of movers) {
      const place = places.get(id);
      if (place === undefined || id === held.id || place.parentId !== held.parentId || !takesRoom(place))
        continue;
      if (!overlaps(place, now)) continue;
      const was = document.resources.get(id);
      const isOld =
        was !== undefined && was.parentId === held.parentId && overlaps(asShown(catalog, was), before);
      if (!isOld) return held.id;
    }
  }
  return undefined;
}
