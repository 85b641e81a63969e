import fc from 'fast-check';
import { expect, test } from 'vitest';
import { viewBetween, viewportFor } from './camera';

const size = { w: 1000, h: 600 };

test('all of the camera is on the screen, and in its middle', () => {
  const { x, y, zoom } = viewportFor({ camera: { x: 100, y: 200, w: 2000, h: 400 } }, size);

  expect(zoom).toBe(0.5);
  expect([x, y]).toEqual([-50, 100]);
});

test('nothing is shown larger than at 200 %', () => {
  expect(viewportFor({ camera: { x: 0, y: 0, w: 10, h: 10 } }, size).zoom).toBe(2);
});

const view = fc.record({
  x: fc.integer({ min: -5000, max: 5000 }),
  y: fc.integer({ min: -5000, max: 5000 }),
  zoom: fc.double({ min: 0.05, max: 4, noNaN: true }),
});

test('the way between two views begins at the one, ends at the other, and never leaves the zooms between them', () => {
  fc.assert(
    fc.property(view, view, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, share) => {
      const between = viewBetween(from, to, share, size);

      expect(viewBetween(from, to, 0, size)).toBe(from);
      expect(viewBetween(from, to, 1, size)).toBe(to);
      expect(between.zoom).toBeGreaterThanOrEqual(Math.min(from.zoom, to.zoom) - 1e-9);
      expect(between.zoom).toBeLessThanOrEqual(Math.max(from.zoom, to.zoom) + 1e-9);
      expect(Number.isFinite(between.x) && Number.isFinite(between.y)).toBe(true);
    }),
  );
});
