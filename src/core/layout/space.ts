/**
 * Making space: all that stands beyond a line goes farther away from it, or nearer to it, and the containers that the line
 * crosses become larger or smaller by as much. What stands on either side keeps its distances. The same for all four
 * directions: places are counted along the way that things are pushed.
 */
import type { Rect } from '../../lib/rect';
import type { Catalog } from '../catalog/catalog';
import type { Placement } from '../commands/placeResources';
import type { Document, Resource, ResourceId } from '../model/document';
import { absolutePosition, childrenByParent } from '../model/queries';
import { lengthAlong, type Axis } from './align';
import { iconMiddle, standsOnBorder } from './border';
import { asShown, isCollapsed } from './collapsed';
import { padding, titleRoom } from './fit';

export interface SpaceLine {
  /** The container whose content is meant; null: all on the canvas. */
  readonly within: ResourceId | null;
  /** Along which things are pushed, and which way: 1 to the right or down, -1 to the left or up. */
  readonly axis: Axis;
  readonly way: 1 | -1;
  /** The place of the line on the axis, in canvas px. */
  readonly at: number;
  /** How near things may be pulled: to the line, or to what stands before it. */
  readonly pullsTo: 'line' | 'neighbour';
}

/** What a line makes of a document: which of it moves, and how far that can go. */
export interface Spaces {
  /** What goes along as a whole, and the containers that the line crosses. */
  readonly moved: readonly ResourceId[];
  readonly crossed: readonly ResourceId[];
  /** What is locked and so stays where it is, beyond the line or across it. */
  readonly held: readonly ResourceId[];
  /** How far things can be pulled (0 or less) and pushed, in px, before something is in the way. */
  readonly least: number;
  readonly most: number;
  /** The locked one that is in the way of pushing, where one is. */
  readonly stop: ResourceId | undefined;
  /** Places that change, relative to the parents, when all is pushed by so many px (pulled, below 0). */
  placesAfter(by: number): Record<ResourceId, Partial<Placement>>;
}

export function spacesAt(catalog: Catalog, document: Document, line: SpaceLine): Spaces {
  const parts = partsAt(catalog, document, line);
  const { moved, crossed } = parts;
  const idsOf = (stretches: readonly Stretch[]): ResourceId[] => stretches.map(({ resource }) => resource.id);
  const { least, most, stop } = reachOf(parts, line);
  return {
    moved: idsOf(moved),
    crossed: idsOf(crossed),
    held: idsOf(parts.stays.filter(({ far, resource }) => far > parts.at && resource.locked === true)),
    least,
    most,
    stop: stop !== undefined && document.resources.get(stop)?.locked === true ? stop : undefined,
    placesAfter: (by) => placesAfter(parts, line, by),
  };
}

/** A resource along the axis, as seen on the canvas, counted along the way: from its near side to its far one. */
interface Stretch {
  readonly resource: Resource;
  readonly near: number;
  readonly far: number;
  /** Its extent on the other axis. */
  readonly from: number;
  readonly to: number;
}

/** How far the far side of a container can come back and go out, for what is in it. */
interface Limit {
  /** What ends the way out. */
  readonly stop: ResourceId;
  readonly least: number;
  readonly most: number;
}

interface Parts {
  readonly at: number;
  readonly moved: Stretch[];
  readonly crossed: Stretch[];
  readonly stays: Stretch[];
  /** Those of the staying ones that stand in a crossed container: they stay though its corner may move. */
  readonly kept: Resource[];
  readonly limits: Limit[];
  /** Where the content of `within` begins, as counted along the way. */
  readonly start: number;
}

