import type { Point, Rect } from '../../lib/rect';

/** An end keeps so far from the corners of its rectangle, in px. */
const margin = 6;

/** Where a line ends, and its lower side, which may be longer than the upper one. */
export interface JogEnd extends Rect {
  readonly foot: Pick<Rect, 'x' | 'w'>;
}

/**
 * The line without the jog right before its last piece, its end moved along the side of its rectangle; undefined where there
 * is no jog, or the side is too short for it.
 */
export function withoutJog(points: readonly Point[], end: JogEnd): Point[] | undefined {
  const [before, jog, corner, at] = points.slice(-4);
  if (before === undefined || jog === undefined || corner === undefined || at === undefined) return undefined;
  const isLevel = corner.y === at.y;
  const [was, way] = isLevel ? [jog.x - before.x, at.x - corner.x] : [jog.y - before.y, at.y - corner.y];
  if (was * way <= 0) return undefined;
  const moved = isLevel ? { x: at.x, y: jog.y } : { x: jog.x, y: at.y };
  const level = at.y === end.y + end.h ? end.foot : end;
  const [place, low, size] = isLevel ? [moved.y, end.y, end.h] : [moved.x, level.x, level.w];
  if (place < low + margin || place > low + size - margin) return undefined;
  return [...points.slice(0, -3), moved];
}
