/** The entries of an object that stand in it, and those that merges (`<<`) bring from elsewhere. */
import { isObjectValue, sameValue, type Entry, type MapNode, type ObjectValue } from '../source/syntax';
import type { Anchors } from './anchors';

export interface OwnEntry extends Entry {
  readonly key: string;
}

/** `own`: in the order of the text. `brought`: as `mergedKeys` has it. */
export function partsOf(
  anchors: Anchors,
  map: MapNode,
  wanted: ObjectValue,
): { readonly own: readonly OwnEntry[]; readonly brought: ReadonlySet<string> | undefined } {
  const own: OwnEntry[] = [];
  const merged: OwnEntry[] = [];
  for (const [key, entry] of map.entries) {
    const isOwn = entry.keyStart >= map.start && entry.keyStart < map.end;
    (isOwn ? own : merged).push({ key, ...entry });
  }
  own.sort((a, b) => a.keyStart - b.keyStart);
  return { own, brought: mergedKeys(anchors, merged, wanted) };
}

/**
 * The keys that merges (`<<`) bring as they are wanted; another value takes a key of its own. Undefined when they bring
 * something that is not wanted, or come from what goes.
 */
function mergedKeys(
  anchors: Anchors,
  merged: readonly OwnEntry[],
  wanted: ObjectValue,
): ReadonlySet<string> | undefined {
  const right = new Set<string>();
  const holders = new Set<MapNode>();
  for (const { key, keyStart } of merged) {
    const holder = anchors.holderOf(keyStart);
    const now = holder === undefined ? undefined : anchors.valueNow(holder);
    if (holder === undefined || !isObjectValue(now) || wanted[key] === undefined) return undefined;
    holders.add(holder);
    if (Object.hasOwn(now, key) && sameValue(now[key], wanted[key])) right.add(key);
  }
  for (const holder of holders) {
    const now = anchors.valueNow(holder) as ObjectValue;
    if (Object.keys(now).some((key) => wanted[key] === undefined)) return undefined;
  }
  return right;
}