function partsAt(catalog: Catalog, document: Document, line: SpaceLine): Parts {
  const { within, axis, way } = line;
  const at = line.at * way;
  const byParent = childrenByParent(document);
  const top = within === null ? undefined : document.resources.get(within);
  const [nearRoom, farRoom] =
    axis === 'x' ? [padding, padding] : way > 0 ? [titleRoom, padding] : [padding, titleRoom];
  const parts = { at, moved: [], crossed: [], stays: [], kept: [], limits: [] } as Omit<Parts, 'start'>;

  const visit = (parent: Stretch | undefined, origin: { readonly x: number; readonly y: number }): void => {
    // A locked container keeps its size, and what stands on its border keeps its place there.
    const isRigid = parent?.resource.locked === true;
    let [needed, last, most] = [-Infinity, -Infinity, Infinity];
    let stop = parent?.resource.id ?? '';
    for (const resource of byParent.get(parent?.resource.id ?? null) ?? []) {
      if (!takesRoom(catalog, resource)) continue;
      const shown = asShown(catalog, resource);
      const rect = { x: origin.x + shown.x, y: origin.y + shown.y, w: shown.w, h: shown.h };
      const stretch = stretchOf(resource, rect, line);
      const isOpen = catalog.kind(resource.kind).shape.as === 'container' && !isCollapsed(catalog, resource);
      const isOnBorder = parent !== undefined && standsOnBorder(catalog, resource.kind, parent.resource.kind);
      const middle = middleOf(shown, rect, axis) * way;
      const isFree = resource.locked !== true && !(isRigid && isOnBorder);
      if (isFree && (isOpen ? stretch.near >= at : middle > at)) {
        parts.moved.push(stretch);
        if (!isOnBorder) last = Math.max(last, stretch.far);
      } else if (isFree && isOpen && stretch.far > at) {
        parts.crossed.push(stretch);
        last = Math.max(last, stretch.far);
        visit(stretch, rect);
      } else {
        parts.stays.push(stretch);
        if (parent !== undefined) parts.kept.push(resource);
        needed = Math.max(needed, isOnBorder ? middle : stretch.far + farRoom);
        // It would come off the side that goes away from it.
        if (isOnBorder && !isRigid && Math.abs(middle - parent.far) < 2) [most, stop] = [0, resource.id];
      }
    }
    if (parent === undefined) return;
    const { shape } = catalog.kind(parent.resource.kind);
    const minimum = shape.as === 'container' ? shape.minSize[lengthAlong[axis]] : 0;
    const least = Math.min(0, Math.max(needed, parent.near + minimum) - parent.far);
    if (!isRigid) parts.limits.push({ stop, least, most });
    else if (last > -Infinity)
      parts.limits.push({ stop, least: -Infinity, most: Math.max(0, parent.far - farRoom - last) });
  };

  if (top === undefined) {
    if (within === null) visit(undefined, { x: 0, y: 0 });
    return { ...parts, start: -Infinity };
  }
  const rect = { ...absolutePosition(document, top.id), w: top.w, h: top.h };
  const stretch = stretchOf(top, rect, line);
  visit(stretch, rect);
  if (top.locked !== true) parts.crossed.push(stretch);
  return { ...parts, start: stretch.near + nearRoom };
}

function reachOf(
  { at, moved, crossed, stays, limits, start }: Parts,
  { pullsTo }: SpaceLine,
): {
  readonly least: number;
  readonly most: number;
  readonly stop: ResourceId | undefined;
} {
  if (moved.length + crossed.length === 0) return { least: 0, most: 0, stop: undefined };
  let least = -Infinity;
  let most = Infinity;
  let stop: ResourceId | undefined;
  const stopAt = (room: number, id: ResourceId): void => {
    if (room < most) [most, stop] = [room, id];
  };
  for (const limit of limits) {
    least = Math.max(least, limit.least);
    stopAt(limit.most, limit.stop);
  }
  let until = at;
  if (pullsTo === 'neighbour') {
    const first = Math.min(...moved.map(({ near }) => near));
    const before = Math.max(start, ...stays.flatMap(({ far }) => (far <= at ? [far] : [])));
    until = before === -Infinity ? first : before + Math.min(padding, Math.max(0, first - before));
  }
  for (const { near } of moved) least = Math.max(least, Math.min(0, until - near));
  const beyond = stays.filter(({ far }) => far > at);
  for (const one of [...moved, ...crossed])
    for (const other of beyond) {
      if (one.from >= other.to || other.from >= one.to) continue;
      if (other.near >= one.far) stopAt(other.near - one.far, other.resource.id);
      if (one.near >= other.far) least = Math.max(least, other.far - one.near);
    }
  return { least: least === -Infinity ? 0 : least, most, stop };
}

function placesAfter(
  { moved, crossed, kept }: Parts,
  { axis, way }: SpaceLine,
  by: number,
): Record<ResourceId, Partial<Placement>> {
  const places: Record<ResourceId, Partial<Placement>> = {};
  if (by === 0) return places;
  const length = lengthAlong[axis];
  const resized = new Set(crossed.map(({ resource }) => resource.id));
  /** Leftwards and upwards the corner of a crossed parent goes along with what is pushed, and away from what stays. */
  const isCarried = ({ parentId }: Resource): boolean =>
    way < 0 && parentId !== null && resized.has(parentId);
  for (const { resource } of moved)
    if (!isCarried(resource)) places[resource.id] = { [axis]: resource[axis] + by * way };
  for (const { resource } of crossed)
    places[resource.id] = {
      [length]: resource[length] + by,
      ...(way < 0 && !isCarried(resource) ? { [axis]: resource[axis] - by } : {}),
    };
  for (const resource of kept) if (isCarried(resource)) places[resource.id] = { [axis]: resource[axis] + by };
  return places;
}

function takesRoom(catalog: Catalog, { kind }: Resource): boolean {
  const { as } = catalog.kind(kind).shape;
  return as !== 'chip' && as !== 'badge';
}

function stretchOf(resource: Resource, rect: Rect, { axis, way }: SpaceLine): Stretch {
  const other = axis === 'x' ? 'y' : 'x';
  const [low, high] = [rect[axis], rect[axis] + rect[lengthAlong[axis]]];
  const [from, to] = [rect[other], rect[other] + rect[lengthAlong[other]]];
  return way > 0
    ? { resource, near: low, far: high, from, to }
    : { resource, near: -high, far: -low, from, to };
}

/** Beyond the line is what has its middle there, where it cannot become larger: that of an icon is above its name. */
function middleOf({ h }: Rect, rect: Rect, axis: Axis): number {
  if (axis === 'x') return rect.x + rect.w / 2;
  return rect.y + Math.min(iconMiddle, h / 2);
}
