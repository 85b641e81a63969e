/**
 * A document that writes down who reads what of it, over a graph of cells. `view` looks like any other document, so that all
 * who read documents read it without knowing; whatever they are told is a source, and `update` tells those who were told
 * something that is no longer so.
 *
 * A record is three sources: where it stands on the canvas, its name, and the rest. What reads only the rest, as most do,
 * does not notice that a box was moved or renamed.
 */
import { compareOrder } from '../../lib/order';
import type { Catalog } from '../catalog/catalog';
import { referencesOf } from '../catalog/references';
import type { Document, Flow, FlowId, Resource, ResourceId } from '../model/document';
import { emptyDocument } from '../model/document';
import type { Graph } from './cells';
import { SourcesBy } from './sources';
import { trackedMap } from './trackedMap';

export interface TrackedDocument {
  readonly view: Document;
  /** The whole document as it is. Whoever asks has read everything. */
  everything(): Document;
  has(id: ResourceId): boolean;
  /** Whether anybody has the name; annotations are nobody. */
  hasName(name: string): boolean;
  /** The record of a resource as it is, whole. */
  raw(id: ResourceId): Resource | undefined;
  /** The resources of a kind, in drawing order. */
  all(kind: string): readonly Resource[];
  /** What stands in a resource, or on the bare canvas, in drawing order. */
  inside(parent: ResourceId | null): readonly Resource[];
  /** Those that refer to a resource, in drawing order. */
  referrers(id: ResourceId): readonly Resource[];
  /** Those of which a template said something that was only guessed. */
  guessed(): readonly Resource[];
  /** Whether something is a record as `view` hands it out: one object as long as its content is the same. */
  isRecord(value: object): boolean;
  update(next: Document): void;
}

