/** Laws of the router and of what sets its lines side by side, over icons that stand anywhere. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grown, overlaps, type Point, type Rect } from '../../lib/rect';
import { routeArrow, type Ground } from './route';
import { spread, type Strand } from './spread';
import { lengthInside } from './stretch';

/** Icons in cells of a grid, somewhat out of line, so that there is a way between any two. */
const icons = fc
  .uniqueArray(fc.record({ column: fc.nat(5), row: fc.nat(5), dx: fc.nat(40), dy: fc.nat(30) }), {
    selector: ({ column, row }) => `${column} ${row}`,
    minLength: 3,
    maxLength: 14,
  })
  .map((cells) =>
    cells.map(({ column, row, dx, dy }): Rect => ({ x: column * 140 + dx, y: row * 140 + dy, w: 56, h: 69 })),
  );

const design = icons.chain((rects) =>
  fc.record({
    rects: fc.constant(rects),
    pairs: fc.array(fc.tuple(fc.nat(rects.length - 1), fc.nat(rects.length - 1)), {
      minLength: 1,
      maxLength: 10,
    }),
  }),
);

function groundOf(rects: readonly Rect[]): Ground {
  return {
    obstacles: (region) => rects.filter((rect) => overlaps(rect, region)),
    titles: () => [],
    containers: () => [],
  };
}

interface Design {
  readonly rects: readonly Rect[];
  readonly pairs: readonly (readonly [number, number])[];
}

function strandsOf({ rects, pairs }: Design): Strand[] {
  const ground = groundOf(rects);
  const known = new Map<string, readonly Point[]>();
  return pairs.flatMap(([one, two], index): Strand[] => {
    const [from, to] = [rects[one], rects[two]];
    if (from === undefined || to === undefined || one === two) return [];
    const points = known.get(`${one} ${two}`) ?? routeArrow({ from, to }, ground).points;
    known.set(`${one} ${two}`, points);
    return [{ key: `flow${index}`, from, to, points, fixed: [] }];
  });
}

const stretchesOf = (points: readonly Point[]): (readonly [Point, Point])[] =>
  points.flatMap((b, index) => {
    const a = points[index - 1];
    return a === undefined ? [] : [[a, b] as const];
  });

