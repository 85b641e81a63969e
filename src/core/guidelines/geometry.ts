/** Rectangles and lines, as guidelines ask about them. */
import type { Point, Rect } from '../../lib/rect';

/** How far one stands from the sides of another that is around it, in px; below 0 where it sticks out. */
export interface Gaps {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function gapsWithin(outer: Rect, inner: Rect): Gaps {
  return {
    left: inner.x - outer.x,
    top: inner.y - outer.y,
    right: outer.x + outer.w - inner.x - inner.w,
    bottom: outer.y + outer.h - inner.y - inner.h,
  };
}

export function leastGap({ left, top, right, bottom }: Gaps): number {
  return Math.min(left, top, right, bottom);
}

/** Whether a line of straight pieces, of any direction, runs through the inside of a rectangle. */
export function runsThrough(points: readonly Point[], rect: Rect): boolean {
  return points.some((b, index) => {
    const a = points[index - 1];
    return a !== undefined && pieceRunsThrough(a, b, rect);
  });
}

/** Cuts the piece at each of the four sides; something is left of it where it runs through (Liang and Barsky). */
function pieceRunsThrough(a: Point, b: Point, { x, y, w, h }: Rect): boolean {
  let [from, to] = [0, 1];
  const cut = (towards: number, room: number): boolean => {
    // Along a side the line is inside or not, all of it.
    if (towards === 0) return room > 0;
    const at = room / towards;
    if (towards < 0) from = Math.max(from, at);
    else to = Math.min(to, at);
    return from < to;
  };
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  return cut(-dx, a.x - x) && cut(dx, x + w - a.x) && cut(-dy, a.y - y) && cut(dy, y + h - a.y);
}

/** The four sides of a rectangle as one closed line. */
export function borderOf({ x, y, w, h }: Rect): readonly Point[] {
  const [right, bottom] = [x + w, y + h];
  return [
    { x, y },
    { x: right, y },
    { x: right, y: bottom },
    { x, y: bottom },
    { x, y },
  ];
}
