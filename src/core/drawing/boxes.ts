/** Where everything of a diagram stands, in absolute px. */
import type { Catalog } from '../catalog/catalog';
import { chipSize, isCollapsed } from '../layout/collapsed';
import type { Document, Resource, ResourceId } from '../model/document';
import { inDrawingOrder, rememberedChildren, type ChildrenByParent } from '../model/queries';
import type { Rect } from '../../lib/rect';

/** A resource that takes room of its own; chips and badges do not. */
export interface Box extends Rect {
  readonly resource: Resource;
  /** How many containers are around it. */
  readonly depth: number;
}

/** Containers before what stands in them, siblings in drawing order. What stands in a collapsed one has none. */
export type Boxes = ReadonlyMap<ResourceId, Box>;

export function takesRoom(catalog: Catalog, { kind }: Pick<Resource, 'kind'>): boolean {
  const { as } = catalog.kind(kind).shape;
  return as !== 'chip' && as !== 'badge';
}

/** Gives the boxes of a document. A box is the very same object as long as its resource and its place are. */
export function createBoxes(catalog: Catalog): (document: Document) => Boxes {
  let last: Document | undefined;
  let boxes: Boxes = new Map();
  return (document) => {
    if (document.resources !== last?.resources) boxes = boxesOf(catalog, rememberedChildren(document), boxes);
    last = document;
    return boxes;
  };
}

function boxesOf(catalog: Catalog, byParent: ChildrenByParent, before: Boxes): Boxes {
  const boxes = new Map<ResourceId, Box>();
  const visit = (parentId: ResourceId | null, x: number, y: number, depth: number): void => {
    for (const resource of inDrawingOrder(byParent.get(parentId) ?? [])) {
      // A reader may meet a cycle but never keeps one; two visits would be one.
      if (!takesRoom(catalog, resource) || boxes.has(resource.id)) continue;
      const isChip = isCollapsed(catalog, resource);
      const { w, h } = isChip ? chipSize(resource) : resource;
      const box = { x: x + resource.x, y: y + resource.y, w, h, resource, depth };
      boxes.set(resource.id, sameBox(before.get(resource.id), box));
      if (!isChip) visit(resource.id, box.x, box.y, depth + 1);
    }
  };
  visit(null, 0, 0, 0);
  return boxes;
}

/** The box of before where nothing has changed. */
export function sameBox(before: Box | undefined, now: Box): Box {
  return before !== undefined &&
    before.resource === now.resource &&
    before.x === now.x &&
    before.y === now.y &&
    before.w === now.w &&
    before.h === now.h &&
    before.depth === now.depth
    ? before
    : now;
}
