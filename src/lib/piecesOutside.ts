import type { Point, Rect } from './rect';

/** What is left of a straight line outside the rectangles, in its order. */
export function piecesOutside(
  from: Point,
  to: Point,
  rects: Iterable<Rect>,
): readonly (readonly [Point, Point])[] {
  const cuts = [...rects]
    .flatMap((rect) => shareIn(from, to, rect) ?? [])
    .sort((one, other) => one.start - other.start);
  const at = (share: number): Point => ({
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
  });
  const pieces: (readonly [Point, Point])[] = [];
  let clear = 0;
  for (const { start, end } of [...cuts, { start: 1, end: 1 }]) {
    if (start > clear) pieces.push([at(clear), at(start)]);
    clear = Math.max(clear, end);
  }
  return pieces;
}

interface Share {
  readonly start: number;
  readonly end: number;
}

/** From which share of the line to which it is in the rectangle. */
function shareIn(from: Point, to: Point, { x, y, w, h }: Rect): Share | undefined {
  let [start, end] = [0, 1];
  for (const [at, far, low, high] of [
    [from.x, to.x - from.x, x, x + w],
    [from.y, to.y - from.y, y, y + h],
  ] as const) {
    if (far === 0) {
      if (at <= low || at >= high) return undefined;
      continue;
    }
    const [one, other] = [(low - at) / far, (high - at) / far];
    start = Math.max(start, Math.min(one, other));
    end = Math.min(end, Math.max(one, other));
  }
  return start < end ? { start, end } : undefined;
}
