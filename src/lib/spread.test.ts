import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from './spread';

test('what does not touch stays where it is', () => {
  expect(spread([80, 20], [10, 10], 0, 100)).toEqual([80, 20]);
});

test('what would cover another is moved aside, and stays between the ends', () => {
  expect(spread([50, 50], [20, 20], 0, 100)).toEqual([50, 70]);
  expect(spread([98, 99], [20, 20], 0, 100)).toEqual([70, 90]);
});

test('nothing covers anything, and the order stays', () => {
  const thing = fc.record({ at: fc.integer({ min: 0, max: 300 }), size: fc.integer({ min: 1, max: 30 }) });
  fc.assert(
    fc.property(fc.array(thing, { maxLength: 8 }), (things) => {
      const places = spread(
        things.map(({ at }) => at),
        things.map(({ size }) => size),
        0,
        300,
      );

      const sorted = things
        .map(({ at, size }, index) => ({ at, size, place: places[index] ?? NaN }))
        .sort((a, b) => a.at - b.at || a.place - b.place);
      for (const [index, each] of sorted.entries()) {
        const next = sorted[index + 1];
        expect(each.place - each.size / 2).toBeGreaterThanOrEqual(-1e-9);
        expect(each.place + each.size / 2).toBeLessThanOrEqual(300 + 1e-9);
        if (next !== undefined)
          expect(next.place - each.place).toBeGreaterThanOrEqual((each.size + next.size) / 2 - 1e-9);
      }
    }),
  );
});
