import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareOrder, orderBetween, ordersAfter } from './order';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const key = fc
  .tuple(fc.string({ unit: fc.constantFrom(...digits), maxLength: 6 }), fc.constantFrom(...digits.slice(1)))
  .map(([head, last]) => head + last);

describe('an ordering key', () => {
  it('fits strictly between any two', () => {
    fc.assert(
      fc.property(key, key, (a, b) => {
        fc.pre(a !== b);
        const [low, high] = a < b ? [a, b] : [b, a];

        const middle = orderBetween(low, high);

        expect(middle > low && middle < high, `${low} < ${middle} < ${high}`).toBe(true);
        expect(middle.endsWith('0')).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('fits before the first and after the last', () => {
    fc.assert(
      fc.property(key, (each) => {
        expect(orderBetween(null, each) < each).toBe(true);
        expect(orderBetween(each, null) > each).toBe(true);
      }),
    );
  });

  it('fits between two however often one was put there before', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 200 }), (left) => {
        let [low, high] = ['U', 'V'];
        for (const goLeft of left) {
          const middle = orderBetween(low, high);
          expect(low < middle && middle < high).toBe(true);
          if (goLeft) high = middle;
          else low = middle;
        }
      }),
    );
  });

  it('is refused between two that leave no room', () => {
    expect(() => orderBetween('V', 'V')).toThrow('expects before < after');
    expect(() => orderBetween('W', 'V')).toThrow('expects before < after');
    expect(() => orderBetween('?', null)).toThrow('not an ordering key');
  });

  it('rises along a list and stays short', () => {
    fc.assert(
      fc.property(fc.option(key), fc.nat({ max: 300 }), (before, count) => {
        const keys = ordersAfter(before, count);

        expect(keys).toHaveLength(count);
        const all = before === null ? keys : [before, ...keys];
        expect(all.every((each, index) => index === 0 || (all[index - 1] ?? '') < each)).toBe(true);
        expect(Math.max(0, ...keys.map((each) => each.length))).toBeLessThan(20);
      }),
    );
  });
});

it('records with one key are told apart by their ids, so that sorting always gives one order', () => {
  const records = [
    { order: 'U', id: 'b' },
    { order: 'T', id: 'c' },
    { order: 'U', id: 'a' },
  ];

  expect(records.toSorted(compareOrder).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  expect(
    records
      .toReversed()
      .toSorted(compareOrder)
      .map(({ id }) => id),
  ).toEqual(['c', 'a', 'b']);
});
