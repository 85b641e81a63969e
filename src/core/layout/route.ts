/**
 * Routes arrows: right-angled lines from one rectangle to another that go around others where that is cheap. A shortest
 * path over the lines that the rectangles themselves suggest, in which length, bends and crossings cost. Pure: the same
 * rectangles always give the same line.
 */
import { createQueue } from '../../lib/queue';
import {
  around,
  centreOf,
  clamp,
  grown,
  holds,
  isSameRect,
  overlaps,
  type Point,
  type Rect,
} from '../../lib/rect';

export interface Route {
  readonly from: Rect;
  readonly to: Rect;
  /** What the line should not go through: icons with their labels. */
  readonly obstacles: readonly Rect[];
  /** What it had better not go through: the title lines of containers. */
  readonly titles: readonly Rect[];
  /** Boxes: the line stays out of those that hold neither end where it can, and never runs along a side of any. */
  readonly containers?: readonly Rect[];
  /** By how much the line stands aside of the middle of a side, in px: `x` on the top and bottom, `y` on the left and right. */
  readonly fromLane?: Point;
  readonly toLane?: Point;
}

/** Clear space beside obstacles and before the ends, in px. */
const clearance = 12;
/** What a line keeps clear of an obstacle, in px; less than the clearance. */
const air = 6;
/** A step aside of so many px is not worth two bends. */
const straightening = 10;
/** What a bend and a crossing cost, in px of detour. */
const bendCost = 36;
const obstacleCost = 600;
const titleCost = 90;
/** What it costs to go into a container that holds neither end, and to run along the side of one, for each px. */
const strangerCost = 110;
const alongCost = 4;
/** So near to a side a line is taken for the side itself, in px. */
const alongWithin = 8;
/** Only what is near the straight line between the ends can matter, and so many of it. */
const reach = 96;
const mostObstacles = 16;
const mostStrangers = 8;

type Side = 'top' | 'right' | 'bottom' | 'left';
const sides: readonly Side[] = ['top', 'right', 'bottom', 'left'];

/** The corners of the line, the ends among them; never fewer than two points, and no two pieces in one direction. */
export function routeArrow({
  from,
  to,
  obstacles,
  titles,
  containers = [],
  fromLane,
  toLane,
}: Route): Point[] {
  const near = nearest(obstacles, from, to).map((rect) =>
    isSameRect(rect, from) || isSameRect(rect, to) ? rect : grown(rect, air),
  );
  const soft = nearest(titles, from, to);
  const starts = sides.map((side) => port(from, side, fromLane));
  const [start, end] = [centreOf(from), centreOf(to)];
  const ends = sides.map((side) =>
    port(to, side, {
      x: aligned(start.x + (fromLane?.x ?? 0), end.x, toLane?.x ?? 0),
      y: aligned(start.y + (fromLane?.y ?? 0), end.y, toLane?.y ?? 0),
    }),
  );
  const isStranger = (box: Rect): boolean => !holds(box, start) && !holds(box, end);
  const strangers = nearest(containers.filter(isStranger), from, to, mostStrangers);
  const boxes = [...containers.filter((box) => !isStranger(box)), ...strangers];
  const besideBoxes = strangers.map((box) => grown(box, clearance - air));
  const grid = gridOf(from, to, [...near, ...besideBoxes], starts, ends);
  const path = search(
    grid,
    starts,
    ends,
    (a, b) =>
      crossings(near, a, b) * obstacleCost +
      crossings(soft, a, b) * titleCost +
      borders(strangers, a, b) * strangerCost +
      alongside(boxes, a, b) * alongCost,
  );
  return simplified(path);
}

/** The lane at the other end, moved a little where that makes the line straight. */
function aligned(start: number, middle: number, lane: number): number {
  return Math.abs(start - middle - lane) <= straightening ? start - middle : lane;
}

interface Port {
  readonly side: Side;
  /** On the side of the rectangle. */
  readonly at: Point;
  /** A little before it, from where the line is free to bend. */
  readonly out: Point;
}

function port({ x, y, w, h }: Rect, side: Side, lane: Point = { x: 0, y: 0 }): Port {
  const cx = x + w / 2 + clamp(lane.x, -w / 2 + 4, w / 2 - 4);
  const cy = y + h / 2 + clamp(lane.y, -h / 2 + 4, h / 2 - 4);
  switch (side) {
    case 'top':
      return { side, at: { x: cx, y }, out: { x: cx, y: y - clearance } };
    case 'bottom':
      return { side, at: { x: cx, y: y + h }, out: { x: cx, y: y + h + clearance } };
    case 'left':
      return { side, at: { x, y: cy }, out: { x: x - clearance, y: cy } };
    case 'right':
      return { side, at: { x: x + w, y: cy }, out: { x: x + w + clearance, y: cy } };
  }
}

