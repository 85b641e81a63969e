import type { ChangeSet, Text } from '@codemirror/state';

/** Deeper than any template; the parser of the colours walks by recursion, and a text of brackets alone would break it. */
const deepest = 300;

/** `pieces`: the text, in order. Brackets inside texts count as well: whoever writes so many of them does without colours. */
export function nestsDeeply(pieces: Iterable<string>): boolean {
  let depth = 0;
  for (const piece of pieces)
    for (let at = 0; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      if (code === 91 || code === 123) {
        if (++depth > deepest) return true;
      } else if ((code === 93 || code === 125) && depth > 0) depth--;
    }
  return false;
}

/** Whether a change can make a text nest more or less deeply: most keys add and take away no bracket. */
export function changesNesting(changes: ChangeSet, before: Text): boolean {
  let does = false;
  changes.iterChanges((from, to, _, __, inserted) => {
    does ||= bracket.test(inserted.toString()) || bracket.test(before.sliceString(from, to));
  });
  return does;
}

const bracket = /[[\]{}]/;
