/** Lines of straight pieces: their length, points along them, their parts, and how they are drawn with round corners. */
import { clamp, grown, type Point, type Rect } from '../../lib/rect';

export function lengthOf(points: readonly Point[]): number {
  let length = 0;
  for (let index = 1; index < points.length; index++) length += pieceLength(points, index);
  return length;
}

/** The point so many px along the line; its ends beyond them. */
export function pointAlong(points: readonly Point[], distance: number): Point {
  let left = distance;
  for (let index = 1; index < points.length; index++) {
    const length = pieceLength(points, index);
    const [a, b] = [points[index - 1], points[index]];
    if (a === undefined || b === undefined) break;
    if (left <= length && length > 0) {
      const part = Math.max(0, left / length);
      return { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
    }
    left -= length;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}

/** How far along the line the place is that is nearest to a point, in px. */
export function distanceAlong(points: readonly Point[], { x, y }: Point): number {
  let [best, least, gone] = [0, Infinity, 0];
  for (let index = 1; index < points.length; index++) {
    const [a, b] = [points[index - 1], points[index]];
    const length = pieceLength(points, index);
    if (a === undefined || b === undefined || length === 0) continue;
    const part = clamp(((x - a.x) * (b.x - a.x) + (y - a.y) * (b.y - a.y)) / length, 0, length);
    const there = { x: a.x + ((b.x - a.x) * part) / length, y: a.y + ((b.y - a.y) * part) / length };
    const far = Math.hypot(x - there.x, y - there.y);
    if (far < least) [best, least] = [gone + part, far];
    gone += length;
  }
  return best;
}

/** The line cut in two, so many px from its start. */
export function cutAt(
  points: readonly Point[],
  distance: number,
): readonly [readonly Point[], readonly Point[]] {
  const cut = pointAlong(points, distance);
  const before: Point[] = [];
  const after: Point[] = [];
  let gone = 0;
  points.forEach((point, index) => {
    if (index > 0) gone += pieceLength(points, index);
    if (gone < distance) before.push(point);
    else after.push(point);
  });
  return [
    [...before, cut],
    [cut, ...after],
  ];
}

/** The middle of the longest straight piece, and which way that goes. */
export function longestPiece(points: readonly Point[]): {
  readonly middle: Point;
  readonly length: number;
  readonly isLevel: boolean;
} {
  let best = { middle: points[0] ?? { x: 0, y: 0 }, length: 0, isLevel: true };
  for (let index = 1; index < points.length; index++) {
    const [a, b] = [points[index - 1], points[index]];
    const length = pieceLength(points, index);
    if (a === undefined || b === undefined || length <= best.length) continue;
    best = { middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, length, isLevel: a.y === b.y };
  }
  return best;
}

/** What is left of the line outside the rectangles, each kept so many px clear of; shorter scraps are left out. */
export function interrupted(points: readonly Point[], rects: readonly Rect[], clear: number): Point[][] {
  if (rects.length === 0) return [[...points]];
  const grownRects = rects.map((rect) => grown(rect, clear));
  const parts: Point[][] = [];
  let part: Point[] = [];
  const end = (): void => {
    if (lengthOf(part) >= shortestPart) parts.push(part);
    part = [];
  };
  for (let index = 1; index < points.length; index++) {
    const [a, b] = [points[index - 1], points[index]];
    if (a === undefined || b === undefined) continue;
    const at = (t: number): Point => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });
    const hidden = grownRects.flatMap((rect) => stretchIn(rect, a, b)).sort((one, two) => one[0] - two[0]);
    let shownFrom = 0;
    for (const [from, to] of hidden) {
      if (to <= shownFrom) continue;
      if (from > shownFrom) {
        // A piece that goes on from the one before shares its corner.
        if (part.length === 0) part.push(at(shownFrom));
        part.push(at(from));
      }
      end();
      shownFrom = to;
    }
    if (shownFrom < 1) {
      if (part.length === 0) part.push(at(shownFrom));
      part.push(b);
    }
  }
  end();
  return parts;
}

/** What of the line is inside a rectangle. */
export function partsWithin(points: readonly Point[], rect: Rect): Point[][] {
  const parts: Point[][] = [];
  let part: Point[] = [];
  for (let index = 1; index < points.length; index++) {
    const [a, b] = [points[index - 1], points[index]];
    if (a === undefined || b === undefined) continue;
    const at = (t: number): Point => ({ x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t });
    const [stretch] = stretchIn(rect, a, b);
    if (stretch === undefined) continue;
    const [from, to] = stretch;
    if (from > 0 || part.length === 0) {
      if (part.length > 1) parts.push(part);
      part = [at(from)];
    }
    part.push(at(to));
    if (to < 1) {
      parts.push(part);
      part = [];
    }
  }
  if (part.length > 1) parts.push(part);
  return parts;
}

/** A scrap of a line shorter than this says nothing, in px. */
const shortestPart = 3;

/** From where to where a straight piece is inside a rectangle, as parts of its length; empty when it is not. */
function stretchIn({ x, y, w, h }: Rect, a: Point, b: Point): [number, number][] {
  let [from, to] = [0, 1];
  for (const [start, way, low, high] of [
    [a.x, b.x - a.x, x, x + w],
    [a.y, b.y - a.y, y, y + h],
  ] as const) {
    if (way === 0) {
      if (start <= low || start >= high) return [];
      continue;
    }
    const [one, two] = [(low - start) / way, (high - start) / way];
    from = Math.max(from, Math.min(one, two));
    to = Math.min(to, Math.max(one, two));
  }
  return from < to ? [[from, to]] : [];
}

/** An SVG path with corners of this radius, less where the pieces are short. */
export function roundedPath(points: readonly Point[], radius: number): string {
  const [first] = points;
  if (first === undefined) return '';
  let path = `M${number(first.x)} ${number(first.y)}`;
  for (let index = 1; index < points.length; index++) {
    const [before, corner, after] = [points[index - 1], points[index], points[index + 1]];
    if (before === undefined || corner === undefined) continue;
    if (after === undefined) {
      path += `L${number(corner.x)} ${number(corner.y)}`;
      continue;
    }
    const r = Math.min(radius, pieceLength(points, index) / 2, pieceLength(points, index + 1) / 2);
    const start = towards(corner, before, r);
    const end = towards(corner, after, r);
    path += `L${number(start.x)} ${number(start.y)}Q${number(corner.x)} ${number(corner.y)} ${number(end.x)} ${number(end.y)}`;
  }
  return path;
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return from;
  return {
    x: from.x + ((to.x - from.x) / length) * distance,
    y: from.y + ((to.y - from.y) / length) * distance,
  };
}

/** Of the piece that ends at the point with that index. */
export function pieceLength(points: readonly Point[], index: number): number {
  const [a, b] = [points[index - 1], points[index]];
  return a === undefined || b === undefined ? 0 : Math.hypot(b.x - a.x, b.y - a.y);
}

/** Short and always the same: a tenth of a px is finer than any screen. */
function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}
