/**
 * The parts of a design (`network/ties.ts`), kept up to date as resources come, go and name others: only the parts of those
 * that have changed are looked at.
 */
import type { ResourceId } from '../model/document';
import type { Graph } from './cells';
import { SourcesBy } from './sources';

/** A part keeps its key as long as the same resource comes first in it. */
export type PartKey = ResourceId;

/** Whom the facts of a resource name. */
export interface Names {
  /** Those that it is compiled together with. */
  readonly ties: readonly ResourceId[];
  /** Those of other parts that are compiled with its facts. */
  readonly visits: readonly ResourceId[];
}

interface Part {
  readonly key: PartKey | undefined;
  /** Those that state facts. */
  readonly members: readonly ResourceId[];
  /** The same with those that are only named. */
  readonly all: readonly ResourceId[];
}

export class Parts {
  private readonly sources: {
    readonly keys: SourcesBy<null>;
    readonly keyOf: SourcesBy<ResourceId>;
    readonly members: SourcesBy<PartKey>;
    readonly guests: SourcesBy<PartKey>;
  };
  private readonly names = new Map<ResourceId, Names>();
  private readonly partOf = new Map<ResourceId, Part>();
  private readonly byKey = new Map<PartKey, Part>();
  private readonly tiedBy = new NamedBy();
  private readonly visitedBy = new NamedBy();
  private sortedKeys: readonly PartKey[] | undefined;

  constructor(graph: Graph) {
    this.sources = {
      keys: new SourcesBy(graph),
      keyOf: new SourcesBy(graph),
      members: new SourcesBy(graph),
      guests: new SourcesBy(graph),
    };
  }

  /** Sorted. */
  keys(): readonly PartKey[] {
    this.sources.keys.read(null);
    return (this.sortedKeys ??= [...this.byKey.keys()].sort());
  }

  /** Of those that state facts. */
  keyOf(id: ResourceId): PartKey | undefined {
    this.sources.keyOf.read(id);
    return this.names.has(id) ? this.partOf.get(id)?.key : undefined;
  }

  members(key: PartKey): readonly ResourceId[] {
    this.sources.members.read(key);
    return this.byKey.get(key)?.members ?? [];
  }

  /** Those in other parts that visit a member. */
  guests(key: PartKey): readonly ResourceId[] {
    this.sources.guests.read(key);
    const part = this.byKey.get(key);
    if (part === undefined) return [];
    const found = new Set<ResourceId>();
    for (const id of part.members)
      for (const by of this.visitedBy.get(id)) if (this.partOf.get(by) !== part) found.add(by);
    return [...found].sort();
  }

  /** Whom some resources name from now on; undefined for those that state no facts any more. */
  update(changes: ReadonlyMap<ResourceId, Names | undefined>): void {
    const touched = new Set<ResourceId>();
    const met = new Set<ResourceId>();
    for (const [id, now] of changes) {
      const before = this.names.get(id);
      if (now === undefined) this.names.delete(id);
      else this.names.set(id, now);
      this.tiedBy.replace(id, before?.ties, now?.ties);
      this.visitedBy.replace(id, before?.visits, now?.visits);
      touched.add(id);
      for (const other of [...(before?.ties ?? []), ...(now?.ties ?? [])]) touched.add(other);
      for (const other of differing(before?.visits ?? [], now?.visits ?? [])) met.add(other);
    }
    this.divide(touched);
    for (const id of met) {
      const key = this.partOf.get(id)?.key;
      if (key !== undefined) this.sources.guests.changed(key);
    }
  }

  /** Finds anew the parts that some resources were in or come into. */
  private divide(touched: ReadonlySet<ResourceId>): void {
    const old = new Set<Part>();
    for (const id of touched) {
      const part = this.partOf.get(id);
      if (part !== undefined) old.add(part);
    }
    const starts = new Set(touched);
    const keysBefore = new Map<ResourceId, PartKey | undefined>();
    for (const part of old)
      for (const id of part.all) {
        starts.add(id);
        keysBefore.set(id, part.key);
        this.partOf.delete(id);
      }
    const made = new Set<Part>();
    for (const start of starts) {
      if (this.partOf.has(start) || !this.isNamed(start)) continue;
      const part = this.partAround(start);
      made.add(part);
      for (const id of part.all) this.partOf.set(id, part);
    }
    this.tell(old, made, keysBefore);
  }

  private isNamed(id: ResourceId): boolean {
    return this.names.has(id) || this.tiedBy.get(id).size > 0;
  }

  private partAround(start: ResourceId): Part {
    const all = new Set([start]);
    for (const id of all) {
      for (const other of this.names.get(id)?.ties ?? []) all.add(other);
      for (const other of this.tiedBy.get(id)) all.add(other);
    }
    const members = [...all].filter((id) => this.names.has(id)).sort();
    return { key: members[0], members, all: [...all] };
  }

  private tell(
    old: ReadonlySet<Part>,
    made: ReadonlySet<Part>,
    keysBefore: ReadonlyMap<ResourceId, PartKey | undefined>,
  ): void {
    const membersBefore = new Map<PartKey, readonly ResourceId[]>();
    for (const { key, members } of old)
      if (key !== undefined) {
        membersBefore.set(key, members);
        this.byKey.delete(key);
      }
    for (const part of made) {
      const { key, members } = part;
      if (key === undefined) continue;
      this.byKey.set(key, part);
      const before = membersBefore.get(key);
      if (before?.length === members.length && before.every((id, index) => id === members[index])) {
        membersBefore.delete(key);
        continue;
      }
      if (before === undefined) this.keysHaveChanged();
      membersBefore.delete(key);
      this.membersHaveChanged(key);
    }
    for (const key of membersBefore.keys()) {
      this.keysHaveChanged();
      this.membersHaveChanged(key);
    }
    for (const { key, members } of made)
      for (const id of members) if (keysBefore.get(id) !== key) this.sources.keyOf.changed(id);
    for (const id of keysBefore.keys()) if (!this.names.has(id)) this.sources.keyOf.changed(id);
  }

  private keysHaveChanged(): void {
    this.sortedKeys = undefined;
    this.sources.keys.changed(null);
  }

  private membersHaveChanged(key: PartKey): void {
    this.sources.members.changed(key);
    this.sources.guests.changed(key);
  }
}

/** Those that are in one list alone. */
function differing(a: readonly ResourceId[], b: readonly ResourceId[]): ResourceId[] {
  return [...a.filter((id) => !b.includes(id)), ...b.filter((id) => !a.includes(id))];
}

/** Who names whom, the other way round. */
class NamedBy {
  private readonly by = new Map<ResourceId, Set<ResourceId>>();

  get(id: ResourceId): ReadonlySet<ResourceId> {
    return this.by.get(id) ?? nobody;
  }

  replace(
    by: ResourceId,
    before: readonly ResourceId[] | undefined,
    now: readonly ResourceId[] | undefined,
  ): void {
    for (const id of before ?? []) {
      const found = this.by.get(id);
      found?.delete(by);
      if (found?.size === 0) this.by.delete(id);
    }
    for (const id of now ?? []) {
      const found = this.by.get(id);
      if (found === undefined) this.by.set(id, new Set([by]));
      else found.add(by);
    }
  }
}

const nobody: ReadonlySet<ResourceId> = new Set();