function nearest(rects: readonly Rect[], from: Rect, to: Rect, most = mostObstacles): readonly Rect[] {
  const left = Math.min(from.x, to.x) - reach;
  const top = Math.min(from.y, to.y) - reach;
  const region = {
    x: left,
    y: top,
    w: Math.max(from.x + from.w, to.x + to.w) + reach - left,
    h: Math.max(from.y + from.h, to.y + to.h) + reach - top,
  };
  const found = rects.filter((rect) => overlaps(rect, region));
  if (found.length <= most) return found;
  const far = ({ x, y, w, h }: Rect): number =>
    Math.abs(
      (x + w / 2 - from.x - from.w / 2) * (to.y - from.y) -
        (y + h / 2 - from.y - from.h / 2) * (to.x - from.x),
    );
  return found
    .map((rect) => ({ rect, far: far(rect) }))
    .sort((a, b) => a.far - b.far || a.rect.x - b.rect.x || a.rect.y - b.rect.y)
    .slice(0, most)
    .map(({ rect }) => rect);
}

interface Lines {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** The upright and level lines that a route may use. */
function gridOf(
  from: Rect,
  to: Rect,
  obstacles: readonly Rect[],
  starts: readonly Port[],
  ends: readonly Port[],
): Lines {
  const xs = new Set<number>();
  const ys = new Set<number>();
  for (const { out } of [...starts, ...ends]) {
    xs.add(out.x);
    ys.add(out.y);
  }
  // Half-way between the ends is where a line with two bends looks best; lanes keep neighbours apart there.
  const [a, b] = [starts[0]?.at ?? from, ends[0]?.at ?? to];
  const laneShift = a.x - from.x - from.w / 2;
  if (from.x + from.w < to.x) xs.add((from.x + from.w + to.x) / 2 - laneShift);
  if (to.x + to.w < from.x) xs.add((to.x + to.w + from.x) / 2 - laneShift);
  if (from.y + from.h < to.y) ys.add((from.y + from.h + to.y) / 2 - laneShift * Math.sign(b.x - a.x || 1));
  if (to.y + to.h < from.y) ys.add((to.y + to.h + from.y) / 2 + laneShift * Math.sign(b.x - a.x || 1));
  for (const { x, y, w, h } of obstacles) {
    xs.add(x - (clearance - air)).add(x + w + (clearance - air));
    ys.add(y - (clearance - air)).add(y + h + (clearance - air));
  }
  return { xs: [...xs].sort((p, q) => p - q), ys: [...ys].sort((p, q) => p - q) };
}

/** How many rectangles a level or upright line goes through. */
function crossings(rects: readonly Rect[], a: Point, b: Point): number {
  let count = 0;
  for (const rect of rects) if (goesThrough(rect, a, b)) count++;
  return count;
}

function goesThrough({ x, y, w, h }: Rect, a: Point, b: Point): boolean {
  return (
    Math.min(a.x, b.x) < x + w &&
    x < Math.max(a.x, b.x) &&
    Math.min(a.y, b.y) < y + h &&
    y < Math.max(a.y, b.y)
  );
}

/** How many times a line goes over the border of a rectangle; a line that is inside all the way has paid before. */
function borders(rects: readonly Rect[], a: Point, b: Point): number {
  let count = 0;
  for (const rect of rects) if (goesThrough(rect, a, b)) count += holds(rect, a) && holds(rect, b) ? 0.5 : 1;
  return count;
}

/** How far a line runs along sides of rectangles, in px. */
function alongside(rects: readonly Rect[], a: Point, b: Point): number {
  let length = 0;
  for (const { x, y, w, h } of rects) {
    if (a.y === b.y && (isNear(a.y, y) || isNear(a.y, y + h))) length += shared(a.x, b.x, x, x + w);
    if (a.x === b.x && (isNear(a.x, x) || isNear(a.x, x + w))) length += shared(a.y, b.y, y, y + h);
  }
  return length;
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) < alongWithin;
}

/** How much two stretches have in common. */
function shared(a: number, b: number, low: number, high: number): number {
  return Math.max(0, Math.min(Math.max(a, b), high) - Math.max(Math.min(a, b), low));
}

interface Visit {
  readonly x: number;
  readonly y: number;
  /** Which of the four ways the line goes here. */
  readonly way: Way;
  readonly cost: number;
  readonly guess: number;
  readonly before: Visit | null;
  readonly start: Port;
}

