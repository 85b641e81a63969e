/** On which side of another a line lies best along what both have in common: that of where it goes when they part. */
import type { Point } from '../../lib/rect';

interface Line {
  readonly strand: { readonly key: string };
  readonly points: readonly Point[];
}

/** How near two corners are taken for one, in px. */
const near = 0.75;

/**
 * Below 0 when the first line's piece that begins at point `one` belongs left of (or above) the second's that begins at
 * `two`; 0 when the lines never part.
 */
export function sideOf(first: Line, one: number, second: Line, two: number): number {
  // Followed the same way whichever is given first, so that all pieces of a common stretch have one order.
  if (second.strand.key < first.strand.key) return -sideOf(second, two, first, one);
  const [a, b] = [first.points[one], first.points[one + 1]];
  const [c, d] = [second.points[two], second.points[two + 1]];
  if (a === undefined || b === undefined || c === undefined || d === undefined) return 0;
  const way = direction(a, b);
  const isSameWay = way.x === direction(c, d).x && way.y === direction(c, d).y;
  const ahead = leftWhenParting(
    { points: first.points, at: one + 1, step: 1 },
    { points: second.points, at: isSameWay ? two + 1 : two, step: isSameWay ? 1 : -1 },
    way,
  );
  // Left of the way to the right or upwards is above or left.
  const sign = way.x > 0 || way.y < 0 ? 1 : -1;
  if (ahead !== 0) return ahead * sign;
  const behind = leftWhenParting(
    { points: first.points, at: one, step: -1 },
    { points: second.points, at: isSameWay ? two : two + 1, step: isSameWay ? -1 : 1 },
    { x: -way.x, y: -way.y },
  );
  // By their keys where nothing else tells them apart, the first on the left of its way all along.
  return behind === 0 ? -sign : -behind * sign;
}

interface Walker {
  readonly points: readonly Point[];
  /** The index of the corner ahead. */
  readonly at: number;
  readonly step: 1 | -1;
}

/** Walks both lines until they part: below 0 when the first goes further left there than the second. */
function leftWhenParting(first: Walker, second: Walker, way: Point): number {
  let [one, two] = [first.at, second.at];
  let { x, y } = way;
  for (;;) {
    const [a, b] = [first.points[one], second.points[two]];
    if (a === undefined || b === undefined) return 0;
    const gone = (a.x - b.x) * x + (a.y - b.y) * y;
    const turnA = turn(a, first.points[one + first.step], { x, y });
    const turnB = turn(b, second.points[two + second.step], { x, y });
    // The one whose corner comes first parts there from the other, which goes straight on.
    if (gone < -near) return turnA;
    if (gone > near) return -turnB;
    if (turnA !== turnB) return turnA - turnB;
    if (turnA === 0) return 0;
    [x, y] = turnA < 0 ? [y, -x] : [-y, x];
    one += first.step;
    two += second.step;
  }
}

/** -1 for a turn to the left, 1 to the right, 0 at the end of a line. */
function turn(corner: Point, next: Point | undefined, way: Point): number {
  return next === undefined ? 0 : Math.sign(way.x * (next.y - corner.y) - way.y * (next.x - corner.x));
}

function direction(a: Point, b: Point): Point {
  return { x: Math.sign(b.x - a.x), y: Math.sign(b.y - a.y) };
}
