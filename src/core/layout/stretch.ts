/** What level and upright stretches of a line have to do with rectangles: going through, over a border, along a side. */
import type { Point, Rect } from '../../lib/rect';

/** How many px of a level or upright stretch are inside a rectangle; a stretch on its border is not inside. */
export function lengthInside({ x, y, w, h }: Rect, a: Point, b: Point): number {
  if (a.y === b.y) return a.y > y && a.y < y + h ? shared(a.x, b.x, x, x + w) : 0;
  return a.x > x && a.x < x + w ? shared(a.y, b.y, y, y + h) : 0;
}

/** How many times a level or upright stretch goes over the border of a rectangle: 0, 1 or 2. */
export function borderCrossings({ x, y, w, h }: Rect, a: Point, b: Point): number {
  const isLevel = a.y === b.y;
  const isBeside = isLevel ? a.y <= y || a.y >= y + h : a.x <= x || a.x >= x + w;
  if (isBeside) return 0;
  const [low, high] = isLevel
    ? [Math.min(a.x, b.x), Math.max(a.x, b.x)]
    : [Math.min(a.y, b.y), Math.max(a.y, b.y)];
  const [first, second] = isLevel ? [x, x + w] : [y, y + h];
  // The end of one stretch is the start of the next: a border counts for the stretch that begins on it.
  return Number(low <= first && first < high) + Number(low <= second && second < high);
}

/** How much two stretches of one axis have in common. */
export function shared(a: number, b: number, low: number, high: number): number {
  return Math.max(0, Math.min(Math.max(a, b), high) - Math.max(Math.min(a, b), low));
}
