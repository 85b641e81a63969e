/** Which items of a list became which: for each item that is wanted, the index of the one that it was, in the same order. */
import { isListValue, sameValue } from '../source/syntax';
import type { CfnValue } from '../template';

export function pairItems(
  old: readonly CfnValue[],
  wanted: readonly CfnValue[],
): readonly (number | undefined)[] {
  const pairs: (number | undefined)[] = wanted.map(() => undefined);
  let head = 0;
  while (head < old.length && head < wanted.length && sameValue(old[head], wanted[head]))
    pairs[head] = head++;
  let tail = 0;
  while (
    tail < Math.min(old.length, wanted.length) - head &&
    sameValue(old[old.length - 1 - tail], wanted[wanted.length - 1 - tail])
  ) {
    tail++;
    pairs[wanted.length - tail] = old.length - tail;
  }
  const [oldEnd, wantedEnd] = [old.length - tail, wanted.length - tail];
  let next = head;
  for (let index = head; index < wantedEnd; index++) {
    const same = indexFrom(old, next, oldEnd, (each) => sameValue(each, wanted[index]));
    if (same === undefined) continue;
    pairs[index] = same;
    next = same + 1;
  }
  pairTheRest(old, wanted, pairs, { from: head, to: wantedEnd, oldFrom: head, oldTo: oldEnd });
  return pairs;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly oldFrom: number;
  readonly oldTo: number;
}

/** Between items that stayed the same, like becomes like; where as many went as came, each becomes another. */
function pairTheRest(
  old: readonly CfnValue[],
  wanted: readonly CfnValue[],
  pairs: (number | undefined)[],
  { from, to, oldFrom, oldTo }: Stretch,
): void {
  let at = from;
  let oldAt = oldFrom;
  while (at < to) {
    let end = at;
    while (end < to && pairs[end] === undefined) end++;
    const oldEnd = (end < to ? pairs[end] : undefined) ?? oldTo;
    const isEach = end - at === oldEnd - oldAt;
    for (let index = at; index < end; index++) {
      const item = wanted[index];
      const found = isEach
        ? oldAt + (index - at)
        : indexFrom(old, oldAt, oldEnd, (each) => isLike(each, item));
      if (found === undefined) continue;
      pairs[index] = found;
      if (!isEach) oldAt = found + 1;
    }
    oldAt = oldEnd + 1;
    at = end + 1;
  }
}

function indexFrom(
  items: readonly CfnValue[],
  from: number,
  to: number,
  isWanted: (item: CfnValue | undefined) => boolean,
): number | undefined {
  for (let index = from; index < to; index++) if (isWanted(items[index])) return index;
  return undefined;
}

/** Whether most of what the one says is said by the other. */
function isLike(a: CfnValue | undefined, b: CfnValue | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (isListValue(a) || isListValue(b)) return false;
  const keys = Object.keys(b);
  const same = keys.filter((key) => Object.hasOwn(a, key) && sameValue(a[key], b[key])).length;
  return same > 0 && same * 2 >= keys.length;
}
