/** Keeps content inside its container: pulled in where there is room, else the container grows, and those around it, and pushes its neighbours aside. */
import type { Catalog } from '../catalog/catalog';
import type { Placement } from '../commands/placeResources';
import type { Document, ResourceId } from '../model/document';
import type { KindName } from '../model/kinds';
import { clamp, overlaps } from '../../lib/rect';
import { iconMiddle, standsOnBorder } from './border';

/** Room between a container's border and its content, and for its title line, in px. */
export const padding = 16;
export const titleRoom = 40;

/** The space for content, relative to the container. */
export function innerSpace({ w, h }: { readonly w: number; readonly h: number }): Placement {
  return { x: padding, y: titleRoom, w: w - 2 * padding, h: h - titleRoom - padding };
}

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
 * What else has to change so that the given places fit, from the inside outwards: containers grow, those that a grown one
 * would cover are pushed aside, and what stands on a grown border goes along. `places` are the new ones, of new resources
 * too; what they do not name stands where the document says.
 */
export function growth(
  catalog: Catalog,
  document: Document,
  places: ReadonlyMap<ResourceId, Placed>,
): Map<ResourceId, Partial<Placement>> {
  const changes = new Map<ResourceId, Partial<Placement>>();
  const placeOf = (id: ResourceId): Placed | undefined => {
    const place = places.get(id) ?? document.resources.get(id);
    const change = changes.get(id);
    return place === undefined || change === undefined ? place : { ...place, ...change };
  };
  const change = (id: ResourceId, to: Partial<Placement>): void => {
    changes.set(id, { ...changes.get(id), ...to });
  };
  let byParent: Map<ResourceId | null, ResourceId[]> | undefined;
  const childrenOf = (parentId: ResourceId | null): readonly ResourceId[] => {
    // Most changes make nothing grow and never ask.
    if (byParent === undefined) {
      byParent = new Map();
      for (const id of new Set([...document.resources.keys(), ...places.keys()])) {
        const home = placeOf(id)?.parentId ?? null;
        const found = byParent.get(home);
        if (found === undefined) byParent.set(home, [id]);
        else found.push(id);
      }
    }
    return byParent.get(parentId) ?? [];
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
    change(place.parentId, { w, h });
    keepOnBorder(place.parentId, parent, { w, h });
    pushAside(place.parentId, parent);
    fit(place.parentId);
  };

  const keepOnBorder = (id: ResourceId, before: Placed, { w, h }: Pick<Placement, 'w' | 'h'>): void => {
    for (const child of childrenOf(id)) {
      const place = placeOf(child);
      if (place === undefined || places.has(child) || !standsOnBorder(catalog, place.kind, before.kind))
        continue;
      if (Math.abs(place.x + place.w / 2 - before.w) < 2) change(child, { x: w - place.w / 2 });
      if (Math.abs(place.y + iconMiddle - before.h) < 2) change(child, { y: h - iconMiddle });
    }
  };

  /** Those right of and below a box that has grown or moved make room, each for the next. */
  const pushAside = (id: ResourceId, before: Placed): void => {
    for (const other of childrenOf(before.parentId)) {
      const now = placeOf(id);
      const place = placeOf(other);
      if (other === id || now === undefined || place === undefined || place.w === 0) continue;
      const parentKind = place.parentId === null ? undefined : placeOf(place.parentId)?.kind;
      if (standsOnBorder(catalog, place.kind, parentKind)) continue;
      if (document.resources.get(other)?.locked === true) continue;
      // A little of the distance between them is kept.
      const [gapX, gapY] = [place.x - before.x - before.w, place.y - before.y - before.h];
      const [keptX, keptY] = [clamp(gapX, 0, padding), clamp(gapY, 0, padding)];
      const reach = { x: now.x, y: now.y, w: now.w + keptX, h: now.h + keptY };
      if (!overlaps(reach, place)) continue;
      const right = gapX >= 0 ? now.x + now.w + keptX - place.x : Infinity;
      const down = gapY >= 0 ? now.y + now.h + keptY - place.y : Infinity;
      // What overlapped already is no business of this.
      if (right === Infinity && down === Infinity) continue;
      change(other, right <= down ? { x: place.x + right } : { y: place.y + down });
      pushAside(other, place);
      fit(other);
    }
  };

  for (const [id, place] of places) {
    const before = document.resources.get(id);
    if (before?.parentId === place.parentId && (place.w > before.w || place.h > before.h))
      pushAside(id, before);
    fit(id);
  }
  return changes;
}
