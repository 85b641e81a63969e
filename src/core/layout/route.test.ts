import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlaps, type Point, type Rect } from '../../lib/rect';
import { cutAt, lengthOf, longestPiece, pointAlong, roundedPath } from './polyline';
import { routeArrow, type Ground, type Route } from './route';

type Standing = { readonly [P in keyof Ground]?: readonly Rect[] };

/** The line among what stands there. */
function lineOf(route: Route, standing: Standing = {}): readonly Point[] {
  return routeArrow(route, groundOf(standing)).points;
}

function groundOf({ obstacles = [], titles = [], containers = [] }: Standing): Ground {
  const near =
    (rects: readonly Rect[]) =>
    (region: Rect): readonly Rect[] =>
      rects.filter((rect) => overlaps(rect, region));
  return { obstacles: near(obstacles), titles: near(titles), containers: near(containers) };
}

const icon = (x: number, y: number): Rect => ({ x, y, w: 56, h: 70 });

const rect = fc.record({
  x: fc.integer({ min: -400, max: 400 }),
  y: fc.integer({ min: -400, max: 400 }),
  w: fc.integer({ min: 20, max: 120 }),
  h: fc.integer({ min: 20, max: 120 }),
});

describe('the line of an arrow', () => {
  test('goes straight between two icons that stand side by side', () => {
    const points = lineOf({ from: icon(0, 0), to: icon(300, 0) });

    expect(points).toEqual([
      { x: 56, y: 35 },
      { x: 300, y: 35 },
    ]);
  });

  test('goes around an icon that stands in the way', () => {
    const between = icon(150, 0);

    const points = lineOf(
      { from: icon(0, 0), to: icon(300, 0) },
      { obstacles: [icon(0, 0), icon(300, 0), between] },
    );

    expect(points.length).toBeGreaterThan(2);
    expect(goesThrough(points, between)).toBe(false);
  });

  test('takes a detour rather than cross the title of a container, when that is short', () => {
    const title = { x: 80, y: 25, w: 100, h: 20 };

    const points = lineOf({ from: icon(0, 0), to: icon(300, 0) }, { titles: [title] });

    expect(goesThrough(points, title)).toBe(false);
  });

  test('goes around the title of a container rather than squeeze between its words and its chips', () => {
    const home = { x: -80, y: -100, w: 260, h: 200 };
    const words = { x: -80, y: -100, w: 132, h: 24 };
    const chip = { x: 64, y: -97, w: 110, h: 18 };
    const [from, to] = [icon(-60, 0), icon(20, -300)];

    const points = lineOf({ from, to }, { obstacles: [from, to], titles: [words, chip], containers: [home] });

    const title = { x: home.x, y: -97, w: home.w, h: 18 };
    expect(goesThrough(points, title)).toBe(false);
  });

  test('goes straight through the title of a container where words and chips leave it room', () => {
    const home = { x: -80, y: -100, w: 290, h: 200 };
    const words = { x: -80, y: -100, w: 126, h: 24 };
    const chip = { x: 70, y: -97, w: 110, h: 18 };
    const [from, to] = [icon(30, 0), icon(30, -300)];

    const points = lineOf({ from, to }, { obstacles: [from, to], titles: [words, chip], containers: [home] });

    expect(points).toHaveLength(2);
  });

  test('goes around a container that holds neither end, and not along its sides', () => {
    const between = { x: 120, y: -60, w: 120, h: 160 };

    const points = lineOf({ from: icon(0, 0), to: icon(300, 0) }, { containers: [between] });

    expect(goesThrough(points, { x: 112, y: -68, w: 136, h: 176 })).toBe(false);
  });

  test('leaves a container by crossing its border, not by following it', () => {
    const home = { x: -40, y: -40, w: 340, h: 300 };
    // The middle of the target is right above the right side of the container.
    const points = lineOf(
      { from: icon(0, 100), to: icon(272, -300) },
      { obstacles: [icon(0, -10)], containers: [home] },
    );

    const rightSide = { x: 296, y: -40, w: 8, h: 300 };
    expect(points.at(-1)?.y).toBeLessThan(-200);
    expect(runsAlong(points, rightSide)).toBe(false);
  });

  test('has only level and upright pieces, starts and ends on the borders of its ends, and repeats', () => {
    fc.assert(
      fc.property(rect, rect, fc.array(rect, { maxLength: 6 }), (from, to, obstacles) => {
        const points = lineOf({ from, to }, { obstacles });

        for (let index = 1; index < points.length; index++) {
          const [a, b] = [points[index - 1], points[index]];
          expect(a?.x === b?.x || a?.y === b?.y).toBe(true);
        }
        expect(isOnBorder(points[0], from)).toBe(true);
        expect(isOnBorder(points.at(-1), to)).toBe(true);
        expect(lineOf({ from, to }, { obstacles: [...obstacles].reverse() })).toEqual(points);
      }),
      { numRuns: 60 },
    );
  });

  test('does not go through the icons it connects', () => {
    fc.assert(
      fc.property(fc.integer({ min: 120, max: 500 }), fc.integer({ min: -400, max: 400 }), (x, y) => {
        const [from, to] = [icon(0, 0), icon(x, y)];

        const points = lineOf({ from, to }, { obstacles: [from, to] });

        expect(goesThrough(points, from)).toBe(false);
        expect(goesThrough(points, to)).toBe(false);
      }),
    );
  });
});

