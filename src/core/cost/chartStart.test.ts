import { expect, test } from 'vitest';
import { roundEnd } from './chartStart';

test.each([
  [[], 500],
  [[239], 500],
  [[400], 1000],
  [[1000], 2000],
  [[100, 4000], 10_000],
])('a chart of %j GB ends at %i GB, beyond what it shows', (gb, end) => {
  expect(roundEnd(gb)).toBe(end);
});
