/** How each resource looks and what hangs on it: derived from the whole document, kept while nothing it reads has changed. */
import type { Catalog } from '../catalog/catalog';
import type { Look } from '../catalog/kind';
import { rememberedReferences } from '../catalog/references';
import { surroundingsIn } from '../catalog/surroundings';
import type { Document, Resource, ResourceId } from '../model/document';
import { compareOrder } from '../../lib/order';
import type { Words } from '../../lib/words';

/** A resource drawn on others: a route table on its subnets' title lines, a security group on what it guards. */
export interface Hanging {
  readonly id: ResourceId;
  readonly resource: Resource;
  /**
   * `main`: it decides where nothing else is named. `gateway`: it is that of a gateway on the border. `unused`: nobody
   * names it, so it hangs on its own container.
   */
  readonly mark: 'main' | 'gateway' | 'unused' | null;
}

/** What is said of a mark behind the name of what hangs there. */
export const hangingWords: Readonly<Record<NonNullable<Hanging['mark']>, Words>> = {
  main: { en: 'main', ja: 'メイン' },
  gateway: { en: 'gateway', ja: 'ゲートウェイ' },
  unused: { en: 'unused', ja: '未使用' },
};

export interface Looks {
  look(id: ResourceId): Look;
  chips(id: ResourceId): readonly Hanging[];
  shields(id: ResourceId): readonly Hanging[];
  /** What a chip or shield hangs on; empty for everything else. */
  hosts(id: ResourceId): readonly ResourceId[];
}

const plain: Look = {};
const none: readonly never[] = [];

export function createLooks(catalog: Catalog): (document: Document) => Looks {
  let last: Document | undefined;
  let kept: Kept = {
    looks: new Map(),
    chips: new Map(),
    shields: new Map(),
    hosts: new Map(),
  };
  const looks: () => Looks = () => {
    const now = kept;
    return {
      look: (id) => now.looks.get(id) ?? plain,
      chips: (id) => now.chips.get(id) ?? none,
      shields: (id) => now.shields.get(id) ?? none,
      hosts: (id) => now.hosts.get(id) ?? none,
    };
  };
  let current = looks();
  return (document) => {
    if (last === undefined || !isOnlyMoved(last, document)) {
      kept = read(catalog, document, kept);
      current = looks();
    }
    last = document;
    return current;
  };
}

interface Kept {
  readonly looks: ReadonlyMap<ResourceId, Look>;
  readonly chips: ReadonlyMap<ResourceId, readonly Hanging[]>;
  readonly shields: ReadonlyMap<ResourceId, readonly Hanging[]>;
  readonly hosts: ReadonlyMap<ResourceId, readonly ResourceId[]>;
}

/** Whether nothing but positions and sizes differ, which no kind's look reads. */
function isOnlyMoved(before: Document, after: Document): boolean {
  if (before.settings !== after.settings) return false;
  if (before.resources === after.resources) return true;
  if (before.resources.size !== after.resources.size) return false;
  for (const [id, now] of after.resources) {
    const then = before.resources.get(id);
    if (then === now) continue;
    if (
      then === undefined ||
      then.props !== now.props ||
      then.parentId !== now.parentId ||
      then.name !== now.name ||
      then.order !== now.order
    )
      return false;
  }
  return true;
}

function read(catalog: Catalog, document: Document, before: Kept): Kept {
  const looks = new Map<ResourceId, Look>();
  const around = surroundingsIn(document);
  for (const resource of document.resources.values()) {
    const kind = catalog.kind(resource.kind);
    if (kind.look !== undefined) {
      const look = kind.look(resource, around(resource.id));
      const then = before.looks.get(resource.id);
      looks.set(resource.id, then !== undefined && isSameLook(then, look) ? then : look);
    }
  }
  return { looks, ...hangings(catalog, document, looks, before) };
}

/**
 * A chip hangs on the containers that name it, or on whose border something names it; a shield on whatever names it. Where
 * nobody does, they hang on their own container.
 */
