/** A read-only map whose answers come from somewhere else, which writes down that they were asked for. */
export function trackedMap<K, V>(answers: {
  get(key: K): V | undefined;
  has(key: K): boolean;
  size(): number;
  keys(): Iterable<K>;
  entries(): Iterable<readonly [K, V]>;
}): ReadonlyMap<K, V> {
  function* entries(): Generator<[K, V]> {
    for (const [key, value] of answers.entries()) yield [key, value];
  }
  function* keys(): Generator<K> {
    yield* answers.keys();
  }
  function* values(): Generator<V> {
    for (const [, value] of answers.entries()) yield value;
  }
  const map = {
    get: (key: K) => answers.get(key),
    has: (key: K) => answers.has(key),
    get size() {
      return answers.size();
    },
    keys,
    values,
    entries,
    [Symbol.iterator]: entries,
    forEach: (call: (value: V, key: K, map: ReadonlyMap<K, V>) => void) => {
      for (const [key, value] of answers.entries()) call(value, key, map);
    },
  };
  return map as ReadonlyMap<K, V>;
}
