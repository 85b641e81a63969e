import { expect, test } from 'vitest';
import { regionAround, serves } from './region';

const view = { x: 100, y: 50, w: 1200, h: 800 };
const region = regionAround(view, 1);

test('a region serves while one pans within its room, and no longer beyond it', () => {
  expect(serves(region, { ...view, x: view.x + 390 }, 1, false)).toBe(true);
  expect(serves(region, { ...view, x: view.x + 410 }, 1, false)).toBe(false);
  expect(serves(region, { ...view, y: view.y - 410 }, 1, false)).toBe(false);
});

test('while one zooms in it serves for a while, and at rest only at the zoom it was made for', () => {
  const nearer = { x: 300, y: 200, w: 1000, h: 667 };

  expect(serves(region, nearer, 1.2, false)).toBe(true);
  expect(serves(region, nearer, 1.2, true)).toBe(false);
  expect(serves(region, view, 1, true)).toBe(true);
  expect(serves(region, { x: 500, y: 300, w: 400, h: 267 }, 3, false)).toBe(false);
});
