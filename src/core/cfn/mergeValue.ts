/**
 * Carries changes over to what an author wrote. `written` is the value in the author's template, `before` what would be
 * written today for the diagram as it was read, `after` for the diagram as it is. Where the two are the same, nothing
 * was changed, and the author's words stay as they are.
 */
import { chosenBranch, isNoValue, type Holds } from './chosenBranch';
import { isPlainObject, own } from './plainObject';
import { isListValue, sameValue, type ObjectValue } from './source/syntax';
import type { CfnValue } from './template';

type Maybe = CfnValue | undefined;

/** `holds`: which conditions do. What `Fn::If` says for when they are otherwise stays. */
export function mergeValue(written: Maybe, before: Maybe, after: Maybe, holds: Holds = nothingKnown): Maybe {
  if (sameValue(before, after)) return written;
  const branch = chosenBranch(written, holds);
  if (branch !== undefined) return branch.with(mergeValue(branch.value, before, after, holds));
  const keyed = isListValue(written) ? mergeKeyed(written, before, after, holds) : undefined;
  if (keyed !== undefined) return keyed.length === 0 ? undefined : keyed;
  if (isPlainObject(written) && isPlainObject(before) && isPlainObject(after))
    return mergeObjects(written, before, after, holds);
  if (isListValue(written) && isListValue(before)) {
    if (isListValue(after)) return mergeLists(written, before, after, holds);
    if (after === undefined) return onlyOtherwise(written, before, holds);
  }
  return after;
}

const nothingKnown: Holds = () => undefined;

function mergeObjects(written: ObjectValue, before: ObjectValue, after: ObjectValue, holds: Holds): CfnValue {
  const merged: [string, CfnValue][] = [];
  for (const key of new Set([...Object.keys(written), ...Object.keys(after)])) {
    const value = mergeValue(own(written, key), own(before, key), own(after, key), holds);
    if (value !== undefined) merged.push([key, value]);
  }
  return Object.fromEntries(merged);
}

/** Tags and attributes, key by key; a list that is not there has none of them. Undefined for any other list. */
function mergeKeyed(
  written: readonly CfnValue[],
  before: Maybe,
  after: Maybe,
  holds: Holds,
): CfnValue[] | undefined {
  const [old, wanted] = [before ?? [], after ?? []].map((items) =>
    isListValue(items) ? byKey(items) : undefined,
  );
  const mine = byKey(written, holds);
  if (mine === undefined || old === undefined || wanted === undefined) return undefined;
  const keys = new Set([...mine.keys(), ...wanted.keys()]);
  return [...keys].flatMap((key) => mergeValue(mine.get(key), old.get(key), wanted.get(key), holds) ?? []);
}

function mergeLists(
  written: readonly CfnValue[],
  before: readonly CfnValue[],
  after: readonly CfnValue[],
  holds: Holds,
): readonly CfnValue[] {
  // Item by item only where it is certain which item became which.
  if (written.length < before.length) return after;
  if (written.length > before.length) return mergeAmongOthers(written, before, after, holds);
  if (before.length === after.length && changed(before, after) === 1)
    return after.map((item, index) => mergeValue(written[index], before[index], item, holds) ?? item);
  const places = placesOf(before, after, false);
  const items = after.map((item, at) => {
    const place = places[at];
    return { place, value: (place === undefined ? undefined : written[place]) ?? item };
  });
  for (const [place, item] of written.entries()) {
    const rest = places.includes(place) ? undefined : restOf(item, before[place], holds);
    if (rest === undefined) continue;
    const last = items.findLastIndex((each) => each.place !== undefined && each.place < place);
    items.splice(last + 1, 0, { place, value: rest });
  }
  return items.map(({ value }) => value);
}

/** Of a list that is gone: what its conditions give when they are otherwise. */
function onlyOtherwise(written: readonly CfnValue[], before: readonly CfnValue[], holds: Holds): Maybe {
  const rest = mergeLists(written, before, [], holds).filter(
    (item) => chosenBranch(item, holds) !== undefined,
  );
  return rest.length === 0 ? undefined : rest;
}

/** What is left of an item that is gone: what it is when its condition is otherwise. */
function restOf(written: CfnValue, before: Maybe, holds: Holds): Maybe {
  return chosenBranch(written, holds) === undefined
    ? undefined
    : mergeValue(written, before, undefined, holds);
}

/**
 * Of a list with items that the diagram cannot state (a rule whose block a parameter gives), these stay where they are. One
 * that stands among the others and was not there before is one of these, which got a value; at the end it is a new one,
 * unless it says all that such an item said, and more.
 */