describe('a line of straight pieces', () => {
  const line = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 40 },
  ];

  test('is as long as its pieces together', () => {
    expect(lengthOf(line)).toBe(140);
  });

  test('is cut into two that meet where it was cut', () => {
    const [before, after] = cutAt(line, 120);

    expect(before).toEqual([
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 100, y: 20 },
    ]);
    expect(after).toEqual([
      { x: 100, y: 20 },
      { x: 100, y: 40 },
    ]);
    expect(lengthOf(before) + lengthOf(after)).toBe(lengthOf(line));
  });

  test('bears its label on the middle of the longest piece', () => {
    expect(longestPiece(line)).toEqual({ middle: { x: 50, y: 0 }, length: 100, isLevel: true });
  });

  test('ends at its end, however far one goes along it', () => {
    expect(pointAlong(line, 1000)).toEqual({ x: 100, y: 40 });
  });

  test('is drawn with round corners that never overshoot a short piece', () => {
    expect(roundedPath(line, 8)).toBe('M0 0L92 0Q100 0 100 8L100 40');
    expect(
      roundedPath(
        [
          { x: 0, y: 0 },
          { x: 6, y: 0 },
          { x: 6, y: 90 },
        ],
        8,
      ),
    ).toBe('M0 0L3 0Q6 0 6 3L6 90');
  });
});

function runsAlong(points: readonly Point[], { x, y, w, h }: Rect): boolean {
  return points.some((b, index) => {
    const a = points[index - 1];
    return (
      a !== undefined &&
      a.x === b.x &&
      a.x > x &&
      a.x < x + w &&
      Math.min(a.y, b.y) < y + h &&
      y < Math.max(a.y, b.y)
    );
  });
}

function goesThrough(points: readonly Point[], { x, y, w, h }: Rect): boolean {
  return points.some((b, index) => {
    const a = points[index - 1];
    if (a === undefined) return false;
    return (
      (Math.min(a.x, b.x) < x + w &&
        x < Math.max(a.x, b.x) &&
        Math.min(a.y, b.y) <= y + h &&
        y <= Math.max(a.y, b.y) &&
        a.y === b.y &&
        a.y > y &&
        a.y < y + h) ||
      (a.x === b.x && a.x > x && a.x < x + w && Math.min(a.y, b.y) < y + h && y < Math.max(a.y, b.y))
    );
  });
}

function isOnBorder(point: Point | undefined, { x, y, w, h }: Rect): boolean {
  if (point === undefined) return false;
  const isLevel = (point.x === x || point.x === x + w) && point.y >= y && point.y <= y + h;
  return isLevel || ((point.y === y || point.y === y + h) && point.x >= x && point.x <= x + w);
}
