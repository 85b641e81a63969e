import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eased, pointAt, trackOf } from './track';

const corner = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 100 },
];

test('each stop is at the place of the arrow that is nearest to it', () => {
  const { stops } = trackOf(corner, [
    { middle: { x: 0, y: 10 }, direction: 'forward' },
    { middle: { x: 90, y: 5 }, direction: 'forward' },
    { middle: { x: 100, y: 120 }, direction: 'forward' },
    { middle: { x: 0, y: 0 }, direction: 'return' },
  ]);

  expect(stops).toEqual([0, 90, 200, 0]);
});

test('a stop that stands nowhere keeps the packet where it is', () => {
  const { stops } = trackOf(corner, [
    { middle: { x: 100, y: 0 }, direction: 'forward' },
    { middle: null, direction: 'forward' },
  ]);

  expect(stops).toEqual([100, 100]);
});

test('a packet never goes back on its way out', () => {
  const point = fc.record({ x: fc.integer({ min: 0, max: 200 }), y: fc.integer({ min: 0, max: 200 }) });
  fc.assert(
    fc.property(fc.array(point, { minLength: 1 }), fc.array(point), (points, middles) => {
      const { stops } = trackOf(
        points,
        middles.map((middle) => ({ middle, direction: 'forward' as const })),
      );

      expect(stops).toEqual([...stops].sort((a, b) => a - b));
    }),
  );
});

test('distances along the arrow turn its corner', () => {
  expect(pointAt(corner, 150)).toEqual({ x: 100, y: 50 });
  expect(pointAt(corner, 999)).toEqual({ x: 100, y: 100 });
  expect(pointAt([], 5)).toEqual({ x: 0, y: 0 });
});

test('motion starts and ends gently', () => {
  expect([0, 0.5, 1].map(eased)).toEqual([0, 0.5, 1]);
  expect(eased(0.1)).toBeLessThan(0.1);
  expect(eased(0.9)).toBeGreaterThan(0.9);
});