function mergeAmongOthers(
  written: readonly CfnValue[],
  before: readonly CfnValue[],
  after: readonly CfnValue[],
  holds: Holds,
): readonly CfnValue[] {
  const stated = statedIn(written, before, holds);
  const isEachChanged = before.length === after.length && changed(before, after) === 1;
  const became = new Map<number, CfnValue>();
  const added: CfnValue[] = [];
  const places = placesOf(before, after, isEachChanged).map((index) => stated[index ?? -1]);
  let last = -1;
  for (const [at, item] of after.entries()) {
    const place = places[at];
    if (place !== undefined) {
      became.set(place, mergeValue(written[place], before[stated.indexOf(place)], item, holds) ?? item);
      last = Math.max(last, place);
      continue;
    }
    const next = places.slice(at).find((each) => each !== undefined);
    let meant: number | undefined;
    for (let index = last + 1; index < (next ?? written.length); index++) {
      if (stated.includes(index) || became.has(index)) continue;
      if (next === undefined && !isPartOf(written[index], item)) continue;
      if (meant === undefined || likeness(written[index], item) > likeness(written[meant], item))
        meant = index;
    }
    if (meant === undefined) added.push(item);
    else became.set(meant, item);
  }
  const kept = written.flatMap((item, index): CfnValue[] => {
    const now = became.get(index);
    if (now !== undefined) return [now];
    const stays = stated.includes(index) ? restOf(item, before[stated.indexOf(index)], holds) : item;
    return stays === undefined ? [] : [stays];
  });
  return [...kept, ...added];
}

/** For each item of the list as it is, the index of the one that it was. */
function placesOf(
  before: readonly CfnValue[],
  after: readonly CfnValue[],
  isEachChanged: boolean,
): readonly (number | undefined)[] {
  const left = new Set(before.keys());
  return after.map((item, at) => {
    const found = isEachChanged ? at : [...left].find((index) => sameValue(before[index], item));
    if (found !== undefined) left.delete(found);
    return found;
  });
}

/** Whether all that an author wrote of an item is said by another, which says more. */
function isPartOf(written: Maybe, item: CfnValue): boolean {
  if (!isPlainObject(written) || !isPlainObject(item)) return false;
  const keys = Object.keys(written);
  return (
    keys.length < Object.keys(item).length &&
    keys.every((key) => likeness(own(written, key), own(item, key)) === 1)
  );
}

/** For each item of the shorter list, the index of the one it was read from: both are in the same order. */
function statedIn(
  written: readonly CfnValue[],
  before: readonly CfnValue[],
  holds: Holds,
): readonly number[] {
  const [rows, columns] = [before.length + 1, written.length + 1];
  // The best likeness of what comes from here on, and whether it takes this pair.
  const best = Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0));
  const at = (row: number, column: number): number => best[row]?.[column] ?? 0;
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--) {
      const line = best[row];
      if (line === undefined) continue;
      if (row === before.length) line[column] = 0;
      else if (columns - column < rows - row) line[column] = Number.NEGATIVE_INFINITY;
      else
        line[column] = Math.max(
          at(row + 1, column + 1) + likeness(written[column], before[row], holds),
          column + 1 < columns ? at(row, column + 1) : Number.NEGATIVE_INFINITY,
        );
    }
  const found: number[] = [];
  for (let [row, column] = [0, 0]; row < before.length && column < written.length; column++)
    if (at(row, column) === at(row + 1, column + 1) + likeness(written[column], before[row], holds)) {
      found.push(column);
      row++;
    }
  return found;
}

/** How much of what would be written an author wrote, in the same words or as an expression. */
function likeness(written: Maybe, before: Maybe, holds: Holds = nothingKnown): number {
  if (sameValue(written, before)) return 1;
  const branch = chosenBranch(written, holds);
  if (branch !== undefined) return isNoValue(branch.value) ? 0 : likeness(branch.value, before, holds);
  if (isPlainObject(written) && isPlainObject(before)) {
    const keys = Object.keys(before);
    return (
      keys.reduce((sum, key) => sum + likeness(own(written, key), own(before, key), holds), 0) /
      (keys.length || 1)
    );
  }
  if (isScalar(written) && isScalar(before)) return String(written) === String(before) ? 1 : 0;
  return written !== undefined && !isScalar(written) ? 0.25 : 0;
}

function isScalar(value: Maybe): value is string | number | boolean | null {
  return value === null || (value !== undefined && typeof value !== 'object');
}

/**
 * A list of tags or attributes by their keys, of network interfaces by their places; undefined for a list of anything else.
 * With `holds`, of a list as an author wrote it: what has an expression for a key, or is not there by its condition, stands
 * for itself.
 */
function byKey(items: readonly CfnValue[], holds?: Holds): ReadonlyMap<string, CfnValue> | undefined {
  const map = new Map<string, CfnValue>();
  for (const [index, item] of items.entries()) {
    const said = holds === undefined ? item : (chosenBranch(item, holds)?.value ?? item);
    const key = isPlainObject(said) ? (said['Key'] ?? said['DeviceIndex']) : undefined;
    const isNamed = (typeof key === 'string' || typeof key === 'number') && !map.has(String(key));
    const standsForItself = holds !== undefined && (typeof key === 'object' || isNoValue(said));
    if (!isNamed && !standsForItself) return undefined;
    map.set(isNamed ? String(key) : `item ${index}`, item);
  }
  return map;
}

function changed(before: readonly CfnValue[], after: readonly CfnValue[]): number {
  return after.filter((item, index) => !sameValue(before[index], item)).length;
}
