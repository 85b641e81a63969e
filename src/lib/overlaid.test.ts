import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlaid } from './overlaid';

const maps = fc.uniqueArray(fc.tuple(fc.string({ maxLength: 2 }), fc.integer()), {
  selector: ([key]) => key,
});

test('an overlaid map reads as a copy would in which the values of its own keys were replaced', () => {
  fc.assert(
    fc.property(maps, maps, fc.string({ maxLength: 2 }), (base, changes, key) => {
      const copy = new Map(base);
      for (const [each, value] of changes) if (copy.has(each)) copy.set(each, value);
      const shown = overlaid(new Map(base), new Map(changes));

      expect([...shown]).toEqual([...copy]);
      expect([...shown.values()]).toEqual([...copy.values()]);
      expect([...shown.keys()]).toEqual([...copy.keys()]);
      expect(shown.size).toBe(copy.size);
      expect(shown.get(key)).toBe(copy.get(key));
      expect(shown.has(key)).toBe(copy.has(key));
      const told: [string, number][] = [];
      shown.forEach((value, each) => told.push([each, value]));
      expect(told).toEqual([...copy]);
    }),
  );
});
