/** What a plan would change, as outlines over the canvas: what would be new, different or gone. */
import type { Catalog } from '../core/catalog/catalog';
import type { Document, ResourceId } from '../core/model/document';
import { documentAfter, type Plan } from '../core/plans/plan';
import type { Rect } from '../lib/rect';
import { createBoxes, takesRoom } from '../core/drawing/boxes';
import { createLooks } from '../core/drawing/looks';

export interface Ghost {
  /** Of what is outlined: the resource, or what its chip or shield hangs on. */
  readonly id: ResourceId;
  /** Of the resource that changes. */
  readonly name: string;
  /** On the canvas, in px. */
  readonly rect: Rect;
  readonly is: 'new' | 'changed' | 'gone';
}

/** Empty when the plan no longer fits the document: what it would mend may be gone meanwhile. */
export function previewOf(catalog: Catalog, document: Document, plan: Plan): readonly Ghost[] {
  let after: Document;
  try {
    after = documentAfter({ catalog }, document, plan);
  } catch {
    return [];
  }
  const boxes = createBoxes(catalog)(after);
  const looks = createLooks(catalog)(after);
  const ghosts = new Map<ResourceId, Ghost>();
  const outline = (id: ResourceId, name: string, rect: Rect, is: Ghost['is']): void => {
    const { x, y, w, h } = rect;
    if (ghosts.get(id)?.is !== 'new') ghosts.set(id, { id, name, rect: { x, y, w, h }, is });
  };
  for (const [id, resource] of after.resources) {
    const was = document.resources.get(id);
    if (was === resource) continue;
    const isDrawn = takesRoom(catalog, resource);
    for (const seen of isDrawn ? [id] : looks.hosts(id)) {
      const box = boxes.get(seen);
      if (box !== undefined)
        outline(seen, resource.name, box, isDrawn && was === undefined ? 'new' : 'changed');
    }
  }
  for (const [id, box] of createBoxes(catalog)(document))
    if (!after.resources.has(id)) outline(id, box.resource.name, box, 'gone');
  return [...ghosts.values()];
}
