/**
 * Routes arrows: right-angled lines from one rectangle to another that go around resources, labels and titles, and over borders of
 * containers only where they must. Pure: the same surroundings always give the same line.
 *
 * Of a large diagram nearly nothing matters to one line, so a line first knows only its ends; what it then goes through is
 * found out, added, and the line searched again, until it meets nothing new. What it has met is what it depends on.
 */
import { centreOf, grown, isSameRect, overlaps, type Point, type Rect } from '../../lib/rect';
import { cheapestLine, type Lines, type Port, type Side } from './routeSearch';
import { borderCrossings, lengthInside } from './stretch';
import { createCosts } from './stretchCosts';
import { withoutJog, type JogEnd } from './withoutJog';

/** What stands where, to be asked about a region. */
export interface Ground {
  /** What a line must not go through: icons and their labels. */
  obstacles(region: Rect): readonly Rect[];
  /** What it had better not go through: the words on the title lines of containers. */
  titles(region: Rect): readonly Rect[];
  /** Boxes: a line goes over their borders as seldom as it can, and never runs along a side. */
  containers(region: Rect): readonly Rect[];
}

export interface Route {
  readonly from: Rect;
  readonly to: Rect;
  /** Points that the line must pass, in this order. */
  readonly by?: readonly Point[];
}

export interface Routed {
  /** The corners of the line, the ends among them; never fewer than two points, and no two pieces in one direction. */
  readonly points: readonly Point[];
  /** What it has met. */
  readonly met: ReadonlySet<Rect>;
  /** Every line that was tried: something new that stands in the way of none of them changes nothing. */
  readonly tried: readonly (readonly Point[])[];
}

/** Clear space before the ends, in px. */
const clearance = 12;
/** What a line keeps clear of an obstacle, in px; less than the clearance. */
const air = 6;
/** What it had better keep clear of words and chips at their sides, in px: between two that are nearer it is squeezed. */
const besideWords = 10;
/** So near to a side a line is taken for the side itself, in px. */
const alongWithin = 8;
/** A step aside of so many px is not worth two bends. */
const straightening = 10;
/**
 * Costs, in px of detour: to go into an obstacle at all; for each px too near to one, in words, too near beside these, along a
 * side; for each border.
 */
const obstacleCost = 100_000;
const nearCost = 6;
const titleCost = 12;
const besideWordsCost = 6;
const alongCost = 12;
const borderCost = 110;
/** So often a line is searched again. More is met only in mazes. */
const mostTries = 24;

const nowhere: Ground = { obstacles: () => [], titles: () => [], containers: () => [] };

/** A line that minds nothing but its ends, until there is time to route it. */
export function makeshiftLine(route: Route): readonly Point[] {
  const { from, to, by = [] } = route;
  if (by.length > 0) return routeArrow(route, nowhere).points;
  const [a, b] = [centreOf(from), centreOf(to)];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const isLevel = Math.abs(dx) - (from.w + to.w) / 2 > Math.abs(dy) - (from.h + to.h) / 2;
  if (isLevel) {
    const way = Math.sign(dx);
    const [start, end] = [a.x + (way * from.w) / 2, b.x - (way * to.w) / 2];
    const half = Math.round((start + end) / 2);
    return simplified([
      { x: start, y: a.y },
      { x: half, y: a.y },
      { x: half, y: b.y },
      { x: end, y: b.y },
    ]);
  }
  const way = Math.sign(dy);
  const [start, end] = [a.y + (way * from.h) / 2, b.y - (way * to.h) / 2];
  const half = Math.round((start + end) / 2);
  return simplified([
    { x: a.x, y: start },
    { x: a.x, y: half },
    { x: b.x, y: half },
    { x: b.x, y: end },
  ]);
}

