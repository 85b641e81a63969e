/** The references that their fields want drawn, from box to box. */
import type { Catalog } from '../catalog/catalog';
import { referencesOf } from '../catalog/references';
import type { Document, Resource, ResourceId } from '../model/document';
import type { Box, Boxes } from './boxes';

interface DrawnReference {
  readonly id: string;
  readonly from: Box;
  readonly to: Box;
}

export function createReferenceLines(
  catalog: Catalog,
): (
  document: Document,
  boxes: Boxes,
  hidden: ReadonlyMap<ResourceId, ResourceId>,
) => readonly DrawnReference[] {
  // Looked for once in each resource: in 5,000 of them it would take longer than the routing.
  const drawnIn = new WeakMap<Resource, readonly { readonly field: string; readonly to: string }[]>();
  const drawnOf = (resource: Resource): readonly { readonly field: string; readonly to: string }[] => {
    let drawn = drawnIn.get(resource);
    if (drawn === undefined) {
      drawn = [...referencesOf(catalog, resource)].filter((reference) => reference.drawn);
      drawnIn.set(resource, drawn);
    }
    return drawn;
  };
  return (document, boxes, hidden) => {
    const lines: DrawnReference[] = [];
    const betweenChips = new Set<string>();
    const draw = (resource: Resource, from: Box): void => {
      for (const { to, field } of drawnOf(resource)) {
        const end = boxes.get(hidden.get(to) ?? to);
        if (end === undefined || end === from || !document.resources.has(to)) continue;
        // Of what a chip hides, one line stands for all that go to the same place.
        if (hidden.has(resource.id) || hidden.has(to)) {
          const key = `${from.resource.id} ${end.resource.id}`;
          if (betweenChips.has(key)) continue;
          betweenChips.add(key);
        }
        lines.push({ id: `${resource.id} ${field} ${to}`, from, to: end });
      }
    };
    for (const from of boxes.values()) draw(from.resource, from);
    for (const [id, chip] of hidden) {
      const [resource, from] = [document.resources.get(id), boxes.get(chip)];
      if (resource !== undefined && from !== undefined) draw(resource, from);
    }
    return lines;
  };
}
