import { describe, expect, test } from 'vitest';
import { interrupted } from './polyline';

/** Right 100 px, then down 100 px. */
const corner = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 100 },
];

describe('a line that is interrupted', () => {
  test('stays whole where no rectangle is in its way', () => {
    expect(interrupted(corner, [{ x: 0, y: 40, w: 50, h: 20 }], 3)).toEqual([corner]);
    expect(interrupted(corner, [], 3)).toEqual([corner]);
  });

  test('leaves out the rectangle and some air, and keeps its corner', () => {
    const parts = interrupted(corner, [{ x: 60, y: 40, w: 80, h: 20 }], 5);

    expect(parts).toEqual([
      [
        { x: 0, y: 0 },
        { x: 100, y: 0 },
        { x: 100, y: 35 },
      ],
      [
        { x: 100, y: 65 },
        { x: 100, y: 100 },
      ],
    ]);
  });

  test('loses a corner that is inside a rectangle', () => {
    const parts = interrupted(corner, [{ x: 80, y: -20, w: 40, h: 40 }], 0);

    expect(parts).toEqual([
      [
        { x: 0, y: 0 },
        { x: 80, y: 0 },
      ],
      [
        { x: 100, y: 20 },
        { x: 100, y: 100 },
      ],
    ]);
  });

  test('leaves no scrap between two rectangles that nearly touch', () => {
    const parts = interrupted(
      corner,
      [
        { x: 20, y: -10, w: 20, h: 20 },
        { x: 41, y: -10, w: 20, h: 20 },
      ],
      0,
    );

    expect(parts.map(([first]) => first)).toEqual([
      { x: 0, y: 0 },
      { x: 61, y: 0 },
    ]);
  });
});
