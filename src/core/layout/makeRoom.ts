/**
 * Making room for what is put somewhere: those that it would cover go aside, each pushing the next, all of them to the one side
 * on which that takes the least; then containers grow. What is locked stays: where it is in the way on all sides, the new one
 * goes beside it instead.
 */
import { overlaps, type Rect } from '../../lib/rect';
import type { Catalog } from '../catalog/catalog';
import type { Placement } from '../commands/placeResources';
import type { Document, ResourceId } from '../model/document';
import { rememberedChildren } from '../model/queries';
import { lengthAlong, type Axis } from './align';
import { standsOnBorder } from './border';
import { asShown } from './collapsed';
import { isDrawnOver } from './drawnOver';
import { growth, padding, titleRoom, type Placed } from './fit';
import { freeSpot } from './freeSpot';
import { gapOf } from './keptApart';
import { lockedCovered } from './lockedCovered';

/**
 * What else has to change when `places` come about: as `growth` says it, and with room made for the ones that are new. A locked
 * resource that would have to make room is named with no change. A new one is named where it has to go elsewhere.
 */
export function roomFor(
  catalog: Catalog,
  document: Document,
  places: ReadonlyMap<ResourceId, Placed>,
): Map<ResourceId, Partial<Placement>> {
  const all = new Map(places);
  const made = new Map<ResourceId, Partial<Placement>>();
  const byParent = rememberedChildren(document);
  const takesRoom = ({ kind, parentId, w }: Placed): boolean => {
    const { as } = catalog.kind(kind).shape;
    const parent = parentId === null ? undefined : (document.resources.get(parentId) ?? places.get(parentId));
    if (as === 'chip' || as === 'badge' || w === 0 || isDrawnOver(catalog, kind)) return false;
    return !standsOnBorder(catalog, kind, parent?.kind);
  };
  const itemOf = (id: ResourceId, place: Placed, isLocked: boolean): Item => ({
    id,
    rect: place,
    isBox: catalog.kind(place.kind).shape.as === 'container',
    isLocked,
  });
  const homes = new Map<ResourceId | null, Item[]>();
  for (const [id, place] of places) {
    if (document.resources.has(id) || !takesRoom(place)) continue;
    const isNewHome = place.parentId !== null && !document.resources.has(place.parentId);
    // In what is new itself all stands as it was given.
    if (!isNewHome)
      homes.set(place.parentId, [...(homes.get(place.parentId) ?? []), itemOf(id, place, true)]);
  }
  for (const [parentId, fresh] of homes) {
    const beside = (byParent.get(parentId) ?? []).filter(takesRoom).map((resource) => {
      const shown = asShown(catalog, resource);
      return itemOf(resource.id, { ...shown, ...places.get(resource.id) }, resource.locked === true);
    });
    const parent = parentId === null ? undefined : document.resources.get(parentId);
    const push = leastPush(fresh, beside, parent);
    const aside =
      push === undefined
        ? elsewhere(fresh, beside, parent)
        : (shortStep(fresh, beside, parent !== undefined, push) ?? push.moved);
    for (const [id, { x, y }] of aside) {
      const resource = document.resources.get(id);
      const place = all.get(id) ?? (resource === undefined ? undefined : asShown(catalog, resource));
      if (place === undefined) continue;
      made.set(id, { x, y });
      all.set(id, { ...place, x, y });
    }
  }
  for (const [id, change] of growth(catalog, document, all)) made.set(id, { ...made.get(id), ...change });
  // Where somebody moves something to is theirs to say.
  const others = [...made.keys(), ...[...places.keys()].filter((id) => !document.resources.has(id))];
  const after = placesAfter(catalog, document, all, made);
  const covered = lockedCovered(catalog, document, after, others);
  if (covered !== undefined) made.set(covered, {});
  return made;
}

/** Where all that changes will be, as it is seen. */
export function placesAfter(
  catalog: Catalog,
  document: Document,
  places: ReadonlyMap<ResourceId, Placed>,
  changes: ReadonlyMap<ResourceId, Partial<Placement>>,
): ReadonlyMap<ResourceId, Placed> {
  const after = new Map(places);
  for (const [id, change] of changes) {
    const resource = document.resources.get(id);
    const place = places.get(id) ?? (resource === undefined ? undefined : asShown(catalog, resource));
    if (place !== undefined) after.set(id, { ...place, ...change });
  }
  return after;
}

interface Item {
  readonly id: ResourceId;
  readonly rect: Rect;
  readonly isBox: boolean;
  readonly isLocked: boolean;
}

interface Direction {
  readonly axis: Axis;
  readonly way: 1 | -1;
}

/** The better one first where two cost the same. */
const directions: readonly Direction[] = [
  { axis: 'x', way: 1 },
  { axis: 'y', way: 1 },
  { axis: 'x', way: -1 },
  { axis: 'y', way: -1 },
];

interface Push {
  /** The new places of those that go aside. */
  readonly moved: ReadonlyMap<ResourceId, Rect>;
  /** How far they go and how much the container grows, in px. */
  readonly cost: number;
}

