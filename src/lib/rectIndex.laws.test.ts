/** Laws of the index of rectangles: it finds what looking at each of them would find. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlaps, type Rect } from './rect';
import { createRectIndex } from './rectIndex';

const place = fc.oneof(fc.integer({ min: -400, max: 400 }), fc.integer({ min: -40_000, max: 40_000 }));
const length = fc.oneof(fc.nat(140), fc.nat(30_000), fc.constant(128), fc.constant(512));
const rect: fc.Arbitrary<Rect> = fc.record({ x: place, y: place, w: length, h: length });

const inOrder = (rects: readonly Rect[]): readonly Rect[] =>
  [...rects].sort((a, b) => a.x - b.x || a.y - b.y || a.w - b.w || a.h - b.h);

test('finds every rectangle that overlaps a region, each once, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(rect), rect, (rects, region) => {
      const found = createRectIndex(rects).near(region);

      expect(inOrder(found)).toEqual(inOrder(rects.filter((each) => overlaps(each, region))));
    }),
  );
});

test('finds no more of what was taken out, and still all else', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(rect, fc.boolean())), rect, (given, region) => {
      const index = createRectIndex(given.map(([each]) => each));

      for (const [each, isTaken] of given) if (isTaken) index.remove(each);

      const left = given.flatMap(([each, isTaken]) => (isTaken || !overlaps(each, region) ? [] : [each]));
      expect(inOrder(index.near(region))).toEqual(inOrder(left));
    }),
  );
});

test('tells rectangles apart that stand in the same place', () => {
  const [one, other] = [
    { x: 0, y: 0, w: 10, h: 10 },
    { x: 0, y: 0, w: 10, h: 10 },
  ];
  const index = createRectIndex([one, other]);

  index.remove(one);

  expect(index.near({ x: 5, y: 5, w: 1, h: 1 })).toEqual([other]);
  expect(index.near({ x: 5, y: 5, w: 1, h: 1 })[0]).toBe(other);
});
