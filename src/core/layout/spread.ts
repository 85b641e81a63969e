/**
 * Sets lines that would lie on one another side by side: with an even gap, in one order along all that they have in common, and
 * without crossings that the order of where they go does not force. Pure; which lines are given first does not matter.
 */
import type { Point, Rect } from '../../lib/rect';
import type { Ground } from './route';
import { sideOf } from './sideOf';
import { evenPlaces, type Placeable } from './evenPlaces';
import { groupsOf } from './strandGroups';

export interface Strand {
  /** Unique; decides where nothing else does. */
  readonly key: string;
  readonly points: readonly Point[];
  /** The rectangles at its ends: the line stays on the sides of these that it leaves and reaches. */
  readonly from: Rect;
  readonly to: Rect;
  /** Points of the line that stay where they are. */
  readonly fixed: readonly Point[];
}

/** The distance of neighbours where there is room for it, in px. */
const strandGap = 10;
/** So far a line is moved at most, in px. */
const reach = 44;
/** What a line keeps clear of obstacles and of sides of containers where it is moved, in px. */
const clear = 5;
/** The least length of a piece at an end, which bears a head, and of one between two corners, in px. */
const endLength = 14;
const cornerLength = 4;
/** An end keeps that far from the corner of its rectangle, in px. */
const portMargin = 4;

/** The points of each line by its key; the very same list for one that stays. */
export type Spread = ReadonlyMap<string, readonly Point[]>;