/** Undefined where something locked is in the way on all sides. */
function leastPush(
  fresh: readonly Item[],
  beside: readonly Item[],
  parent: Pick<Rect, 'w' | 'h'> | undefined,
): Push | undefined {
  let best: Push | undefined;
  for (const direction of directions) {
    const moved = pushedTo(fresh, beside, direction, parent !== undefined);
    if (moved === undefined) continue;
    let cost = 0;
    for (const { id, rect } of beside) {
      const now = moved.get(id);
      if (now === undefined) continue;
      cost += Math.abs(now.x - rect.x) + Math.abs(now.y - rect.y);
      // The container must grow, and push in turn what is around it.
      if (parent !== undefined)
        cost +=
          Math.max(0, now.x + now.w + padding - parent.w) + Math.max(0, now.y + now.h + padding - parent.h);
    }
    if (best === undefined || cost < best.cost) best = { moved, cost };
  }
  return best;
}

/** That part of its size a new one goes itself, where it saves at least so many times as much pushing. */
const longestStep = 1 / 3;
const worthwhile = 4;

/** The place of a new one that overlaps by a little what would have to go far; undefined where it is to stay where it is. */
function shortStep(
  [item, ...rest]: readonly Item[],
  beside: readonly Item[],
  isInside: boolean,
  { cost }: Push,
): ReadonlyMap<ResourceId, Rect> | undefined {
  if (item === undefined || rest.length > 0) return undefined;
  let best: Rect | undefined;
  let shortest = cost / worthwhile;
  const { x, y, w, h } = item.rect;
  for (const other of beside) {
    const gap = gapOf(item, other);
    const { rect } = other;
    for (const step of [
      { x: rect.x - gap - w, y },
      { x: rect.x + rect.w + gap, y },
      { x, y: rect.y - gap - h },
      { x, y: rect.y + rect.h + gap },
    ]) {
      const there = { ...step, w, h };
      const far = Math.abs(there.x - x) + Math.abs(there.y - y);
      if (far > longestStep * (there.x === x ? h : w)) continue;
      if (isInside && (there.x < padding || there.y < titleRoom)) continue;
      if (far > shortest || beside.some((each) => overlaps(there, each.rect))) continue;
      [best, shortest] = [there, far];
    }
  }
  return best === undefined ? undefined : new Map([[item.id, best]]);
}

function pushedTo(
  fresh: readonly Item[],
  beside: readonly Item[],
  { axis, way }: Direction,
  isInside: boolean,
): ReadonlyMap<ResourceId, Rect> | undefined {
  const length = lengthAlong[axis];
  const near = (rect: Rect): number => (way > 0 ? rect[axis] : -rect[axis] - rect[length]);
  const far = (rect: Rect): number => near(rect) + rect[length];
  const start = axis === 'x' ? padding : titleRoom;
  const moved = new Map<ResourceId, Rect>();
  const queue = [...fresh];
  for (let blocker = queue.shift(); blocker !== undefined; blocker = queue.shift()) {
    const isFresh = fresh.includes(blocker);
    const at = moved.get(blocker.id) ?? blocker.rect;
    for (const other of beside) {
      if (other.id === blocker.id) continue;
      const now = moved.get(other.id) ?? other.rect;
      const gap = gapOf(blocker, other);
      const before = near(other.rect) - far(blocker.rect);
      // A pushed one keeps some of the distance that it had, and pushes nothing that it covered already.
      if (!isFresh && before < 0) continue;
      const kept = isFresh ? 0 : Math.min(before, gap);
      if (!overlaps(reaching(at, axis, way, kept), now)) continue;
      if (other.isLocked) return undefined;
      const to = far(at) + (isFresh ? gap : kept);
      if (to <= near(now)) continue;
      const place = { ...now, [axis]: way > 0 ? to : -to - now[length] };
      if (isInside && place[axis] < start) return undefined;
      moved.set(other.id, place);
      queue.push(other);
    }
  }
  return moved;
}

/** A rectangle made longer on the side that it pushes to. */
function reaching(rect: Rect, axis: Axis, way: 1 | -1, by: number): Rect {
  const longer = { ...rect, [lengthAlong[axis]]: rect[lengthAlong[axis]] + by };
  return way > 0 ? longer : { ...longer, [axis]: rect[axis] - by };
}

/** The places of the new ones themselves, beside what is there. */
function elsewhere(
  fresh: readonly Item[],
  beside: readonly Item[],
  parent: Pick<Rect, 'w' | 'h'> | undefined,
): ReadonlyMap<ResourceId, Rect> {
  const found = new Map<ResourceId, Rect>();
  const taken = beside.map(({ rect }) => rect);
  for (const { id, rect } of fresh) {
    const spot = freeSpot(
      parent === undefined ? undefined : { x: 0, y: 0, w: parent.w, h: parent.h },
      taken,
      rect,
    );
    found.set(id, spot);
    taken.push(spot);
  }
  return found;
}