function hangings(
  catalog: Catalog,
  document: Document,
  looks: ReadonlyMap<ResourceId, Look>,
  before: Kept,
): Pick<Kept, 'chips' | 'shields' | 'hosts'> {
  // A security group may guard hundreds: sets, for a list would be gone through for each of them.
  const named = new Map<ResourceId, Set<ResourceId>>();
  const hosts = new Map<ResourceId, readonly ResourceId[]>();
  const ofGateways = new Set<ResourceId>();
  const nameable = nameableKinds(catalog);
  for (const resource of document.resources.values()) {
    const { shape } = catalog.kind(resource.kind);
    if (shape.as !== 'container' && shape.as !== 'icon') continue;
    const onBorderOf = shape.as === 'icon' && shape.onBorder === true ? resource.parentId : null;
    for (const { to, row, field } of rememberedReferences(catalog, resource)) {
      const target = document.resources.get(to);
      if (target === undefined || row !== undefined) continue;
      const hangs = catalog.kind(target.kind).shape.as;
      if (hangs !== 'badge' && hangs !== 'chip') continue;
      // A gateway endpoint names the tables of others; a gateway has one of its own.
      const isOwn = catalog.fields(resource.kind).get(field)?.control === 'ref';
      const host = hangs === 'badge' || shape.as === 'container' ? resource.id : isOwn ? onBorderOf : null;
      if (host === null) continue;
      if (host !== resource.id) ofGateways.add(to);
      const found = named.get(to);
      if (found === undefined) named.set(to, new Set([host]));
      else found.add(host);
    }
  }
  const chips = new Map<ResourceId, Hanging[]>();
  const shields = new Map<ResourceId, Hanging[]>();
  for (const resource of [...document.resources.values()].sort(compareOrder)) {
    const { as } = catalog.kind(resource.kind).shape;
    if (as !== 'chip' && as !== 'badge') continue;
    const by = [...(named.get(resource.id) ?? [])];
    const isMain = looks.get(resource.id)?.main === true;
    const mark = isMain
      ? 'main'
      : by.length === 0
        ? nameable.has(resource.kind)
          ? 'unused'
          : null
        : ofGateways.has(resource.id)
          ? 'gateway'
          : null;
    const at =
      by.length > 0 && !isMain ? by : [...by, ...(resource.parentId === null ? [] : [resource.parentId])];
    hosts.set(resource.id, at);
    for (const host of at) {
      const hostShape = document.resources.get(host);
      if (hostShape === undefined) continue;
      // A shield that guards nothing is shown among the chips of its container.
      const list = as === 'badge' && catalog.kind(hostShape.kind).shape.as !== 'container' ? shields : chips;
      const hanging: Hanging = { id: resource.id, resource, mark };
      const found = list.get(host);
      if (found === undefined) list.set(host, [hanging]);
      else found.push(hanging);
    }
  }
  return { chips: keepSame(before.chips, chips), shields: keepSame(before.shields, shields), hosts };
}

/** The kinds that others can refer to; only these can be unused. */
function nameableKinds(catalog: Catalog): ReadonlySet<string> {
  const kinds = new Set<string>();
  for (const { kind } of catalog.kinds.values())
    for (const field of catalog.fields(kind).values())
      if (field.control === 'ref' || field.control === 'refs')
        for (const each of field.kinds) kinds.add(each);
  return kinds;
}

function keepSame(
  before: Kept['chips'],
  now: ReadonlyMap<ResourceId, readonly Hanging[]>,
): ReadonlyMap<ResourceId, readonly Hanging[]> {
  const kept = new Map<ResourceId, readonly Hanging[]>();
  for (const [id, list] of now) {
    const then = before.get(id);
    const isSame =
      then?.length === list.length &&
      then.every((each, index) => each.resource === list[index]?.resource && each.mark === list[index]?.mark);
    kept.set(id, isSame ? then : list);
  }
  return kept;
}

function isSameLook(a: Look, b: Look): boolean {
  return (
    a.icon === b.icon &&
    a.colour === b.colour &&
    a.detail === b.detail &&
    a.label?.en === b.label?.en &&
    a.label?.ja === b.label?.ja &&
    a.badge?.en === b.badge?.en &&
    a.badge?.ja === b.badge?.ja &&
    a.main === b.main
  );
}