export function routeArrow({ from, to, by = [] }: Route, ground: Ground): Routed {
  const starts = sides.map((side) => port(from, side, { x: 0, y: 0 }));
  const [dx, dy] = [from.x + from.w / 2 - to.x - to.w / 2, from.y + from.h / 2 - to.y - to.h / 2];
  // An end that is nearly in line is moved along its side, so that the line is straight.
  const ends = sides.map((side) =>
    port(to, side, {
      x: Math.abs(dx) <= straightening ? dx : 0,
      y: Math.abs(dy) <= straightening ? dy : 0,
    }),
  );
  const isEnd = (rect: Rect): boolean => isSameRect(rect, from) || isSameRect(rect, to);
  const isOfEnd = (rect: Rect): boolean => overlaps(rect, from) || overlaps(rect, to);
  const met: Met = { obstacles: new Set(), titles: new Set(), containers: new Set() };
  const tried: (readonly Point[])[] = [];
  let points: readonly Point[] = [];
  for (let count = 0; count < mostTries; count++) {
    const grid = gridOf(starts, ends, by, from, to, met);
    const costs = createCosts(grid);
    const obstacles = inOrder(met.obstacles).filter((rect) => !isEnd(rect));
    for (const rect of [from, to, ...obstacles]) costs.addInside(rect, obstacleCost, nearCost);
    // The label of an end is never far from its line.
    for (const rect of obstacles) if (!isOfEnd(rect)) costs.addInside(grown(rect, air), 0, nearCost);
    for (const rect of inOrder(met.titles)) {
      costs.addInside(rect, 0, titleCost);
      costs.addInside(withSides(rect), 0, besideWordsCost);
    }
    for (const rect of inOrder(met.containers)) costs.addBorder(rect, borderCost, alongWithin, alongCost);
    points = simplified(
      cheapestLine(grid, costs, starts, ends, by, (a, b) => {
        let cost = 0;
        for (const rect of obstacles) cost += obstacleCosts(rect, a, b);
        for (const rect of met.containers) cost += borderCrossings(rect, a, b) * borderCost;
        return cost;
      }),
    );
    tried.push(points);
    if (!meetsNew(points, ground, met)) break;
  }
  const isClear = (line: readonly Point[]): boolean => {
    meetsNew(line, ground, met);
    tried.push(line);
    const isInWay = (rect: Rect, withAir: Rect): boolean =>
      !isEnd(rect) && isCrossed(isOfEnd(rect) ? rect : withAir, line);
    return !(
      [...met.obstacles].some((rect) => isInWay(rect, grown(rect, air - 1))) ||
      [...met.titles].some((rect) => isInWay(rect, withSides(rect)))
    );
  };
  // A jog right before an end is not needed where the end can stand a little aside.
  const atEnd = by.length > 0 ? undefined : withoutJog(points, withFoot(to, ground));
  if (atEnd !== undefined && isClear(atEnd)) points = atEnd;
  const atStart =
    by.length > 0 ? undefined : withoutJog([...points].reverse(), withFoot(from, ground))?.reverse();
  if (atStart !== undefined && isClear(atStart)) points = atStart;
  return { points, met: new Set([...met.obstacles, ...met.titles, ...met.containers]), tried };
}

/** An end, and how far its lower side reaches: the name below an icon may be wider than the icon. */
function withFoot(end: Rect, ground: Ground): JogEnd {
  const bottom = end.y + end.h;
  const foot = ground
    .obstacles(end)
    .find((rect) => rect.y > end.y && rect.y + rect.h === bottom && rect.x < end.x && rect.w > end.w);
  return { ...end, foot: foot ?? end };
}

interface Met {
  readonly obstacles: Set<Rect>;
  readonly titles: Set<Rect>;
  readonly containers: Set<Rect>;
}

/** Sums in one order come to the same to the last digit, in whichever order things were met. */
function inOrder(rects: ReadonlySet<Rect>): Rect[] {
  return [...rects].sort((a, b) => a.x - b.x || a.y - b.y || a.w - b.w || a.h - b.h);
}

/** Notes what a line meets; whether any of it was not known. */
function meetsNew(points: readonly Point[], ground: Ground, met: Met): boolean {
  let isNew = false;
  for (const [sort, rect] of metOn(points, ground)) {
    isNew ||= !met[sort].has(rect);
    met[sort].add(rect);
  }
  return isNew;
}

