/**
 * Whether two pieces of plain data (records, arrays, maps, sets, and what these hold) say the same, in the same order: the
 * rows of a table are counted in the order of their keys. `isWhole`: objects that are not looked into, but are the same only
 * if they are one object.
 */
export function equal(a: unknown, b: unknown, isWhole: (value: object) => boolean = () => false): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (isWhole(a) || isWhole(b)) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && sameList(a, b, isWhole);
  if (a instanceof Map || b instanceof Map)
    return a instanceof Map && b instanceof Map && a.size === b.size && sameList([...a], [...b], isWhole);
  if (a instanceof Set || b instanceof Set)
    return a instanceof Set && b instanceof Set && a.size === b.size && sameList([...a], [...b], isWhole);
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  if (keys.length !== others.length) return false;
  const [one, other] = [a, b] as [Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>];
  return keys.every((key, index) => key === others[index] && equal(one[key], other[key], isWhole));
}

function sameList(
  a: readonly unknown[],
  b: readonly unknown[],
  isWhole: (value: object) => boolean,
): boolean {
  return a.length === b.length && a.every((each, index) => equal(each, b[index], isWhole));
}
