/** Rows of tables have keys that no template knows: those of a reading are found again in the diagram by what they say. */
import { sameJson } from '../../../lib/sameJson';

export type Rows = Readonly<Record<string, unknown>>;

/** For each key of a reading's row, the key in the diagram. */
export type RowKeys = ReadonlyMap<string, string>;

/**
 * `known`: the keys of an earlier reading, as which a row is found again that says the same, or, where none does, that has
 * the same key. `target`: the rows that have keys of the diagram. `taken`: keys that no new row can have.
 */
export function rowKeysFor(rows: Rows, target: Rows, known: RowKeys, taken: Rows): RowKeys {
  const keys = new Map<string, string>();
  const free = new Set(Object.keys(target));
  const give = (key: string, as: string): void => {
    keys.set(key, as);
    free.delete(as);
  };
  const names = Object.keys(rows);
  const texts = new Map<string, string[]>();
  for (const key of names) {
    const before = known.get(key);
    if (before !== undefined && free.has(before) && sameJson(rows[key], target[before])) give(key, before);
  }
  for (const key of free) {
    const text = inOrder(target[key]);
    texts.set(text, [...(texts.get(text) ?? []), key]);
  }
  for (const key of names) {
    if (keys.has(key)) continue;
    const same = texts.get(inOrder(rows[key]))?.shift();
    if (same !== undefined) give(key, same);
  }
  for (const key of names) {
    const before = known.get(key);
    if (!keys.has(key) && before !== undefined && free.has(before)) give(key, before);
  }
  const used = new Set([...Object.keys(target), ...Object.keys(taken), ...keys.values()]);
  for (const key of names) {
    if (keys.has(key)) continue;
    let fresh = key;
    for (let number = 2; used.has(fresh); number++) fresh = `${key}-${number}`;
    used.add(fresh);
    keys.set(key, fresh);
  }
  return keys;
}

export function isRows(value: unknown): value is Rows {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same text for rows that say the same. */
function inOrder(row: unknown): string {
  return JSON.stringify(row, (_, value: unknown) =>
    isRows(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
}
