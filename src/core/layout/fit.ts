/** Keeps content inside its container: pulled in where there is room, else the container grows, and those around it, and pushes its neighbours aside. */
import type { Catalog } from '../catalog/catalog';
import type { Placement } from '../commands/placeResources';
import type { Document, Point, ResourceId } from '../model/document';
import type { KindName } from '../model/kinds';
import { clamp, overlaps, type Rect } from '../../lib/rect';
import { iconMiddle, standsOnBorder } from './border';
import { asShown, isCollapsed } from './collapsed';
import { isDrawnOver } from './drawnOver';

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
  const isChip = (id: ResourceId): boolean => {
    const resource = document.resources.get(id);
    return resource !== undefined && isCollapsed(catalog, resource);
  };
  const shown = (id: ResourceId): Placed | undefined => {
    const resource = document.resources.get(id);
    return resource === undefined ? undefined : asShown(catalog, resource);
  };
  const placeOf = (id: ResourceId): Placed | undefined => {
    const place = places.get(id) ?? shown(id);
    const change = changes.get(id);
    return place === undefined || change === undefined ? place : { ...place, ...change };
  };
  /** Those that are chips now and will be open: they take back the room that they had, and no more where it is free. */
  const opened = new Set(
    [...places].flatMap(([id, { w, h }]) => {
      const chip = isChip(id) ? shown(id) : undefined;
      return chip === undefined || (chip.w === w && chip.h === h) ? [] : [id];
    }),
  );
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

  /** So many boxes may be pushed by one change; no design needs as many, and nothing may hang. */
  let pushes = 20_000;

  const fit = (id: ResourceId): void => {
    const place = placeOf(id);
    const parent = place?.parentId == null ? undefined : placeOf(place.parentId);
    if (place?.parentId == null || parent === undefined) return;
    // What stands on the border sticks out, and is not held.
    if (standsOnBorder(catalog, place.kind, parent.kind) || isDrawnOver(catalog, place.kind)) return;
    if (isChip(place.parentId) && !opened.has(place.parentId)) {
      growUnseen(place.parentId, place);
      return;
    }
    const isInside =
      place.x >= 0 && place.y >= 0 && place.x + place.w <= parent.w && place.y + place.h <= parent.h;
    if (opened.has(id) && isInside) return;
    const before = document.resources.get(id);
    const isNew = before === undefined || before.parentId !== place.parentId;
    // What stood too close to the left or upper border before, and has not come closer, makes nothing grow.
    const left = isNew || place.x < before.x ? Math.max(0, Math.ceil(padding - place.x)) : 0;
    const top = isNew || place.y < before.y ? Math.max(0, Math.ceil(titleRoom - place.y)) : 0;
    const w = left + Math.max(parent.w, Math.ceil(place.x + place.w + padding));
    const h = top + Math.max(parent.h, Math.ceil(place.y + place.h + padding));
    if (w === parent.w && h === parent.h) return;
    change(place.parentId, { x: parent.x - left, y: parent.y - top, w, h });
    if (left > 0 || top > 0) keepOnPage(place.parentId, { x: left, y: top });
    keepOnBorder(place.parentId, parent, { left, top, w, h });
    pushAside(place.parentId, parent);
    fit(place.parentId);
  };

  /** What stands in a chip is not seen: the size changes that it will have when it is open, and nothing around it. */
  const growUnseen = (id: ResourceId, place: Placed): void => {
    const container = { ...document.resources.get(id), ...changes.get(id) };
    const w = Math.max(container.w ?? 0, Math.ceil(place.x + place.w + padding));
    const h = Math.max(container.h ?? 0, Math.ceil(place.y + place.h + padding));
    change(id, { w, h });
  };

  /** The content of a box whose upper left corner has moved stays where it is on the page. */
  const keepOnPage = (id: ResourceId, { x, y }: Point): void => {
    for (const child of childrenOf(id)) {
      const place = placeOf(child);
      if (place !== undefined) change(child, { x: place.x + x, y: place.y + y });
    }
  };

  const keepOnBorder = (
    id: ResourceId,
    before: Placed,
    { left, top, w, h }: { left: number; top: number; w: number; h: number },
  ): void => {
    for (const child of childrenOf(id)) {
      const place = placeOf(child);
      if (place === undefined || places.has(child) || !standsOnBorder(catalog, place.kind, before.kind))
        continue;
      const [x, y] = [place.x + place.w / 2 - left, place.y + iconMiddle - top];
      if (isNear(x, before.w)) change(child, { x: w - place.w / 2 });
      if (left > 0 && isNear(x, 0)) change(child, { x: -place.w / 2 });
      if (isNear(y, before.h)) change(child, { y: h - iconMiddle });
      if (top > 0 && isNear(y, 0)) change(child, { y: -iconMiddle });
    }
  };

  /** Those beside a box that has grown or moved make room, each for the next. */
  const pushAside = (id: ResourceId, before: Placed): void => {
    for (const other of childrenOf(before.parentId)) {
      const now = placeOf(id);
      const place = placeOf(other);
      if (other === id || now === undefined || place === undefined || place.w === 0) continue;
      const parentKind = place.parentId === null ? undefined : placeOf(place.parentId)?.kind;
      if (standsOnBorder(catalog, place.kind, parentKind) || isDrawnOver(catalog, place.kind)) continue;
      if (document.resources.get(other)?.locked === true) continue;
      if (opened.has(id) && !overlaps(now, place)) continue;
      const to = pushedBy(before, now, place);
      if (to === undefined || --pushes < 0) continue;
      change(other, to);
      pushAside(other, place);
      fit(other);
    }
  };

  for (const [id, place] of places) {
    if (isDrawnOver(catalog, place.kind)) continue;
    const before = shown(id);
    const isLarger = before !== undefined && (place.w > before.w || place.h > before.h);
    if (isLarger && before.parentId === place.parentId) pushAside(id, before);
    fit(id);
  }
  return changes;
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) < 2;
}

/**
 * Where something goes that a box covers which was beside it before: away from it, by as little as leaves some of the
 * distance between them. Undefined for what it does not cover, and for what it covered already.
 */
function pushedBy(before: Rect, now: Rect, place: Rect): Partial<Point> | undefined {
  const gaps = {
    right: place.x - before.x - before.w,
    down: place.y - before.y - before.h,
    left: before.x - place.x - place.w,
    up: before.y - place.y - place.h,
  };
  const kept = (gap: number): number => clamp(gap, 0, padding);
  const reach = {
    x: now.x - kept(gaps.left),
    y: now.y - kept(gaps.up),
    w: now.w + kept(gaps.left) + kept(gaps.right),
    h: now.h + kept(gaps.up) + kept(gaps.down),
  };
  if (!overlaps(reach, place)) return undefined;
  const ways: { readonly far: number; readonly to: Partial<Point> }[] = [];
  const way = (gap: number, far: number, to: Partial<Point>): void => {
    if (gap >= 0) ways.push({ far, to });
  };
  const [right, bottom] = [reach.x + reach.w, reach.y + reach.h];
  way(gaps.right, right - place.x, { x: right });
  way(gaps.down, bottom - place.y, { y: bottom });
  way(gaps.left, place.x + place.w - reach.x, { x: reach.x - place.w });
  way(gaps.up, place.y + place.h - reach.y, { y: reach.y - place.h });
  return ways.sort((a, b) => a.far - b.far)[0]?.to;
}
