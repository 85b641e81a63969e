import { expect, test } from 'vitest';
import { holds, type Rect } from '../lib/rect';
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
    const scale = minimapScale(boxes, view);

    for (const rect of [...boxes, view]) expect(isOn(onMinimap(scale, rect))).toBe(true);
  }
});

test('an empty diagram has its view in the middle of the map', () => {
  const scale = minimapScale([], { x: 10, y: 20, w: 1200, h: 800 });

  const middle = onMinimap(scale, { x: 610, y: 420, w: 0, h: 0 });
  expect(middle.x).toBeCloseTo(minimapSize.w / 2);
  expect(middle.y).toBeCloseTo(minimapSize.h / 2);
});
