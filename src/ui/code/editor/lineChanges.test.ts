import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedLines } from './lineChanges';

describe('the lines that flash in the code', () => {
  it('are none when nothing changed', () => {
    expect(changedLines('a\nb', 'a\nb')).toEqual([]);
  });

  it('are the one line whose value changed', () => {
    expect(changedLines('a: 1\nb: 2\nc: 3', 'a: 1\nb: 9\nc: 3')).toEqual([2]);
  });

  it('are those of a resource that was added, not of those that moved down for it', () => {
    expect(changedLines('A:\n  x\nB:\n  y', 'A:\n  x\nNew:\n  z\nB:\n  y')).toEqual([3, 4]);
  });

  it('are two apart when a name changed in two places', () => {
    expect(changedLines('a\nWeb\nb\nc\nWeb\nd', 'a\nApi\nb\nc\nApi\nd')).toEqual([2, 5]);
  });

  it('are none when lines only went away', () => {
    expect(changedLines('a\nb\nc', 'a\nc')).toEqual([]);
  });

  it('leave lines that were all there before, in their order', () => {
    const line = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.array(line, { minLength: 1 }), (before, after) => {
        const changed = new Set(changedLines(before.join('\n'), after.join('\n')));

        const kept = after.filter((_, index) => !changed.has(index + 1));

        expect(isSubsequence(kept, before)).toBe(true);
      }),
    );
  });
});

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0;
  for (const each of whole) if (part[at] === each) at++;
  return at === part.length;
}