export function trackedDocument(catalog: Catalog, graph: Graph): TrackedDocument {
  let current = emptyDocument;
  const entries = new Map<ResourceId, Entry>();
  const records = new WeakSet<object>();
  const anything = graph.source();
  const sections = new SourcesBy<keyof Document>(graph);
  const flows = new SourcesBy<FlowId>(graph);
  const ids = graph.source();
  const anyContent = graph.source();
  const existence = new SourcesBy<ResourceId>(graph);
  const contents = new SourcesBy<ResourceId>(graph);
  const names = new SourcesBy<ResourceId>(graph);
  const places = new SourcesBy<ResourceId>(graph);
  const viewOf = (id: ResourceId): Resource | undefined => entries.get(id)?.view;
  const byKind = new Groups<string>(graph, viewOf);
  const byContainer = new Groups<ResourceId | null>(graph, viewOf);
  const byReferred = new Groups<ResourceId>(graph, viewOf);
  const guessed = new Groups<true>(graph, viewOf);

  const bearers = new Map<string, number>();
  const takenNames = new SourcesBy<string>(graph);

  const rename = (how: 'add' | 'remove', { kind, name }: Resource): void => {
    // What only people see takes no name away from the design.
    if (catalog.kind(kind).isAnnotation === true) return;
    const count = (bearers.get(name) ?? 0) + (how === 'add' ? 1 : -1);
    if (count === 0) bearers.delete(name);
    else bearers.set(name, count);
    // Whether it is taken may be as before; who asks again finds out.
    takenNames.changed(name);
  };

  /** Puts a record into the groups it belongs to, or takes it out. */
  const group = (how: 'add' | 'remove', raw: Resource): void => {
    byKind[how](raw.kind, raw.id);
    byContainer[how](raw.parentId, raw.id);
    for (const { to } of referencesOf(catalog, raw)) byReferred[how](to, raw.id);
    if (raw.provenance?.guesses !== undefined) guessed[how](true, raw.id);
  };

  const replace = (id: ResourceId, before: Resource | undefined, after: Resource | undefined): void => {
    if (before?.name !== after?.name || before?.kind !== after?.kind) {
      if (before !== undefined) rename('remove', before);
      if (after !== undefined) rename('add', after);
    }
    const entry = entries.get(id);
    if (entry !== undefined && before !== undefined && after !== undefined && sameContent(before, after)) {
      entry.raw = after;
      if (before.name !== after.name) names.changed(id);
      if (!samePlace(before, after)) places.changed(id);
      return;
    }
    if (before !== undefined) group('remove', before);
    if (after === undefined) entries.delete(id);
    else {
      const made = entryOf(after, names, places);
      entries.set(id, made);
      records.add(made.view);
      group('add', after);
    }
    anyContent.changed();
    for (const sources of [contents, names, places]) sources.changed(id);
    if (before === undefined || after === undefined) {
      existence.changed(id);
      ids.changed();
    }
  };

  const resources = trackedMap<ResourceId, Resource>({
    get: (id) => {
      contents.read(id);
      return viewOf(id);
    },
    has: (id) => {
      existence.read(id);
      return entries.has(id);
    },
    size: () => {
      ids.read();
      return current.resources.size;
    },
    keys: () => {
      ids.read();
      return current.resources.keys();
    },
    *entries() {
      ids.read();
      anyContent.read();
      for (const id of current.resources.keys()) {
        const view = viewOf(id);
        if (view !== undefined) yield [id, view];
      }
    },
  });
  const section = <K extends keyof Document>(name: K): Document[K] => {
    sections.read(name);
    return current[name];
  };
  return {
    view: {
      resources,
      get name() {
        return section('name');
      },
      flows: trackedMap<FlowId, Flow>({
        get: (id) => {
          flows.read(id);
          return current.flows.get(id);
        },
        has: (id) => {
          flows.read(id);
          return current.flows.has(id);
        },
        size: () => section('flows').size,
        keys: () => section('flows').keys(),
        entries: () => section('flows').entries(),
      }),
      get scopes() {
        return section('scopes');
      },
      get scenes() {
        return section('scenes');
      },
      get suppressions() {
        return section('suppressions');
      },
      get templates() {
        return section('templates');
      },
      get settings() {
        return section('settings');
      },
    },
    everything() {
      anything.read();
      return current;
    },
    has: (id) => resources.has(id),
    hasName(name) {
      takenNames.read(name);
      return bearers.has(name);
    },
    raw(id) {
      for (const sources of [contents, names, places]) sources.read(id);
      return entries.get(id)?.raw;
    },
    all: (kind) => byKind.list(kind),
    inside: (parent) => byContainer.list(parent),
    referrers: (id) => byReferred.list(id),
    guessed: () => guessed.list(true),
    isRecord: (value) => records.has(value),
    update(next) {
      const before = current;
      if (before === next) return;
      current = next;
      anything.changed();
      // The sections of a document are its own keys.
      for (const name of Object.keys(emptyDocument) as (keyof Document)[])
        if (before[name] !== next[name]) sections.changed(name);
      for (const [id] of differences(before.flows, next.flows)) flows.changed(id);
      for (const [id, was, is] of differences(before.resources, next.resources)) replace(id, was, is);
      for (const groups of [byKind, byContainer, byReferred, guessed]) groups.settle();
    },
  };
}

/** A record, and how it is handed out. */
interface Entry {
  raw: Resource;
  readonly view: Resource;
}

function entryOf(given: Resource, names: SourcesBy<ResourceId>, places: SourcesBy<ResourceId>): Entry {
  const { id } = given;
  const { name: _, x: _x, y: _y, w: _w, h: _h, ...content } = given;
  const place = (): Resource => {
    places.read(id);
    return entry.raw;
  };
  const entry: Entry = {
    raw: given,
    // The union over kinds does not survive being spread; each prop is that of the given record.
    view: {
      ...content,
      get name() {
        names.read(id);
        return entry.raw.name;
      },
      get x() {
        return place().x;
      },
      get y() {
        return place().y;
      },
      get w() {
        return place().w;
      },
      get h() {
        return place().h;
      },
    } as Resource,
  };
  return entry;
}

