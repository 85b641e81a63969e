/** Keeps content inside its container: pulled in where there is room, else the container grows, and those around it. */
import type { Catalog } from '../core/catalog/catalog';
import type { Placement } from '../core/commands/placeResources';
import type { Document, ResourceId } from '../core/model/document';
import type { KindName } from '../core/model/kinds';
import { clamp } from '../lib/rect';
import { standsOnBorder } from './drop';

/** Room between a container's border and its content, and for its title line, in px. */
export const padding = 16;
export const titleRoom = 40;

/** A place relative to its parent, which pulls it in as far as it fits. */
export function pulledIn(parent: { readonly w: number; readonly h: number }, place: Placement): Placement {
  return {
    ...place,
    x: clamp(place.x, padding, Math.max(padding, parent.w - padding - place.w)),
    y: clamp(place.y, titleRoom, Math.max(titleRoom, parent.h - padding - place.h)),
  };
}

export interface Placed extends Placement {
  readonly kind: KindName;
  readonly parentId: ResourceId | null;
}

/**
 * The new sizes of containers that have to grow so that the given places fit, from the inside outwards. `places` are the
 * new ones, of new resources too; what they do not name stands where the document says.
 */
export function growth(
  catalog: Catalog,
  document: Document,
  places: ReadonlyMap<ResourceId, Placed>,
): Map<ResourceId, { readonly w: number; readonly h: number }> {
  const sizes = new Map<ResourceId, { readonly w: number; readonly h: number }>();
  const placeOf = (id: ResourceId): Placed | undefined => {
    const place = places.get(id) ?? document.resources.get(id);
    const size = sizes.get(id);
    return place === undefined || size === undefined ? place : { ...place, ...size };
  };
  const fit = (id: ResourceId): void => {
    const place = placeOf(id);
    const parent = place?.parentId == null ? undefined : placeOf(place.parentId);
    if (place?.parentId == null || parent === undefined) return;
    // What stands on the border sticks out, and is not held.
    if (standsOnBorder(catalog, place.kind, parent.kind)) return;
    const w = Math.max(parent.w, Math.ceil(place.x + place.w + padding));
    const h = Math.max(parent.h, Math.ceil(place.y + place.h + padding));
    if (w === parent.w && h === parent.h) return;
    sizes.set(place.parentId, { w, h });
    fit(place.parentId);
  };
  for (const id of places.keys()) fit(id);
  return sizes;
}
