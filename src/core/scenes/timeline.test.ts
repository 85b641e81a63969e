import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hopTime, placeAt, restTime, timeAt, timeOf, valueAt } from './timeline';

test('a packet rests at a stop before it goes on', () => {
  expect(placeAt(restTime - 1, 3)).toEqual({ stop: 0, share: 0 });
  expect(placeAt(restTime + hopTime / 2, 3)).toEqual({ stop: 0, share: 0.5 });
  expect(placeAt(restTime + hopTime, 3)).toEqual({ stop: 1, share: 0 });
});

test('at the last stop it stays', () => {
  expect(placeAt(1_000_000, 3)).toEqual({ stop: 2, share: 0 });
  expect(placeAt(5000, 1)).toEqual({ stop: 0, share: 0 });
  expect(placeAt(5000, 0)).toEqual({ stop: 0, share: 0 });
});

test('the slider and the packet are at the same place', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (stops, part) => {
        const value = part * (stops - 1);

        expect(valueAt(timeAt(value), stops)).toBeCloseTo(value, 6);
      },
    ),
  );
});

test('a whole number of the slider is a stop, at which the card is read', () => {
  expect(placeAt(timeAt(2), 5)).toEqual({ stop: 2, share: 0 });
  expect(timeAt(2)).toBe(timeOf(2));
});
