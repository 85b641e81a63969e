import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createQueue } from './queue';

test('a queue gives the smallest first, and equal ones in the order they came', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (sizes) => {
      const queue = createQueue<{ readonly size: number; readonly at: number }>(({ size }) => size);
      sizes.forEach((size, at) => queue.push({ size, at }));

      const taken = sizes.map(() => queue.pop());

      expect(taken).toEqual(
        sizes.map((size, at) => ({ size, at })).sort((a, b) => a.size - b.size || a.at - b.at),
      );
      expect(queue.pop()).toBeUndefined();
    }),
  );
});
