import { expect, test } from 'vitest';
import { around, holds, type Rect } from '../lib/rect';
import { minimapScale, minimapSize, onMinimap } from './minimap';

const map: Rect = { x: 0, y: 0, ...minimapSize };
const isOn = ({ x, y, w, h }: Rect): boolean => holds(map, { x, y }) && holds(map, { x: x + w, y: y + h });

test('the minimap shows all that stands somewhere, and the view wherever one has gone', () => {
  const boxes = [
    { x: 0, y: 0, w: 9000, h: 1700 },
    { x: -400, y: 5000, w: 96, h: 88 },
  ];
  for (const view of [
    { x: 100, y: 100, w: 1200, h: 800 },
    { x: 40_000, y: -9000, w: 1200, h: 800 },
  ]) {
    const scale = minimapScale(around(boxes), view);

    for (const rect of [...boxes, view]) expect(isOn(onMinimap(scale, rect))).toBe(true);
  }
});

test('an empty diagram has its view in the middle of the map', () => {
  const scale = minimapScale(undefined, { x: 10, y: 20, w: 1200, h: 800 });

  const middle = onMinimap(scale, { x: 610, y: 420, w: 0, h: 0 });
  expect(middle.x).toBeCloseTo(minimapSize.w / 2);
  expect(middle.y).toBeCloseTo(minimapSize.h / 2);
});

test('the map keeps its scale while one pans where it shows, and shows one who goes beyond it', () => {
  const content = { x: 0, y: 0, w: 9000, h: 6000 };
  const view = { x: 100, y: 100, w: 1200, h: 800 };
  const first = minimapScale(content, view);

  const within = minimapScale(content, { ...view, x: 7000 }, first);
  const beyond = minimapScale(content, { ...view, x: 14_000 }, first);
  const further = minimapScale(content, { ...view, x: 14_200 }, beyond);
  const back = minimapScale(content, view, minimapScale(content, { ...view, x: 90_000 }));

  expect(within).toBe(first);
  expect(isOn(onMinimap(beyond, { ...view, x: 14_000 }))).toBe(true);
  expect(further).toBe(beyond);
  expect(back).toEqual(first);
});