describe('lines among icons', () => {
  test('go through no icon, routed and set side by side', () => {
    fc.assert(
      fc.property(design, (given) => {
        const strands = strandsOf(given);
        const places = spread(strands, groundOf(given.rects));

        for (const { key } of strands)
          for (const [a, b] of stretchesOf(places.get(key) ?? []))
            for (const rect of given.rects) expect(lengthInside(rect, a, b)).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  test('are level and upright, and start and end on their icons', () => {
    fc.assert(
      fc.property(design, (given) => {
        const strands = strandsOf(given);
        const places = spread(strands, groundOf(given.rects));

        for (const { key, from, to } of strands) {
          const points = places.get(key) ?? [];
          for (const [a, b] of stretchesOf(points)) expect(a.x === b.x || a.y === b.y).toBe(true);
          expect(isOnBorder(points[0], from)).toBe(true);
          expect(isOnBorder(points.at(-1), to)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('never lie on one another', () => {
    fc.assert(
      fc.property(design, (given) => {
        const strands = strandsOf(given);
        const places = spread(strands, groundOf(given.rects));

        for (const [index, one] of strands.entries())
          for (const other of strands.slice(index + 1))
            expect(inCommon(places.get(one.key) ?? [], places.get(other.key) ?? [])).toBeLessThanOrEqual(8);
      }),
      { numRuns: 150 },
    );
  });

  test('that were just far enough apart do not come to lie on one another when others need room', () => {
    const icon = (x: number, y: number): Rect => ({ x, y, w: 56, h: 69 });
    const rects = [icon(600, 290), icon(314, 12), icon(706, 2), icon(450, 153)];
    const strands = strandsOf({
      rects,
      pairs: [
        [0, 1],
        [2, 1],
        [3, 2],
        [3, 1],
      ],
    });

    const places = spread(strands, groundOf(rects));

    const level = strands.map(({ key }) =>
      stretchesOf(places.get(key) ?? []).flatMap(([a, b]) => (a.y === b.y ? [a.y] : [])),
    );
    expect(level).toEqual([[46.5], [26.5], [36.5], [56.5]]);
  });

  test('are the same in whatever order they are given', () => {
    fc.assert(
      fc.property(design, (given) => {
        const strands = strandsOf(given);
        const backwards = [...strands].reverse();

        const ground = groundOf([...given.rects].reverse());
        const places = spread(backwards, ground);

        for (const [key, points] of spread(strands, groundOf(given.rects)))
          expect(places.get(key)).toEqual(points);
      }),
      { numRuns: 60 },
    );
  });

  test('do not change for an icon that none of them would have met', () => {
    fc.assert(
      fc.property(icons, fc.nat(13), fc.nat(13), fc.nat(13), (rects, one, two, three) => {
        const [from, to] = [rects[one % rects.length], rects[two % rects.length]];
        const moved = rects[three % rects.length];
        if (from === undefined || to === undefined || moved === undefined) return;
        fc.pre(from !== to && moved !== from && moved !== to);
        const without = rects.filter((rect) => rect !== moved);

        const before = routeArrow({ from, to }, groundOf(rects));
        const after = routeArrow({ from, to }, groundOf(without));

        if (!before.met.has(moved)) expect(after).toEqual(before);
      }),
    );
  });
});

describe('several lines between the same icons', () => {
  const [from, to] = [
    { x: 0, y: 0, w: 56, h: 69 },
    { x: 300, y: 200, w: 56, h: 69 },
  ];
  const lines = (count: number): readonly (readonly Point[])[] => {
    const { points } = routeArrow({ from, to }, groundOf([from, to]));
    const strands = Array.from({ length: count }, (_, index) => ({
      key: `flow${index}`,
      from,
      to,
      points,
      fixed: [],
    }));
    return [...spread(strands, groundOf([from, to])).values()];
  };

  test('run side by side with one gap, in one order all along, and never cross', () => {
    const three = lines(3);

    expect(crossings(three)).toBe(0);
    for (let index = 0; index + 1 < (three[0]?.length ?? 0); index++) {
      const places = three.map((points) => {
        const [a, b] = [points[index], points[index + 1]];
        return a?.x === b?.x ? (a?.x ?? 0) : (a?.y ?? 0);
      });
      const gaps = places.slice(1).map((place, rank) => Math.abs(place - (places[rank] ?? 0)));
      expect(gaps).toEqual([10, 10]);
    }
  });

  test('are set closer where the side of an icon has no room for the gap', () => {
    const many = lines(12);

    const starts = many.map(([start]) => start?.x ?? 0);
    expect(new Set(starts).size).toBe(many[0]?.[0]?.x === many[1]?.[0]?.x ? 1 : 12);
    for (const points of many) {
      expect(isOnBorder(points[0], from)).toBe(true);
      expect(isOnBorder(points.at(-1), to)).toBe(true);
    }
    expect(crossings(many)).toBe(0);
  });
});

describe('lines that share a part of their way', () => {
  test('part without crossing: the one that turns left runs on the left', () => {
    const from = { x: 0, y: 0, w: 56, h: 69 };
    const left = { x: -300, y: -400, w: 56, h: 69 };
    const right = { x: 300, y: -400, w: 56, h: 69 };
    const rects = [from, left, right];
    const strand = (key: string, to: Rect, points: Point[]): Strand => ({ key, from, to, points, fixed: [] });
    const strands = [
      strand('b', left, [
        { x: 28, y: 0 },
        { x: 28, y: -365 },
        { x: -244, y: -365 },
      ]),
      strand('a', right, [
        { x: 28, y: 0 },
        { x: 28, y: -365 },
        { x: 300, y: -365 },
      ]),
    ];

    const places = spread(strands, groundOf(rects));

    expect(places.get('b')?.[0]).toEqual({ x: 23, y: 0 });
    expect(places.get('a')?.[0]).toEqual({ x: 33, y: 0 });
  });

  test('leave one with a bend of the user where it is', () => {
    const [from, to] = [
      { x: 0, y: 0, w: 56, h: 69 },
      { x: 400, y: 0, w: 56, h: 69 },
    ];
    const bend = { x: 200, y: 34.5 };
    const { points } = routeArrow({ from, to }, groundOf([from, to]));

    const places = spread(
      [
        { key: 'bent', from, to, points: [...points], fixed: [bend] },
        { key: 'free', from, to, points, fixed: [] },
      ],
      groundOf([from, to]),
    );

    expect(places.get('bent')).toEqual(points);
    expect(Math.abs((places.get('free')?.[0]?.y ?? 0) - 34.5)).toBe(10);
  });
});

/** How many px two lines have in common, nearer than 0.5 px. */
function inCommon(one: readonly Point[], other: readonly Point[]): number {
  let length = 0;
  for (const [a, b] of stretchesOf(one))
    for (const [c, d] of stretchesOf(other)) {
      const isUpright = a.x === b.x && c.x === d.x && Math.abs(a.x - c.x) < 0.05;
      const isLevel = a.y === b.y && c.y === d.y && Math.abs(a.y - c.y) < 0.05;
      if (isUpright) length += common(a.y, b.y, c.y, d.y);
      else if (isLevel) length += common(a.x, b.x, c.x, d.x);
    }
  return length;
}

function common(a: number, b: number, c: number, d: number): number {
  return Math.max(0, Math.min(Math.max(a, b), Math.max(c, d)) - Math.max(Math.min(a, b), Math.min(c, d)));
}

function crossings(lines: readonly (readonly Point[])[]): number {
  let count = 0;
  for (const [index, one] of lines.entries())
    for (const other of lines.slice(index + 1))
      for (const [a, b] of stretchesOf(one))
        for (const [c, d] of stretchesOf(other)) {
          const box = (p: Point, q: Point): Rect =>
            grown(
              {
                x: Math.min(p.x, q.x),
                y: Math.min(p.y, q.y),
                w: Math.abs(p.x - q.x),
                h: Math.abs(p.y - q.y),
              },
              0.01,
            );
          if (overlaps(box(a, b), box(c, d))) count++;
        }
  return count;
}

function isOnBorder(point: Point | undefined, { x, y, w, h }: Rect): boolean {
  if (point === undefined) return false;
  const isLevel = (point.x === x || point.x === x + w) && point.y >= y && point.y <= y + h;
  return isLevel || ((point.y === y || point.y === y + h) && point.x >= x && point.x <= x + w);
}
