/**
 * Structural sharing for plain data that arrives anew each time, as a worker's answers do: parts that say the same as before
 * are the objects of before, so that nothing drawn from them is drawn again.
 */
export function shareEqual<T>(before: unknown, after: T): T {
  return share(before, after) as T; // what is returned says the same as `after`, part for part
}

function share(before: unknown, after: unknown): unknown {
  if (Object.is(before, after)) return before;
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null)
    return after;
  if (Array.isArray(after)) return Array.isArray(before) ? shareArray(before, after) : after;
  if (after instanceof Map) return before instanceof Map ? shareMap(before, after) : after;
  if (Array.isArray(before) || before instanceof Map) return after;
  return shareRecord(before as Record<string, unknown>, after as Record<string, unknown>);
}

function shareArray(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const keyed = byKey(before);
  let same = before.length === after.length;
  const shared = after.map((each, index) => {
    const counterpart = (keyed === undefined ? undefined : keyed.get(keyOf(each))) ?? before[index];
    const result = share(counterpart, each);
    if (result !== before[index]) same = false;
    return result;
  });
  return same ? before : shared;
}

function shareMap(before: ReadonlyMap<unknown, unknown>, after: ReadonlyMap<unknown, unknown>) {
  let same = before.size === after.size;
  const shared = new Map<unknown, unknown>();
  for (const [key, value] of after) {
    const result = share(before.get(key), value);
    if (result !== before.get(key) || !before.has(key)) same = false;
    shared.set(key, result);
  }
  return same ? before : shared;
}

function shareRecord(before: Record<string, unknown>, after: Record<string, unknown>) {
  const keys = Object.keys(after);
  let same = keys.length === Object.keys(before).length;
  const shared: Record<string, unknown> = {};
  for (const key of keys) {
    const result = share(before[key], after[key]);
    if (result !== before[key] || !Object.hasOwn(before, key)) same = false;
    shared[key] = result;
  }
  return same ? before : shared;
}

/** Findings carry a key: one that is new in front must not make all others look changed. */
function byKey(list: readonly unknown[]): ReadonlyMap<unknown, unknown> | undefined {
  const first = keyOf(list[0]);
  return first === undefined ? undefined : new Map(list.map((each) => [keyOf(each), each]));
}

function keyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('key' in value)) return undefined;
  return value.key;
}