function search(
  { xs, ys }: Lines,
  starts: readonly Port[],
  ends: readonly Port[],
  costOf: (a: Point, b: Point) => number,
): Point[] {
  const column = new Map(xs.map((x, index) => [x, index]));
  const row = new Map(ys.map((y, index) => [y, index]));
  const best = new Float64Array(xs.length * ys.length * 4).fill(Infinity);
  const key = (x: number, y: number, way: Way): number => (y * xs.length + x) * 4 + way;
  const goals = ends.map(({ out, side, at }) => ({
    x: column.get(out.x) ?? 0,
    y: row.get(out.y) ?? 0,
    way: opposite(outwards[side]),
    at,
    out,
  }));
  // The way left is at least that to the rectangle around the goals.
  const region = around(ends.map(({ out }) => ({ ...out, w: 0, h: 0 }))) ?? { x: 0, y: 0, w: 0, h: 0 };
  const guess = (x: number, y: number): number =>
    beyond(xs[x] ?? 0, region.x, region.x + region.w) + beyond(ys[y] ?? 0, region.y, region.y + region.h);
  const costs = new Float64Array(xs.length * ys.length * 2).fill(-1);
  /** The cost of the step from a crossing of lines to the next on the right (0) or below (1). */
  const stepCost = (x: number, y: number, way: 0 | 1): number => {
    const at = (y * xs.length + x) * 2 + way;
    const known = costs[at] ?? -1;
    if (known >= 0) return known;
    const a = { x: xs[x] ?? 0, y: ys[y] ?? 0 };
    const b = { x: xs[way === 0 ? x + 1 : x] ?? 0, y: ys[way === 0 ? y : y + 1] ?? 0 };
    const cost = b.x - a.x + b.y - a.y + costOf(a, b);
    costs[at] = cost;
    return cost;
  };
  const queue = createQueue<Visit>((visit) => visit.guess);
  for (const start of starts) {
    const x = column.get(start.out.x) ?? 0;
    const y = row.get(start.out.y) ?? 0;
    const cost = costOf(start.at, start.out);
    queue.push({ x, y, way: outwards[start.side], cost, guess: cost + guess(x, y), before: null, start });
  }
  let found: { readonly visit: Visit; readonly total: number; readonly at: Point } | undefined;
  for (let visit = queue.pop(); visit !== undefined; visit = queue.pop()) {
    if (found !== undefined && visit.guess >= found.total) break;
    const here = key(visit.x, visit.y, visit.way);
    if (visit.cost >= (best[here] ?? Infinity)) continue;
    best[here] = visit.cost;
    for (const goal of goals)
      if (goal.x === visit.x && goal.y === visit.y && visit.way !== opposite(goal.way)) {
        const total = visit.cost + (goal.way === visit.way ? 0 : bendCost) + costOf(goal.out, goal.at);
        if (found === undefined || total < found.total) found = { visit, total, at: goal.at };
      }
    for (const way of ways) {
      // A line never turns back on itself.
      if (way === opposite(visit.way)) continue;
      const [dx, dy] = steps[way];
      const x = visit.x + dx;
      const y = visit.y + dy;
      if (x < 0 || y < 0 || x >= xs.length || y >= ys.length) continue;
      const cost =
        visit.cost +
        stepCost(Math.min(x, visit.x), Math.min(y, visit.y), dy === 0 ? 0 : 1) +
        (way === visit.way ? 0 : bendCost);
      if (cost < (best[key(x, y, way)] ?? Infinity))
        queue.push({ x, y, way, cost, guess: cost + guess(x, y), before: visit, start: visit.start });
    }
  }
  const points: Point[] = [];
  if (found !== undefined) {
    points.push(found.at);
    for (let visit: Visit | null = found.visit; visit !== null; visit = visit.before)
      points.push({ x: xs[visit.x] ?? 0, y: ys[visit.y] ?? 0 });
    points.push(found.visit.start.at);
  }
  return points.reverse();
}

/** Right, down, left, up. */
type Way = 0 | 1 | 2 | 3;
const ways: readonly Way[] = [0, 1, 2, 3];
const steps: Readonly<Record<Way, readonly [number, number]>> = {
  0: [1, 0],
  1: [0, 1],
  2: [-1, 0],
  3: [0, -1],
};
const outwards: Readonly<Record<Side, Way>> = { right: 0, bottom: 1, left: 2, top: 3 };

function opposite(way: Way): Way {
  return ways[(way + 2) % 4] ?? way;
}

/** How far a value lies outside of a stretch. */
function beyond(value: number, low: number, high: number): number {
  return Math.max(low - value, value - high, 0);
}

/** Without points that stand on a straight line, and without the same point twice. */
function simplified(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const [before, last] = [kept.at(-2), kept.at(-1)];
    if (last !== undefined && last.x === point.x && last.y === point.y) continue;
    if (before !== undefined && last !== undefined) {
      const isStraight =
        (before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y);
      if (isStraight) kept.pop();
    }
    kept.push(point);
  }
  return kept;
}
