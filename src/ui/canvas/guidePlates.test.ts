import { describe, expect, it } from 'vitest';
import type { Guide } from '../../core/layout/snapping';
import { measuredGaps } from './guidePlates';

/** Five gaps of 16 px between things of 96 px in a row, and one below them. */
const row: readonly Guide[] = [
  ...[0, 1, 2, 3, 4].map((at): Guide => ({
    is: 'gap',
    axis: 'x',
    from: 96 + at * 112,
    to: 112 + at * 112,
    across: 40,
  })),
  { is: 'gap', axis: 'y', from: 80, to: 96, across: 700 },
];

describe('the measures of equal distances', () => {
  it('are all shown where they have room beside one another', () => {
    expect(measuredGaps(row, 1).size).toBe(6);
  });

  it('never stand on one another from afar, and one of each row is left', () => {
    expect(measuredGaps(row, 0.18)).toEqual(new Set([row[0], row[2], row[4], row[5]]));
    expect(measuredGaps(row, 0.05)).toEqual(new Set([row[0], row[5]]));
  });

  it('are of distances, not of lines', () => {
    expect(measuredGaps([{ is: 'line', axis: 'x', at: 0, from: 0, to: 10 }], 1).size).toBe(0);
  });
});
