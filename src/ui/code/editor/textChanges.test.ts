import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textChanges, type TextChange } from './textChanges';

const applied = (text: string, changes: readonly TextChange[]): string =>
  changes
    .toReversed()
    .reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);

test('the changes make the one text of the other', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'cc', '', '  d: 1'), { maxLength: 12 })
    .map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = textChanges(before, after);

      expect(applied(before, changes)).toBe(after);
      for (const [index, { from, to }] of changes.entries()) {
        expect(from).toBeLessThanOrEqual(to);
        expect(from).toBeGreaterThanOrEqual(changes[index - 1]?.to ?? 0);
      }
    }),
    { numRuns: 2000 },
  );
});

test('what stands between two changes is left alone', () => {
  const changes = textChanges('a: 1\nb: 2\nc: 3\nd: 4', 'a: 9\nb: 2\nc: 3\nd: 8');

  expect(changes).toEqual([
    { from: 3, to: 4, insert: '9' },
    { from: 18, to: 19, insert: '8' },
  ]);
});