/** Whether a line, or one of those tried before it, would have met something of that. */
export function wouldMeet({ tried }: Routed, something: Ground): boolean {
  return tried.some((points) => !(metOn(points, something).next().done ?? false));
}

function* metOn(points: readonly Point[], ground: Ground): Generator<readonly [keyof Met, Rect]> {
  for (let index = 1; index < points.length; index++) {
    const [a, b] = [points[index - 1], points[index]];
    if (a === undefined || b === undefined) continue;
    const region = stretchRegion(a, b);
    for (const rect of ground.obstacles(grown(region, air))) yield ['obstacles', rect];
    for (const rect of ground.titles(withSides(region))) yield ['titles', rect];
    // A container that is around the whole piece is not met.
    for (const rect of ground.containers(grown(region, alongWithin)))
      if (!isWellInside(rect, region)) yield ['containers', rect];
  }
}

/** Words, or what may be near them, with what belongs to these at both sides. */
function withSides({ x, y, w, h }: Rect): Rect {
  return { x: x - besideWords, y, w: w + 2 * besideWords, h };
}

/** A stretch as a rectangle that is not empty. */
function stretchRegion(a: Point, b: Point): Rect {
  const thin = 0.5;
  return {
    x: Math.min(a.x, b.x) - thin,
    y: Math.min(a.y, b.y) - thin,
    w: Math.abs(a.x - b.x) + 2 * thin,
    h: Math.abs(a.y - b.y) + 2 * thin,
  };
}

function isWellInside(container: Rect, { x, y, w, h }: Rect): boolean {
  const inner = grown(container, -alongWithin);
  return x >= inner.x && y >= inner.y && x + w <= inner.x + inner.w && y + h <= inner.y + inner.h;
}

function isCrossed(rect: Rect, points: readonly Point[]): boolean {
  return points.some((b, index) => {
    const a = points[index - 1];
    return a !== undefined && lengthInside(rect, a, b) > 0;
  });
}

function obstacleCosts(rect: Rect, a: Point, b: Point): number {
  const inside = lengthInside(rect, a, b);
  return inside === 0 ? 0 : obstacleCost + inside * nearCost;
}

const sides: readonly Side[] = ['top', 'right', 'bottom', 'left'];

/** The middle of a side, moved along it. */
function port({ x, y, w, h }: Rect, side: Side, aside: Point): Port {
  const cx = x + w / 2 + aside.x;
  const cy = y + h / 2 + aside.y;
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

/** The upright and level lines that a route may use. */
function gridOf(
  starts: readonly Port[],
  ends: readonly Port[],
  by: readonly Point[],
  from: Rect,
  to: Rect,
  met: Met,
): Lines {
  const xs = new Set<number>();
  const ys = new Set<number>();
  const add = ({ x, y }: Point): void => {
    xs.add(x);
    ys.add(y);
  };
  const around = ({ x, y, w, h }: Rect, far: number): void => {
    add({ x: x - far, y: y - far });
    add({ x: x + w + far, y: y + h + far });
  };
  for (const { out } of starts) add(out);
  for (const { out } of ends) add(out);
  by.forEach(add);
  // Half-way between the ends is where a line with two bends looks best.
  const half = (low: number, high: number, lines: Set<number>): void => {
    if (low < high) lines.add(Math.round((low + high) / 2));
  };
  half(from.x + from.w, to.x, xs);
  half(to.x + to.w, from.x, xs);
  half(from.y + from.h, to.y, ys);
  half(to.y + to.h, from.y, ys);
  for (const rect of met.obstacles) around(rect, clearance);
  for (const { x, y, w, h } of met.titles) {
    add({ x: x - besideWords, y: y - air });
    add({ x: x + w + besideWords, y: y + h + air });
  }
  for (const rect of met.containers) {
    around(rect, clearance);
    around(rect, -clearance);
  }
  const ascending = (lines: Set<number>): number[] => [...lines].sort((p, q) => p - q);
  return { xs: ascending(xs), ys: ascending(ys) };
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
