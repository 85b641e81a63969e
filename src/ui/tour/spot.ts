/** Where a card of the tour stands: never over what it talks about, and over as little of the rest as can be. */
import { between, type Point, type Rect } from '../../lib/rect';

export interface Surroundings {
  /** Where the card may stand, in px of the window. */
  readonly room: Rect;
  /** What the card talks about. It is covered only where there is no other place at all. */
  readonly subjects: readonly Rect[];
  /** What is used together with it: cards, tools, the inspector. */
  readonly used: readonly Rect[];
  /** What is only looked at: the other resources and the labels of the arrows. */
  readonly seen: readonly Rect[];
  /** Boxes, which may be covered, but not where bare canvas is as near. */
  readonly boxes: readonly Rect[];
}

/** The places that are tried stand so far apart, in px. */
const pitch = 16;
/** What a covered square px costs, and a px of way to the nearest subject. */
const costs = { subject: 1e6, used: 60, seen: 4, box: 0.02, way: 1 };

/** The upper left corner of a card of that size: the place that costs least, of equal ones the one furthest up and left. */
export function spotFor(card: { readonly w: number; readonly h: number }, around: Surroundings): Point {
  const { room } = around;
  let best: Point = { x: room.x, y: room.y };
  let least = Infinity;
  for (const y of placesIn(room.y, room.h - card.h))
    for (const x of placesIn(room.x, room.w - card.w)) {
      const cost = costOf({ x, y, ...card }, around);
      if (cost < least) [best, least] = [{ x, y }, cost];
    }
  return best;
}

/** Whether a card may stay where it is: it covers nothing that it talks about or that is used with it, and is in the room. */
export function mayStay(card: Rect, { room, subjects, used }: Surroundings): boolean {
  const isInside =
    card.x >= room.x &&
    card.y >= room.y &&
    card.x + card.w <= room.x + room.w &&
    card.y + card.h <= room.y + room.h;
  return isInside && [...subjects, ...used].every((each) => shared(card, each) === 0);
}

function costOf(card: Rect, { subjects, used, seen, boxes }: Surroundings): number {
  const covered = (rects: readonly Rect[]): number =>
    rects.reduce((sum, each) => sum + shared(card, each), 0);
  const ways = subjects.map((each) => distance(card, each));
  return (
    costs.subject * covered(subjects) +
    costs.used * covered(used) +
    costs.seen * covered(seen) +
    costs.box * covered(boxes) +
    costs.way * (ways.length === 0 ? 0 : Math.min(...ways))
  );
}

/** From `start` over `length` in equal paces, with both ends; the start alone where there is no room to move. */
function placesIn(start: number, length: number): number[] {
  const paces = Math.max(0, Math.floor(length / pitch));
  const places = Array.from({ length: paces + 1 }, (_, index) => start + index * pitch);
  if (length > paces * pitch) places.push(start + length);
  return places;
}

/** The area that both have, in square px. */
function shared(a: Rect, b: Rect): number {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return w > 0 && h > 0 ? w * h : 0;
}

function distance(a: Rect, b: Rect): number {
  const { w, h } = between(
    { x: Math.max(a.x, b.x), y: Math.max(a.y, b.y) },
    { x: Math.min(a.x + a.w, b.x + b.w), y: Math.min(a.y + a.h, b.y + b.h) },
  );
  // Where they overlap in one direction there is no way to go in it.
  const overlapsAcross = Math.max(a.x, b.x) < Math.min(a.x + a.w, b.x + b.w);
  const overlapsDown = Math.max(a.y, b.y) < Math.min(a.y + a.h, b.y + b.h);
  return Math.hypot(overlapsAcross ? 0 : w, overlapsDown ? 0 : h);
}