function sameContent(a: Resource, b: Resource): boolean {
  return (
    a.kind === b.kind &&
    a.parentId === b.parentId &&
    a.order === b.order &&
    a.props === b.props &&
    a.locked === b.locked &&
    a.group === b.group &&
    a.provenance === b.provenance
  );
}

function samePlace(a: Resource, b: Resource): boolean {
  return a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h && a.collapsed === b.collapsed;
}

/** What is not the same record in both: the key, what it was and what it is. */
function* differences<K, V>(
  before: ReadonlyMap<K, V>,
  after: ReadonlyMap<K, V>,
): Generator<[K, V | undefined, V | undefined]> {
  if (before === after) return;
  let kept = 0;
  for (const [key, value] of after) {
    const was = before.get(key);
    if (was !== undefined) kept += 1;
    if (was !== value) yield [key, was, value];
  }
  // Mostly nothing has gone, and there is no need to look for it among thousands.
  if (kept === before.size) return;
  for (const [key, value] of before) if (!after.has(key)) yield [key, value, undefined];
}

/** Records by something that they have in common. A list is another one when the content of a member is. */
class Groups<K> {
  private readonly sources: SourcesBy<K>;
  private readonly viewOf: (id: ResourceId) => Resource | undefined;
  private readonly members = new Map<K, Set<ResourceId>>();
  private readonly lists = new Map<K, readonly Resource[]>();
  /** Of which members a list may be wrong. */
  private readonly stale = new Map<K, Set<ResourceId>>();
  private readonly touched = new Set<K>();

  constructor(graph: Graph, viewOf: (id: ResourceId) => Resource | undefined) {
    this.sources = new SourcesBy(graph);
    this.viewOf = viewOf;
  }

  list(key: K): readonly Resource[] {
    this.sources.read(key);
    const before = this.lists.get(key);
    const stale = this.stale.get(key);
    if (before !== undefined && stale === undefined) return before;
    const list =
      before === undefined || stale === undefined ? this.sorted(key) : this.mended(key, before, stale);
    this.lists.set(key, list);
    this.stale.delete(key);
    return list;
  }

  add(key: K, id: ResourceId): void {
    const members = this.members.get(key);
    if (members === undefined) this.members.set(key, new Set([id]));
    else members.add(id);
    this.touch(key, id);
  }

  remove(key: K, id: ResourceId): void {
    const members = this.members.get(key);
    members?.delete(id);
    if (members?.size === 0) this.members.delete(key);
    this.touch(key, id);
  }

  /** Tells those who have read a list of which a member has come, gone or changed. */
  settle(): void {
    for (const key of this.touched) this.sources.changed(key);
    this.touched.clear();
  }

  private touch(key: K, id: ResourceId): void {
    this.touched.add(key);
    if (!this.lists.has(key)) return;
    const stale = this.stale.get(key);
    if (stale === undefined) this.stale.set(key, new Set([id]));
    else stale.add(id);
  }

  private sorted(key: K): readonly Resource[] {
    return [...(this.members.get(key) ?? [])].flatMap((id) => this.viewOf(id) ?? []).sort(compareOrder);
  }

  /** Sorting thousands for one of them took a millisecond in an edit of a few. */
  private mended(key: K, before: readonly Resource[], stale: ReadonlySet<ResourceId>): readonly Resource[] {
    const members = this.members.get(key);
    const list = before.filter(({ id }) => !stale.has(id));
    for (const id of stale) {
      const view = members?.has(id) === true ? this.viewOf(id) : undefined;
      if (view === undefined) continue;
      let [from, to] = [0, list.length];
      while (from < to) {
        const middle = (from + to) >> 1;
        const other = list[middle];
        if (other !== undefined && compareOrder(other, view) < 0) from = middle + 1;
        else to = middle;
      }
      list.splice(from, 0, view);
    }
    return list;
  }
}
