/** Questions one asks of a document, answered from its records alone. */
import { compareOrder } from '../../lib/order';
import type { Document, Point, Resource, ResourceId } from './document';
import type { KindName } from './kinds';

/** The resource, when it exists and is of that kind. */
export function resourceOf<K extends KindName>(
  document: Document,
  kind: K,
  id: ResourceId | null | undefined,
): Resource<K> | undefined {
  const resource = id == null ? undefined : document.resources.get(id);
  return resource !== undefined && isKind(resource, kind) ? resource : undefined;
}

export function isKind<K extends KindName>(resource: Resource, kind: K): resource is Resource & Resource<K> {
  return resource.kind === kind;
}

/** The props by name, for those who go by a kind's fields and do not know the kind. */
export function valuesOf(resource: Resource): Readonly<Record<string, unknown>> {
  // Every kind's props are a plain record; only the union over kinds hides it.
  return resource.props as unknown as Readonly<Record<string, unknown>>;
}

/** All resources of a kind, in drawing order. */
export function resourcesOf<K extends KindName>(document: Document, kind: K): Resource<K>[] {
  const found: Resource<K>[] = [];
  for (const resource of document.resources.values()) if (isKind(resource, kind)) found.push(resource);
  return found.sort(compareOrder);
}

/** All that is in one group with something, itself included; itself alone where it is in none. */
export function groupOf(document: Document, id: ResourceId): readonly ResourceId[] {
  const group = document.resources.get(id)?.group;
  if (group === undefined) return [id];
  const found: ResourceId[] = [];
  for (const other of document.resources.values()) if (other.group === group) found.push(other.id);
  return found;
}

/** The containers around a resource, nearest first. Ends at a cycle, which a reader may meet but never keeps. */
export function ancestors(document: Document, id: ResourceId): Resource[] {
  const found: Resource[] = [];
  const seen = new Set<ResourceId>([id]);
  let parentId = document.resources.get(id)?.parentId ?? null;
  while (parentId !== null && !seen.has(parentId)) {
    const parent = document.resources.get(parentId);
    if (parent === undefined) break;
    found.push(parent);
    seen.add(parentId);
    parentId = parent.parentId;
  }
  return found;
}

/** What stands directly in a container (null: on the bare canvas), in drawing order. Reads every resource: O(n). */
export function children(document: Document, parentId: ResourceId | null): Resource[] {
  const found: Resource[] = [];
  for (const resource of document.resources.values())
    if (resource.parentId === parentId) found.push(resource);
  return found.sort(compareOrder);
}

/** Siblings in their order. */
export type ChildrenByParent = ReadonlyMap<ResourceId | null, readonly Resource[]>;

/** Children by parent, for those who ask about many containers of one document. */
export function childrenByParent(document: Document): ChildrenByParent {
  const byParent = new Map<ResourceId | null, Resource[]>();
  for (const resource of document.resources.values()) {
    const siblings = byParent.get(resource.parentId);
    if (siblings === undefined) byParent.set(resource.parentId, [resource]);
    else siblings.push(resource);
  }
  for (const siblings of byParent.values()) siblings.sort(compareOrder);
  return byParent;
}

const remembered = new WeakMap<Document['resources'], ChildrenByParent>();

/** The same, found once; for a document that nobody changes any more, as what the store holds. */
export function rememberedChildren(document: Document): ChildrenByParent {
  let found = remembered.get(document.resources);
  if (found === undefined) remembered.set(document.resources, (found = childrenByParent(document)));
  return found;
}

/** By what a resource is drawn among its siblings, the hindmost first. */
export function drawingKey({ zOrder, order }: Pick<Resource, 'zOrder' | 'order'>): string {
  return zOrder ?? order;
}

/** Siblings, given in their order, in the order of drawing. Most diagrams have no other one. */
export function inDrawingOrder(siblings: readonly Resource[]): readonly Resource[] {
  if (siblings.every(({ zOrder }) => zOrder === undefined)) return siblings;
  return siblings.toSorted((a, b) => {
    const [one, other] = [drawingKey(a), drawingKey(b)];
    return one === other ? 0 : one < other ? -1 : 1;
  });
}

/** The ids with everything inside them, each container before its content. */
export function withDescendants(
  document: Document,
  ids: Iterable<ResourceId>,
  byParent = childrenByParent(document),
): ResourceId[] {
  const found = new Set<ResourceId>();
  const visit = (id: ResourceId): void => {
    if (found.has(id) || !document.resources.has(id)) return;
    found.add(id);
    for (const child of byParent.get(id) ?? []) visit(child.id);
  };
  for (const id of ids) visit(id);
  return [...found];
}

/** The upper left corner of a resource on the canvas, in px. */
export function absolutePosition(document: Document, id: ResourceId): Point {
  let x = 0;
  let y = 0;
  const resource = document.resources.get(id);
  if (resource === undefined) return { x, y };
  for (const box of [resource, ...ancestors(document, id)]) {
    x += box.x;
    y += box.y;
  }
  return { x, y };
}
