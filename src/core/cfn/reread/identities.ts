/** Which resource of a diagram each resource is that the reading of a text gives. */
import { sameJson } from '../../../lib/sameJson';
import type { Catalog } from '../../catalog/catalog';
import type { Document, Resource, ResourceId, TemplateId } from '../../model/document';
import { ancestors } from '../../model/queries';

/** Who has which id in the diagram. */
export interface Known {
  /** By template and logical ID. */
  readonly logical: ReadonlyMap<string, ResourceId>;
  /** What templates only refer to: by kind, template and expression. */
  readonly outside: ReadonlyMap<string, ResourceId>;
  /** The boxes that no template has, by what they are; null for one that the diagram does without. */
  readonly boxes: ReadonlyMap<string, ResourceId | null>;
}

export interface Identities {
  /** The id in the diagram; null for a box that it does without, and for the canvas. */
  to(id: ResourceId | null): ResourceId | null;
  /** Where something stands that stands in this: around boxes that the diagram does without. */
  home(id: ResourceId | null): ResourceId | null;
  readonly known: Known;
}

/** No template makes it: it is there for what stands in it. */
export function isBox({ provenance }: Resource): boolean {
  return provenance === undefined;
}

export function logicalKey(template: TemplateId, logicalId: string): string {
  return `${template} ${logicalId}`;
}

function outsideKey({ kind, provenance }: Resource): string {
  return `${kind} ${provenance?.template} ${provenance?.outside}`;
}

/**
 * `document`: the diagram whose boxes and free ids count. `known`: who has been found before; its boxes are undefined where
 * they are to be found in the diagram, around what stands in them.
 */
export function identify(
  catalog: Catalog,
  read: Document,
  document: Document,
  known: Omit<Known, 'boxes'> & { readonly boxes?: Known['boxes'] },
): Identities {
  const ids = new Map<ResourceId, ResourceId | null>();
  const logical = new Map<string, ResourceId>();
  const outside = new Map<string, ResourceId>();
  const boxes = new Map<string, ResourceId | null>(known.boxes);
  const taken = new Set<ResourceId>([
    ...document.resources.keys(),
    ...(document.asRead?.resources.keys() ?? []),
    ...known.logical.values(),
    ...known.outside.values(),
  ]);
  const given = new Set<ResourceId>();
  const fresh = (wanted: ResourceId): ResourceId => {
    let id = wanted;
    for (let number = 2; taken.has(id) || given.has(id); number++) id = `${wanted}-${number}`;
    given.add(id);
    return id;
  };

  for (const resource of read.resources.values()) {
    const { provenance } = resource;
    if (provenance === undefined) continue;
    const isOutside = provenance.logicalId === '';
    const key = isOutside ? outsideKey(resource) : logicalKey(provenance.template, provenance.logicalId);
    const found = (isOutside ? known.outside : known.logical).get(key);
    const id = found === undefined || given.has(found) ? fresh(resource.id) : found;
    given.add(id);
    ids.set(resource.id, id);
    (isOutside ? outside : logical).set(key, id);
  }

  const home = (id: ResourceId | null): ResourceId | null => {
    for (let at = id; at !== null;) {
      const found = ids.get(at);
      if (found != null) return found;
      at = read.resources.get(at)?.parentId ?? null;
    }
    return null;
  };

  const depth = (resource: Resource): number => ancestors(read, resource.id).length;
  const inside = insideOf(read);
  for (const box of [...read.resources.values()].filter(isBox).sort((a, b) => depth(a) - depth(b))) {
    const parentId = home(box.parentId);
    const key = boxKey(box, parentId);
    let id = boxes.get(key);
    if (id === undefined) {
      const content = inside(box.id);
      id = known.boxes === undefined ? boxAround(document, box, content, ids) : undefined;
      id ??= boxLike(document, box, parentId);
      // A diagram that has subnets of a zone outside any box has none around new ones either.
      if (id === undefined)
        id = known.boxes === undefined || isWithout(boxes, box, parentId) ? null : fresh(box.id);
      boxes.set(key, id);
    }
    if (id === null && !standsWithout(catalog, document, read, box, parentId)) {
      id = fresh(box.id);
      boxes.set(key, id);
    }
    ids.set(box.id, id);
  }
  return {
    to: (id) => (id === null ? null : (ids.get(id) ?? null)),
    home,
    known: { logical, outside, boxes },
  };
}

function boxKey({ kind, props }: Resource, parentId: ResourceId | null): string {
  return `${boxesIn(kind, parentId)}${JSON.stringify(props)}`;
}

function boxesIn(kind: string, parentId: ResourceId | null): string {
  return JSON.stringify([kind, parentId]);
}

function isWithout(
  boxes: ReadonlyMap<string, ResourceId | null>,
  { kind }: Resource,
  parentId: ResourceId | null,
): boolean {
  const start = boxesIn(kind, parentId);
  return [...boxes].some(([key, id]) => id === null && key.startsWith(start));
}

/** Everything within a box of the reading. */
function insideOf(read: Document): (id: ResourceId) => readonly ResourceId[] {
  const within = new Map<ResourceId, ResourceId[]>();
  for (const { id } of read.resources.values())
    for (const box of ancestors(read, id)) {
      const found = within.get(box.id);
      if (found === undefined) within.set(box.id, [id]);
      else found.push(id);
    }
  return (id) => within.get(id) ?? [];
}

/** The box of the same kind that the diagram has around what stands in one of the reading. */
function boxAround(
  document: Document,
  { kind }: Resource,
  content: readonly ResourceId[],
  ids: ReadonlyMap<ResourceId, ResourceId | null>,
): ResourceId | undefined {
  for (const each of content) {
    const own = ids.get(each);
    const box = own == null ? undefined : ancestors(document, own).find((around) => around.kind === kind);
    if (box !== undefined) return box.id;
  }
  return undefined;
}

function boxLike(
  document: Document,
  { kind, props }: Resource,
  parentId: ResourceId | null,
): ResourceId | undefined {
  for (const each of document.resources.values())
    if (each.kind === kind && each.parentId === parentId && sameJson(each.props, props)) return each.id;
  return undefined;
}

/** Whether what stands in a box of the reading, and is new to the diagram, may stand where the box would. */
function standsWithout(
  catalog: Catalog,
  document: Document,
  read: Document,
  box: Resource,
  parentId: ResourceId | null,
): boolean {
  const parent =
    parentId === null ? undefined : (document.resources.get(parentId) ?? read.resources.get(parentId));
  const around = parent?.kind ?? 'canvas';
  for (const { parentId: own, kind, id } of read.resources.values())
    if (
      own === box.id &&
      !document.resources.has(id) &&
      !catalog.kind(kind).parents.some((each) => each === around)
    )
      return false;
  return true;
}
