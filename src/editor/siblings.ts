/** The boxes that stand directly in a container, made once for every state of the document. */
import type { ResourceId } from '../core/model/document';
import type { Box, Boxes } from '../core/drawing/boxes';

const known = new WeakMap<Boxes, ReadonlyMap<ResourceId | null, readonly Box[]>>();

/** Null: on the bare canvas. */
export function boxesIn(boxes: Boxes, parentId: ResourceId | null): readonly Box[] {
  let byParent = known.get(boxes);
  if (byParent === undefined) {
    const found = new Map<ResourceId | null, Box[]>();
    for (const box of boxes.values()) {
      const siblings = found.get(box.resource.parentId);
      if (siblings === undefined) found.set(box.resource.parentId, [box]);
      else siblings.push(box);
    }
    known.set(boxes, (byParent = found));
  }
  return byParent.get(parentId) ?? [];
}
