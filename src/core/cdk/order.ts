/** The order in which things are declared: what is referred to comes first, and what belongs together stays together. */

export interface Orderable {
  readonly id: string;
  /** What must come before, by id; ids of nothing are passed over. */
  readonly after: Iterable<string>;
  /** What it belongs to; '' for nothing. */
  readonly section: string;
}

/**
 * Sorted so that everything follows what it names in `after`, where that can be: the things of a circle keep their
 * places. A section is left only when nothing more of it can follow.
 */
export function inOrder<T extends Orderable>(things: readonly T[]): T[] {
  const byId = new Map(things.map((each) => [each.id, each]));
  const waitsFor = new Map<string, Set<string>>();
  const followers = new Map<string, string[]>();
  for (const { id, after } of things) {
    const before = new Set([...after].filter((each) => each !== id && byId.has(each)));
    waitsFor.set(id, before);
    for (const each of before) followers.set(each, [...(followers.get(each) ?? []), id]);
  }
  const places = new Map(things.map(({ id }, place) => [id, place]));
  const sections = [...new Set(things.map(({ section }) => section))];
  const ready = new Map(sections.map((section) => [section, new Set<string>()]));
  const left = new Set(byId.keys());
  const sorted: T[] = [];

  const free = (id: string): void => void ready.get(byId.get(id)?.section ?? '')?.add(id);
  const take = (id: string): void => {
    const thing = byId.get(id);
    if (thing === undefined) return;
    left.delete(id);
    ready.get(thing.section)?.delete(id);
    sorted.push(thing);
    for (const follower of followers.get(id) ?? []) {
      const before = waitsFor.get(follower);
      if (before?.delete(id) === true && before.size === 0 && left.has(follower)) free(follower);
    }
  };
  const earliest = (ids: Iterable<string>): string | undefined => {
    let best: string | undefined;
    for (const id of ids)
      if (best === undefined || (places.get(id) ?? 0) < (places.get(best) ?? 0)) best = id;
    return best;
  };

  for (const [id, before] of waitsFor) if (before.size === 0) free(id);
  let section = '';
  while (left.size > 0) {
    const open = [section, ...sections].find((each) => (ready.get(each)?.size ?? 0) > 0);
    const next = open === undefined ? earliest(left) : earliest(ready.get(open) ?? []);
    if (next === undefined) break;
    section = byId.get(next)?.section ?? '';
    take(next);
  }
  return sorted;
}
