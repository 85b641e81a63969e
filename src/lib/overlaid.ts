/**
 * A map with other values for some of its keys, as a view of both: nothing is copied, so it costs the same over a map of five
 * entries and of five thousand. What `changed` has beyond the keys of `base` is not there.
 */
export function overlaid<K, V>(base: ReadonlyMap<K, V>, changed: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  return new Overlaid(base, changed);
}

class Overlaid<K, V> implements ReadonlyMap<K, V> {
  private readonly base: ReadonlyMap<K, V>;
  private readonly changed: ReadonlyMap<K, V>;

  constructor(base: ReadonlyMap<K, V>, changed: ReadonlyMap<K, V>) {
    this.base = base;
    this.changed = changed;
  }

  get size(): number {
    return this.base.size;
  }

  get(key: K): V | undefined {
    const value = this.base.get(key);
    return value === undefined ? undefined : (this.changed.get(key) ?? value);
  }

  has(key: K): boolean {
    return this.base.has(key);
  }

  forEach(work: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) work(value, key, this);
  }

  keys(): MapIterator<K> {
    return this.base.keys();
  }

  *values(): Generator<V, undefined, undefined> {
    for (const [key, value] of this.base) yield this.changed.get(key) ?? value;
  }

  *entries(): Generator<[K, V], undefined, undefined> {
    for (const [key, value] of this.base) yield [key, this.changed.get(key) ?? value];
  }

  [Symbol.iterator](): Generator<[K, V], undefined, undefined> {
    return this.entries();
  }
}
