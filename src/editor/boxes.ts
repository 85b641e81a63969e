/** Where everything stands on the canvas, in absolute px: the document's positions with the gesture under way over them. */
import type { Catalog } from '../core/catalog/catalog';
import { chipSize, isCollapsed } from '../core/layout/collapsed';
import type { Document, Resource, ResourceId } from '../core/model/document';
import { childrenByParent, inDrawingOrder } from '../core/model/queries';
import type { Rect } from '../lib/rect';
import type { Gesture } from './session';

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

/**
 * Gives the boxes of a document during a gesture; with none they are those that stand, the same map each time. A box is the very same object as long as its resource and its place are.
 */
export function createBoxes(catalog: Catalog): (document: Document, gesture: Gesture | null) => Boxes {
  let lastDocument: Document | undefined;
  let lastGesture: Gesture | null = null;
  let standing: Boxes = new Map();
  let byParent: ReturnType<typeof childrenByParent> = new Map();
  let shown: Boxes = standing;

  return (document, gesture) => {
    if (document.resources !== lastDocument?.resources) {
      byParent = childrenByParent(document);
      standing = boxesOf(catalog, byParent, standing);
      shown = standing;
      lastGesture = null;
    }
    lastDocument = document;
    if (gesture === null) return standing;
    if (gesture === lastGesture) return shown;
    lastGesture = gesture;
    if (gesture.doing === 'spacing') {
      shown = boxesOf(catalog, childrenByParent(gesture.after), shown);
      return shown;
    }
    shown = withGesture(standing, byParent, gesture, shown);
    return shown;
  };
}

function boxesOf(catalog: Catalog, byParent: ReturnType<typeof childrenByParent>, before: Boxes): Boxes {
  const boxes = new Map<ResourceId, Box>();
  const visit = (parentId: ResourceId | null, x: number, y: number, depth: number): void => {
    for (const resource of inDrawingOrder(byParent.get(parentId) ?? [])) {
      // A reader may meet a cycle but never keeps one; two visits would be one.
      if (!takesRoom(catalog, resource) || boxes.has(resource.id)) continue;
      const isChip = isCollapsed(catalog, resource);
      const { w, h } = isChip ? chipSize(resource) : resource;
      const box = { x: x + resource.x, y: y + resource.y, w, h, resource, depth };
      boxes.set(resource.id, same(before.get(resource.id), box));
      if (!isChip) visit(resource.id, box.x, box.y, depth + 1);
    }
  };
  visit(null, 0, 0, 0);
  return boxes;
}

function withGesture(
  standing: Boxes,
  byParent: ReturnType<typeof childrenByParent>,
  gesture: Gesture | null,
  before: Boxes,
): Boxes {
  if (gesture?.doing === 'resizing') {
    const box = standing.get(gesture.id);
    if (box === undefined) return standing;
    const { x, y, w, h } = gesture;
    return new Map(standing).set(gesture.id, same(before.get(gesture.id), { ...box, x, y, w, h }));
  }
  if (gesture?.doing !== 'moving' || gesture.copying) return standing;
  const boxes = new Map(standing);
  const shift = (id: ResourceId, dx: number, dy: number): void => {
    const box = standing.get(id);
    if (box === undefined) return;
    boxes.set(id, same(before.get(id), { ...box, x: box.x + dx, y: box.y + dy }));
    for (const child of byParent.get(id) ?? []) shift(child.id, dx, dy);
  };
  for (const [id, { x, y }] of gesture.positions) {
    const box = standing.get(id);
    if (box !== undefined) shift(id, x - box.x, y - box.y);
  }
  return boxes;
}

function same(before: Box | undefined, now: Box): Box {
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
