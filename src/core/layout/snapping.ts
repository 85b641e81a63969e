/**
 * Where a rectangle that is dragged or resized comes to rest beside others: edges at edges, middles at middles, distances the
 * same. Only arithmetic, in canvas px; every result is a whole px. One axis at a time: `x` means left and right.
 */
import type { Rect } from '../../lib/rect';
import { lengthAlong, type Axis } from './align';
import { innerSpace, padding, titleRoom } from './fit';

/** What a rectangle can come to rest at. */
export interface SnapGround {
  /** What stands beside it, in no order. */
  readonly others: readonly Rect[];
  /** The room below the title line, from border to border, of the container around all; none on the bare canvas. */
  readonly walls?: Rect;
}

/** What is shown of it. Lines and gaps run along `axis`' crossing: a line at `x` stands upright. */
export type Guide =
  | {
      readonly is: 'line';
      readonly axis: Axis;
      readonly at: number;
      readonly from: number;
      readonly to: number;
    }
  /** A distance along the axis that is there at least twice, or is that of content from its border. */
  | {
      readonly is: 'gap';
      readonly axis: Axis;
      readonly from: number;
      readonly to: number;
      readonly across: number;
    };

/** Which edges along the axis the pointer moves: both, or the one that is dragged. */
export type MovedEdges = 'both' | 'start' | 'end';

export function wallsOf(container: Rect): Rect {
  const title = titleRoom - padding;
  return { x: container.x, y: container.y + title, w: container.w, h: container.h - title };
}

/** By how many px the moved edges go to the nearest thing to rest at; undefined where nothing is within `reach`. */
export function snapAlong(
  rect: Rect,
  axis: Axis,
  moved: MovedEdges,
  ground: SnapGround,
  reach: number,
): number | undefined {
  let best: number | undefined;
  const offer = (shift: number): void => {
    const whole = Math.round(shift);
    if (Math.abs(shift) <= reach && (best === undefined || Math.abs(whole) < Math.abs(best))) best = whole;
  };
  const length = lengthAlong[axis];
  const [start, size] = [rect[axis], rect[length]];
  const offerBeside = (other: Rect): void => {
    const [its, itsSize] = [other[axis], other[length]];
    if (moved !== 'end') {
      offer(its - start);
      offer(its + itsSize - start);
    }
    if (moved !== 'start') {
      offer(its - start - size);
      offer(its + itsSize - start - size);
    }
    if (moved === 'both') offer(its + itsSize / 2 - start - size / 2);
  };
  for (const other of ground.others) offerBeside(other);
  if (ground.walls !== undefined) offerBeside(innerOf(ground.walls));
  for (const shift of evenShifts(rect, axis, moved, ground)) offer(shift);
  return best;
}

