/**
 * Gives what is new in a diagram, or has moved to another container, a place there. Nothing else moves for it, unless a
 * container that is there has to grow: then its neighbours make room, as they do for a drop on the canvas.
 */
import type { Rect } from '../../../lib/rect';
import { overlaps } from '../../../lib/rect';
import { compareOrder, orderBetween } from '../../../lib/order';
import type { Catalog } from '../../catalog/catalog';
import type { Size } from '../../catalog/kind';
import { sizeOf } from '../../catalog/newResource';
import { iconMiddle, standsOnBorder } from '../../layout/border';
import { isDrawnOver } from '../../layout/drawnOver';
import { growth, type Placed } from '../../layout/fit';
import { freeSpot } from '../../layout/freeSpot';
import type { Document, Resource, ResourceId } from '../../model/document';
import { ancestors, childrenByParent } from '../../model/queries';

/** `layout`: the resources where an import of the same text puts them. */
export function placedIn(
  catalog: Catalog,
  document: Document,
  layout: ReadonlyMap<ResourceId, Resource>,
  toPlace: ReadonlySet<ResourceId>,
): Document {
  if (toPlace.size === 0) return document;
  const placed = placedWith(catalog, document, layout, toPlace, new Map());
  const sizes = new Map<ResourceId, Size>();
  for (const id of toPlace) {
    const own = placed.resources.get(id);
    if (own !== undefined && catalog.kind(own.kind).shape.as === 'container')
      sizes.set(id, { w: own.w, h: own.h });
  }
  // What is in a new container may need more room than was looked for: now it is known how much.
  return sizes.size === 0 ? placed : placedWith(catalog, document, layout, toPlace, sizes);
}

/** `sizes`: of new containers, where they are known. */
function placedWith(
  catalog: Catalog,
  document: Document,
  layout: ReadonlyMap<ResourceId, Resource>,
  toPlace: ReadonlySet<ResourceId>,
  sizes: ReadonlyMap<ResourceId, Size>,
): Document {
  const resources = new Map(document.resources);
  const now = (): Document => ({ ...document, resources });
  const places = new Map<ResourceId, Placed>();
  const siblings = childrenByParent(document);
  const outermostFirst = [...toPlace]
    .flatMap((id) => document.resources.get(id) ?? [])
    .map((resource) => ({ resource, depth: ancestors(document, resource.id).length }))
    .sort((a, b) => a.depth - b.depth || compareOrder(a.resource, b.resource));
  for (const { resource } of outermostFirst) {
    const beside = (siblings.get(resource.parentId) ?? []).filter(
      ({ id }) => !toPlace.has(id) || places.has(id),
    );
    const parent = resource.parentId === null ? undefined : resources.get(resource.parentId);
    const standing = beside.flatMap(({ id }) => resources.get(id) ?? []);
    const rect = rectFor(catalog, resource, parent, standing, layout, toPlace, sizes.get(resource.id));
    const last =
      standing
        .map(({ order }) => order)
        .sort()
        .at(-1) ?? null;
    const placed = { ...resource, ...rect, order: orderBetween(last, null) };
    resources.set(resource.id, placed);
    places.set(resource.id, placed);
  }
  for (const [id, change] of growth(catalog, now(), places)) {
    const own = resources.get(id);
    if (own !== undefined) resources.set(id, { ...own, ...change });
  }
  return now();
}

function rectFor(
  catalog: Catalog,
  resource: Resource,
  parent: Resource | undefined,
  beside: readonly Resource[],
  layout: ReadonlyMap<ResourceId, Resource>,
  toPlace: ReadonlySet<ResourceId>,
  known: Size | undefined,
): Rect {
  const { shape } = catalog.kind(resource.kind);
  if (shape.as === 'chip' || shape.as === 'badge') return { x: 0, y: 0, w: resource.w, h: resource.h };
  const read = layout.get(resource.id) ?? resource;
  const isNew = resource === layout.get(resource.id);
  const isFilled = [...layout.values()].some(({ parentId }) => parentId === resource.id);
  const size =
    known ??
    (!isNew
      ? { w: resource.w, h: resource.h }
      : shape.as === 'container' && isFilled
        ? { w: read.w, h: read.h }
        : sizeOf(catalog, resource.kind));
  // In a container that is new itself, the import's layout is the only one.
  if (parent !== undefined && toPlace.has(parent.id) && isNew)
    return { x: read.x, y: read.y, w: known?.w ?? read.w, h: known?.h ?? read.h };
  const wanted = { ...wantedIn(read, beside, layout), ...size };
  const parentRead = parent === undefined ? undefined : layout.get(parent.id);
  if (parent !== undefined && standsOnBorder(catalog, resource.kind, parent.kind))
    return onBorder(wanted, read, parent, parentRead ?? parent, beside);
  return freeSpot(
    parent === undefined ? undefined : { x: 0, y: 0, w: parent.w, h: parent.h },
    beside.filter(({ kind }) => takesRoom(catalog, kind) && !isDrawnOver(catalog, kind)),
    wanted,
  );
}

/** Beside the same neighbour as in the import's layout. */
function wantedIn(
  read: Resource,
  beside: readonly Resource[],
  layout: ReadonlyMap<ResourceId, Resource>,
): { readonly x: number; readonly y: number } {
  let best: { readonly x: number; readonly y: number } = read;
  let nearest = Infinity;
  for (const neighbour of beside) {
    const there = layout.get(neighbour.id);
    if (there === undefined || there.parentId !== read.parentId) continue;
    const distance = Math.hypot(there.x - read.x, there.y - read.y);
    if (distance >= nearest) continue;
    nearest = distance;
    best = { x: neighbour.x + read.x - there.x, y: neighbour.y + read.y - there.y };
  }
  return best;
}

/** On the side of the container where the import puts it, as far along, or further where somebody stands there. */
function onBorder(
  { w, h }: Rect,
  read: Resource,
  parent: Resource,
  parentRead: Resource,
  beside: readonly Resource[],
): Rect {
  const along = (at: number, of: number, length: number): number =>
    Math.round((at / Math.max(1, of)) * length);
  const middle = { x: read.x + w / 2, y: read.y + iconMiddle };
  const isUpright = Math.abs(middle.x) < 2 || Math.abs(middle.x - parentRead.w) < 2;
  const start = isUpright
    ? {
        x: (Math.abs(middle.x) < 2 ? 0 : parent.w) - w / 2,
        y: along(middle.y, parentRead.h, parent.h) - iconMiddle,
      }
    : {
        x: along(middle.x, parentRead.w, parent.w) - w / 2,
        y: (middle.y > parentRead.h / 2 ? parent.h : 0) - iconMiddle,
      };
  const step = 16;
  const length = isUpright ? parent.h : parent.w;
  for (let shift = 0; shift <= length; shift += step)
    for (const by of [shift, -shift]) {
      const rect = { x: start.x + (isUpright ? 0 : by), y: start.y + (isUpright ? by : 0), w, h };
      const at = isUpright ? rect.y + iconMiddle : rect.x + w / 2;
      if (at >= 0 && at <= length && !beside.some((other) => overlaps(other, rect))) return rect;
    }
  return { ...start, w, h };
}

function takesRoom(catalog: Catalog, kind: Resource['kind']): boolean {
  const { as } = catalog.kind(kind).shape;
  return as !== 'chip' && as !== 'badge';
}
