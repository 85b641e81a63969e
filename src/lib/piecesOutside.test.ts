import { describe, expect, it } from 'vitest';
import { piecesOutside } from './piecesOutside';

const at = (x: number, y: number) => ({ x, y });

describe('the pieces of a line outside rectangles', () => {
  it('are the whole line where none is in its way', () => {
    expect(piecesOutside(at(0, 0), at(10, 0), [{ x: 2, y: 0, w: 4, h: 4 }])).toEqual([[at(0, 0), at(10, 0)]]);
  });

  it('stop before each and go on behind it, two that overlap counting as one', () => {
    const rects = [
      { x: 6, y: -1, w: 2, h: 2 },
      { x: 2, y: -1, w: 2, h: 2 },
      { x: 3, y: -1, w: 2, h: 2 },
    ];

    expect(piecesOutside(at(0, 0), at(10, 0), rects)).toEqual([
      [at(0, 0), at(2, 0)],
      [at(5, 0), at(6, 0)],
      [at(8, 0), at(10, 0)],
    ]);
  });

  it('are found on a slanting line, too, and end where the line ends in a rectangle', () => {
    expect(piecesOutside(at(0, 0), at(10, 10), [{ x: 5, y: 4, w: 9, h: 9 }])).toEqual([[at(0, 0), at(5, 5)]]);
  });

  it('are none of a line that is covered', () => {
    expect(piecesOutside(at(1, 1), at(2, 2), [{ x: 0, y: 0, w: 9, h: 9 }])).toEqual([]);
  });
});
