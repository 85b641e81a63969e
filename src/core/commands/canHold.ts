import type { Catalog } from '../catalog/catalog';
import type { Document, ResourceId } from '../model/document';

/** Whether anything can stand there at all: on the bare canvas (null), or in a container that exists. */
export function canHold(catalog: Catalog, document: Document, parentId: ResourceId | null): boolean {
  if (parentId === null) return true;
  const parent = document.resources.get(parentId);
  return parent !== undefined && catalog.kind(parent.kind).shape.as === 'container';
}