export function spread(strands: readonly Strand[], ground: Ground): Spread {
  const steps = spreadInSteps(strands, ground);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/**
 * The same a step at a time, each of which takes a moment, so that whoever has other things to do can see to these. Lines that
 * share their list of points are one cable of several wires: of 1,000 arrows most take one of a few ways for much of theirs.
 */
export function* spreadInSteps(strands: readonly Strand[], ground: Ground): Generator<undefined, Spread> {
  const cables = cablesOf(strands);
  yield;
  const free = createFree(ground);
  // What is moved along one axis is longer or shorter along the other, and may meet others there.
  for (const axis of ['x', 'y', 'x'] as const) yield* spreadAlong(cables, axis, free);
  const found = new Map<string, readonly Point[]>();
  for (const cable of cables)
    cable.wires.forEach((key, rank) => {
      const points = wireOf(cable, rank);
      const { points: given } = cable.strand;
      const stays = points.every(({ x, y }, index) => x === given[index]?.x && y === given[index].y);
      found.set(key, stays ? given : points);
    });
  return found;
}

interface Cable {
  readonly strand: Strand;
  /** The keys of its lines, from the left of its way to the right. */
  readonly wires: readonly string[];
  readonly points: { x: number; y: number }[];
  /** By the index of a piece's first point: how far the wires are apart on it. */
  readonly gaps: number[];
}

function cablesOf(strands: readonly Strand[]): Cable[] {
  const byPoints = new Map<readonly Point[], Strand[]>();
  for (const strand of strands) {
    const found = byPoints.get(strand.points);
    if (found === undefined) byPoints.set(strand.points, [strand]);
    else found.push(strand);
  }
  const compare = (a: Strand, b: Strand): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
  return [...byPoints.values()]
    .flatMap((members): Cable[] => {
      const [strand, ...others] = members.sort(compare);
      if (strand === undefined) return [];
      const points = strand.points.map(({ x, y }) => ({ x, y }));
      return [
        { strand, wires: [strand, ...others].map(({ key }) => key), points, gaps: points.map(() => 0) },
      ];
    })
    .sort((a, b) => compare(a.strand, b.strand));
}

/** The line of one wire: each piece as far to the right of its way as the wire's rank says. */
function wireOf({ points, wires, gaps }: Cable, rank: number): Point[] {
  const moved = points.map(({ x, y }) => ({ x, y }));
  if (wires.length === 1) return moved;
  for (let index = 0; index + 1 < points.length; index++) {
    const [a, b] = [points[index], points[index + 1]];
    const [from, to] = [moved[index], moved[index + 1]];
    if (a === undefined || b === undefined || from === undefined || to === undefined) continue;
    const aside = (rank - (wires.length - 1) / 2) * (gaps[index] ?? 0);
    if (a.y === b.y) from.y = to.y = a.y + aside * Math.sign(b.x - a.x);
    else from.x = to.x = a.x - aside * Math.sign(b.y - a.y);
  }
  return moved;
}

type Axis = 'x' | 'y';

/** A piece across the axis: all its points have one place on it. */
interface Piece extends Placeable {
  readonly line: Cable;
  /** Of its first point. */
  readonly index: number;
}

function* spreadAlong(lines: readonly Cable[], axis: Axis, free: Free): Generator<undefined, void> {
  const pieces = piecesAcross(lines, axis);
  yield;
  const groups = yield* groupsOf(pieces, {
    gap: strandGap,
    nearness,
    expected(group) {
      const inOrder = inOrderOf(group, axis, free);
      const { places, gap } = evenPlaces(inOrder, strandGap);
      const placeOf = new Map(inOrder.map((piece, number) => [piece, places[number] ?? piece.at]));
      return { places: group.map((piece) => placeOf.get(piece) ?? piece.at), gap };
    },
  });
  yield;
  for (const group of groups) {
    const inOrder = inOrderOf(group, axis, free);
    const { places, gap } = evenPlaces(inOrder, strandGap);
    inOrder.forEach(({ line, index }, number) => {
      const place = places[number];
      const [a, b] = [line.points[index], line.points[index + 1]];
      if (place === undefined || a === undefined || b === undefined) return;
      a[axis] = place;
      b[axis] = place;
      line.gaps[index] = gap;
    });
    yield;
  }
}

/** With the room that each has, as the lines are now. */
function inOrderOf(group: readonly Piece[], axis: Axis, free: Free): Piece[] {
  for (const piece of group) [piece.low, piece.high] = roomOf(piece, axis, free);
  return [...group].sort(
    (a, b) =>
      (Math.abs(a.at - b.at) > 0.5 ? a.at - b.at : 0) ||
      sideOf(a.line, a.index, b.line, b.index) ||
      (a.line.strand.key < b.line.strand.key ? -1 : 1),
  );
}

function piecesAcross(lines: readonly Cable[], axis: Axis): Piece[] {
  const other = axis === 'x' ? 'y' : 'x';
  const pieces: Piece[] = [];
  for (const line of lines)
    for (let index = 0; index + 1 < line.points.length; index++) {
      const [a, b] = [line.points[index], line.points[index + 1]];
      if (a === undefined || b === undefined || a[axis] !== b[axis] || a[other] === b[other]) continue;
      const [start, end] = [Math.min(a[other], b[other]), Math.max(a[other], b[other])];
      const wires = line.wires.length;
      pieces.push({ line, index, at: a[axis], start, end, wires, low: a[axis], high: a[axis] });
    }
  return pieces.sort((a, b) => a.at - b.at || a.start - b.start);
}

/** How near the middles of two cables are too near, in px. */
function nearness(one: number, two: number): number {
  return Math.min(strandGap * (one + two) * 0.5, reach) - 0.25;
}

/** From where to where the wires of a piece may be moved. */
function roomOf({ line, index, at, start, end }: Piece, axis: Axis, free: Free): [number, number] {
  const { strand, points } = line;
  const other = axis === 'x' ? 'y' : 'x';
  if (
    strand.fixed.some(
      (point) => Math.abs(point[axis] - at) < 0.5 && point[other] >= start && point[other] <= end,
    )
  )
    return [at, at];
  let [low, high] = [at - reach, at + reach];
  const keepOn = (rect: Rect): void => {
    const [from, size] = axis === 'x' ? [rect.x, rect.w] : [rect.y, rect.h];
    const margin = Math.min(portMargin, size / 4);
    low = Math.max(low, from + margin);
    high = Math.min(high, from + size - margin);
  };
  const last = points.length - 1;
  if (index === 0) keepOn(strand.from);
  if (index + 1 === last) keepOn(strand.to);
  // The pieces before and after it keep their direction and a little length.
  for (const [next, isEnd] of [
    [points[index - 1], index === 1],
    [points[index + 2], index + 2 === last],
  ] as const) {
    if (next === undefined) continue;
    const least = Math.min(Math.abs(at - next[axis]), isEnd ? endLength : cornerLength);
    if (next[axis] < at) low = Math.max(low, next[axis] + least);
    else if (next[axis] > at) high = Math.min(high, next[axis] - least);
  }
  const [from, to] = free(axis, at, start, end, [strand.from, strand.to]);
  low = Math.max(low, from);
  high = Math.min(high, to);
  return [Math.min(low, at), Math.max(high, at)];
}

/** The stretch around a place that obstacles and sides of containers leave free. */
type Free = (
  axis: Axis,
  at: number,
  start: number,
  end: number,
  ends: readonly Rect[],
) => readonly [number, number];

/** Remembers: many lines between the same icons ask the same. */
function createFree(ground: Ground): Free {
  const known = new Map<string, readonly [number, number]>();
  return (axis, at, start, end, ends) => {
    const key = [axis, at, start, end, ...ends.flatMap(({ x, y }) => [x, y])].join();
    let found = known.get(key);
    if (found === undefined) {
      found = freeAround(ground, axis, at, start, end, ends);
      known.set(key, found);
    }
    return found;
  };
}

function freeAround(
  ground: Ground,
  axis: Axis,
  at: number,
  start: number,
  end: number,
  ends: readonly Rect[],
): readonly [number, number] {
  let [low, high] = [-Infinity, Infinity];
  const keepFrom = (from: number, to: number): void => {
    if (to <= at) low = Math.max(low, to + Math.min(clear, at - to));
    else if (from >= at) high = Math.min(high, from - Math.min(clear, from - at));
  };
  const region =
    axis === 'x'
      ? { x: at - reach, y: start, w: 2 * reach, h: end - start }
      : { x: start, y: at - reach, w: end - start, h: 2 * reach };
  for (const rect of [...ground.obstacles(region), ...ground.titles(region)]) {
    if (ends.some((own) => own.x === rect.x && own.y === rect.y && own.w === rect.w)) continue;
    if (axis === 'x') keepFrom(rect.x, rect.x + rect.w);
    else keepFrom(rect.y, rect.y + rect.h);
  }
  for (const { x, y, w, h } of ground.containers(region))
    for (const side of axis === 'x' ? [x, x + w] : [y, y + h]) keepFrom(side, side);
  return [low, high];
}
