/**
 * Carries changes over to what an author wrote. `written` is the value in the author's template, `before` what would be
 * written today for the diagram as it was read, `after` for the diagram as it is. Where the two are the same, nothing
 * was changed, and the author's words stay as they are.
 */
import { isListValue, sameValue } from './source/syntax';
import type { CfnValue } from './template';

type Maybe = CfnValue | undefined;

export function mergeValue(written: Maybe, before: Maybe, after: Maybe): Maybe {
  if (sameValue(before, after)) return written;
  const keyed = isListValue(written) ? mergeKeyed(written, before, after) : undefined;
  if (keyed !== undefined) return keyed.length === 0 ? undefined : keyed;
  if (isObject(written) && isObject(before) && isObject(after)) return mergeObjects(written, before, after);
  if (isListValue(written) && isListValue(before) && isListValue(after))
    return mergeLists(written, before, after);
  return after;
}

type ObjectValue = { readonly [key: string]: CfnValue | undefined };

function mergeObjects(written: ObjectValue, before: ObjectValue, after: ObjectValue): CfnValue {
  const merged: [string, CfnValue][] = [];
  for (const key of new Set([...Object.keys(written), ...Object.keys(after)])) {
    const value = mergeValue(own(written, key), own(before, key), own(after, key));
    if (value !== undefined) merged.push([key, value]);
  }
  return Object.fromEntries(merged);
}

/** Tags and attributes, key by key; a list that is not there has none of them. Undefined for any other list. */
function mergeKeyed(written: readonly CfnValue[], before: Maybe, after: Maybe): CfnValue[] | undefined {
  const [mine, old, wanted] = [written, before ?? [], after ?? []].map((items) =>
    isListValue(items) ? byKey(items) : undefined,
  );
  if (mine === undefined || old === undefined || wanted === undefined) return undefined;
  const keys = new Set([...mine.keys(), ...wanted.keys()]);
  return [...keys].flatMap((key) => mergeValue(mine.get(key), old.get(key), wanted.get(key)) ?? []);
}

function mergeLists(
  written: readonly CfnValue[],
  before: readonly CfnValue[],
  after: readonly CfnValue[],
): CfnValue {
  // Item by item only where it is certain which item became which.
  if (written.length !== before.length) return after;
  if (before.length === after.length && changed(before, after) === 1)
    return after.map((item, index) => mergeValue(written[index], before[index], item) ?? item);
  const used = new Set<number>();
  return after.map((item) => {
    const index = before.findIndex((each, at) => !used.has(at) && sameValue(each, item));
    if (index >= 0) used.add(index);
    return written[index] ?? item;
  });
}

/** A list of tags or attributes by their keys, of network interfaces by their places; undefined for a list of anything else. */
function byKey(items: readonly CfnValue[]): ReadonlyMap<string, CfnValue> | undefined {
  const map = new Map<string, CfnValue>();
  for (const item of items) {
    const key = isObject(item) ? (item['Key'] ?? item['DeviceIndex']) : undefined;
    if ((typeof key !== 'string' && typeof key !== 'number') || map.has(String(key))) return undefined;
    map.set(String(key), item);
  }
  return map;
}

function changed(before: readonly CfnValue[], after: readonly CfnValue[]): number {
  return after.filter((item, index) => !sameValue(before[index], item)).length;
}

/** An object that is no function call: a call is one value. */
function isObject(value: Maybe): value is ObjectValue {
  if (typeof value !== 'object' || value === null || isListValue(value)) return false;
  const keys = Object.keys(value);
  return keys.length !== 1 || !/^(?:Ref|Condition|Fn::.*)$/.test(keys[0] ?? '');
}

function own(value: ObjectValue, key: string): Maybe {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
