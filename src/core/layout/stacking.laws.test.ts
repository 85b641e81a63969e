import fc from 'fast-check';
import { expect, test } from 'vitest';
import { restacked, stackings, type Stacked } from './stacking';

const siblings = fc
  .array(fc.constantFrom('A', 'B', 'B1', 'U', 'V', 'Vz', 'a'), { minLength: 1, maxLength: 7 })
  .map((keys): Stacked[] => keys.sort().map((key, index) => ({ id: String(index), key })));

const situation = siblings.chain((all) =>
  fc.record({
    all: fc.constant(all),
    id: fc.constantFrom(...all.map(({ id }) => id)),
    overlapping: fc.subarray(all.map(({ id }) => id)),
    way: fc.constantFrom(...stackings),
  }),
);

const idsAfter = (all: readonly Stacked[], id: string, key: string): string[] =>
  all
    .map((each) => (each.id === id ? { id, key } : each))
    .sort((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1))
    .map((each) => each.id);

test('what is brought forward or sent back passes one that overlaps it, and nothing else changes its order', () => {
  fc.assert(
    fc.property(situation, ({ all, id, overlapping, way }) => {
      const others = new Set(overlapping.filter((each) => each !== id));
      const key = restacked(all, id, others, way);
      const isUp = way === 'forward' || way === 'front';
      const before = all.map((each) => each.id);
      const side = (ids: readonly string[]) =>
        (isUp ? ids.slice(ids.indexOf(id) + 1) : ids.slice(0, ids.indexOf(id))).filter((each) =>
          others.has(each),
        ).length;
      if (key === undefined) {
        expect(side(before)).toBe(0);
        return;
      }

      const after = idsAfter(all, id, key);

      expect(side(after)).toBeLessThan(side(before));
      if (way === 'front' || way === 'back') expect(side(after)).toBe(0);
      expect(after.filter((each) => each !== id)).toEqual(before.filter((each) => each !== id));
    }),
    { numRuns: 400 },
  );
});

test('what is brought to the front has nothing before it, overlapping or not', () => {
  const all = ['A', 'B', 'U'].map((key): Stacked => ({ id: key, key }));

  const key = restacked(all, 'A', new Set(['B']), 'front');

  expect(idsAfter(all, 'A', key ?? '')).toEqual(['B', 'U', 'A']);
});