/** What the rectangle rests at where it is. */
export function guidesFor(rect: Rect, ground: SnapGround): readonly Guide[] {
  return (['x', 'y'] as const).flatMap((axis) => [
    ...linesAlong(rect, axis, ground),
    ...gapsAlong(rect, axis, ground),
  ]);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const span = (rect: Rect, axis: Axis): Span => ({
  start: rect[axis],
  end: rect[axis] + rect[lengthAlong[axis]],
});
const middle = ({ start, end }: Span): number => (start + end) / 2;
const crossing = (axis: Axis): Axis => (axis === 'x' ? 'y' : 'x');
/** Middles of odd lengths lie between two px. */
const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= 0.5;

/** The room for content: a distance from the border all around. */
function innerOf(walls: Rect): Rect {
  const title = titleRoom - padding;
  const { x, y, w, h } = innerSpace({ w: walls.w, h: walls.h + title });
  return { x: walls.x + x, y: walls.y - title + y, w, h };
}

/** What stands in one line with it along the axis, from the border in front to the border behind; `at`: its own place there. */
function lineUp(rect: Rect, axis: Axis, { others, walls }: SnapGround): { line: Place[]; at: number } {
  const across = span(rect, crossing(axis));
  const own = { ...span(rect, axis), across };
  const [cross, breadth] = [crossing(axis), lengthAlong[crossing(axis)]];
  const beside = others
    .filter((other) => other[cross] < across.end && across.start < other[cross] + other[breadth])
    .map((other): Place => ({ ...span(other, axis), across: span(other, cross) }))
    .sort((a, b) => a.start - b.start);
  const before = beside.filter((other) => middle(other) < middle(own));
  const after = beside.filter((other) => middle(other) >= middle(own));
  const ends = walls === undefined ? undefined : span(walls, axis);
  const wall = (at: number): Place => ({ start: at, end: at, across });
  return {
    line: [
      ...(ends === undefined ? [] : [wall(ends.start)]),
      ...before,
      own,
      ...after,
      ...(ends === undefined ? [] : [wall(ends.end)]),
    ],
    at: before.length + (ends === undefined ? 0 : 1),
  };
}

interface Place extends Span {
  readonly across: Span;
}

/** The shifts after which a distance to a neighbour is that on its other side, or the one beyond the neighbour. */
function evenShifts(rect: Rect, axis: Axis, moved: MovedEdges, ground: SnapGround): readonly number[] {
  const { line, at } = lineUp(rect, axis, ground);
  const gap = (index: number): number | undefined => {
    const [a, b] = [line[index], line[index + 1]];
    return a === undefined || b === undefined || b.start - a.end <= 0 ? undefined : b.start - a.end;
  };
  const [before, after] = [gap(at - 1), gap(at)];
  const [farBefore, farAfter] = [gap(at - 2), gap(at + 1)];
  const shifts: number[] = [];
  if (moved === 'both' && before !== undefined && after !== undefined) shifts.push((after - before) / 2);
  if (moved !== 'end' && before !== undefined)
    for (const wanted of moved === 'start' ? [after, farBefore] : [farBefore])
      if (wanted !== undefined) shifts.push(wanted - before);
  if (moved !== 'start' && after !== undefined)
    for (const wanted of moved === 'end' ? [before, farAfter] : [farAfter])
      if (wanted !== undefined) shifts.push(after - wanted);
  return shifts;
}

function linesAlong(rect: Rect, axis: Axis, { others }: SnapGround): readonly Guide[] {
  const own = span(rect, axis);
  const across = span(rect, crossing(axis));
  const lines = new Map<number, { from: number; to: number }>();
  const add = (at: number, { start, end }: Span): void => {
    const line = lines.get(at) ?? { from: across.start, to: across.end };
    lines.set(at, { from: Math.min(line.from, start), to: Math.max(line.to, end) });
  };
  const [length, cross, breadth] = [lengthAlong[axis], crossing(axis), lengthAlong[crossing(axis)]];
  const ownMiddle = middle(own);
  for (const other of others) {
    const start = other[axis];
    const end = start + other[length];
    const its = (start + end) / 2;
    const far = { start: other[cross], end: other[cross] + other[breadth] };
    if (isSame(own.start, start) || isSame(own.start, end)) add(own.start, far);
    if (isSame(own.end, start) || isSame(own.end, end)) add(own.end, far);
    if (isSame(ownMiddle, its)) add(its, far);
  }
  return [...lines].map(([at, { from, to }]) => ({ is: 'line', axis, at, from, to }));
}

/** The distances beside it that are there again in the line, and that of the room for content from its border. */
function gapsAlong(rect: Rect, axis: Axis, ground: SnapGround): readonly Guide[] {
  const { line, at } = lineUp(rect, axis, ground);
  const gaps = line.slice(1).map((place, index) => place.start - (line[index]?.end ?? 0));
  const shown = new Set<number>();
  for (const beside of [at - 1, at]) {
    const size = gaps[beside];
    if (size === undefined || size <= 0) continue;
    const run = [beside];
    // Halfway between two may be nearer to one of them by a px.
    const isAlike = (index: number): boolean => Math.abs((gaps[index] ?? -2) - size) <= 1;
    for (let next = beside - 1; isAlike(next); next--) run.push(next);
    for (let next = beside + 1; isAlike(next); next++) run.push(next);
    const isFromBorder =
      ground.walls !== undefined && size === padding && (beside === 0 || beside === gaps.length - 1);
    if (run.length > 1 || isFromBorder) for (const each of run) shown.add(each);
  }
  return [...shown].flatMap((index): Guide[] => {
    const [a, b] = [line[index], line[index + 1]];
    if (a === undefined || b === undefined) return [];
    const across = middle({
      start: Math.max(a.across.start, b.across.start),
      end: Math.min(a.across.end, b.across.end),
    });
    return [{ is: 'gap', axis, from: a.end, to: b.start, across }];
  });
}
