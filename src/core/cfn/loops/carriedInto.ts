/**
 * A change of what one turn of a loop makes, carried into the loop’s text: what is as it was stays as its author wrote it,
 * with the loop’s identifier in it, and what is new is put in its place.
 */
import { isListValue, sameValue } from '../source/syntax';
import type { CfnValue } from '../template';

type Maybe = CfnValue | undefined;

/** `written`: in the loop; `before`: what a turn makes of it; `after`: what that turn is to make. */
export function carriedInto(written: Maybe, before: Maybe, after: Maybe): Maybe {
  if (sameValue(before, after)) return written;
  if (isListValue(written) && isListValue(before) && isListValue(after)) {
    if (written.length !== before.length) return after;
    if (before.length === after.length)
      return after.map((item, index) => carriedInto(written[index], before[index], item) ?? item);
    const left = new Set(before.keys());
    return after.map((item) => {
      const index = [...left].find((each) => sameValue(before[each], item));
      if (index === undefined) return item;
      left.delete(index);
      return written[index] ?? item;
    });
  }
  if (!isRecord(written) || !isRecord(before) || !isRecord(after)) return after;
  const carried: [string, CfnValue][] = [];
  for (const key of new Set([...Object.keys(written), ...Object.keys(after)])) {
    const value = carriedInto(own(written, key), own(before, key), own(after, key));
    if (value !== undefined) carried.push([key, value]);
  }
  return Object.fromEntries(carried);
}

type RecordValue = { readonly [key: string]: Maybe };

function isRecord(value: Maybe): value is RecordValue {
  return typeof value === 'object' && value !== null && !isListValue(value);
}

function own(value: RecordValue, key: string): Maybe {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
