/** Where on a drawn arrow the packet is at each stop of its journey. */
import type { Point } from '../model/document';

export interface Track {
  readonly points: readonly Point[];
  /** For each stop, its distance from the start of the arrow, in canvas px. */
  readonly stops: readonly number[];
}

/**
 * Puts each stop's middle on the nearest place of the arrow. On the way out the places never go backwards, on the way back
 * never forwards; a stop that stands nowhere (null) is where the one before it is.
 */
export function trackOf(
  points: readonly Point[],
  stops: readonly { readonly middle: Point | null; readonly direction: 'forward' | 'return' }[],
): Track {
  const length = lengthOf(points);
  const places: number[] = [];
  let last = 0;
  for (const { middle, direction } of stops) {
    if (middle !== null) {
      const [from, to] = direction === 'forward' ? [last, length] : [0, last];
      last = nearest(points, middle, from, to);
    }
    places.push(last);
  }
  return { points, stops: places };
}

/** The point at a distance from the start; the ends, for distances beyond them. */
export function pointAt(points: readonly Point[], distance: number): Point {
  let left = distance;
  for (const [a, b] of segments(points)) {
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    if (left <= length) {
      const share = length === 0 ? 0 : Math.max(0, left) / length;
      return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
    }
    left -= length;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}

/** Slow at either end: 0 to 1 over 0 to 1. */
export function eased(share: number): number {
  return share < 0.5 ? 2 * share * share : 1 - 2 * (1 - share) * (1 - share);
}

function lengthOf(points: readonly Point[]): number {
  let sum = 0;
  for (const [a, b] of segments(points)) sum += Math.hypot(b.x - a.x, b.y - a.y);
  return sum;
}

/** The distance of the place nearest to `middle`, among those between two distances. */
function nearest(points: readonly Point[], middle: Point, from: number, to: number): number {
  let best = from;
  let bestGap = Infinity;
  let start = 0;
  for (const [a, b] of segments(points)) {
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    const along =
      length === 0 ? 0 : ((middle.x - a.x) * (b.x - a.x) + (middle.y - a.y) * (b.y - a.y)) / length;
    const place = Math.min(to, Math.max(from, start + Math.min(length, Math.max(0, along))));
    const here = pointAt(points, place);
    const gap = Math.hypot(here.x - middle.x, here.y - middle.y);
    if (gap < bestGap - 0.001) [best, bestGap] = [place, gap];
    start += length;
  }
  return best;
}

function* segments(points: readonly Point[]): Generator<readonly [Point, Point]> {
  for (let index = 1; index < points.length; index++) {
    const [a, b] = [points[index - 1], points[index]];
    if (a !== undefined && b !== undefined) yield [a, b];
  }
}
