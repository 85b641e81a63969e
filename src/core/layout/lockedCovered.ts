/** What is locked is never moved out of the way, so nothing new may come to stand on it. */
import { overlaps } from '../../lib/rect';
import type { Catalog } from '../catalog/catalog';
import type { Document, Resource, ResourceId } from '../model/document';
import { standsOnBorder } from './border';
import { asShown } from './collapsed';

/** A locked resource that something beside it covers after a change and did not cover before. */
export function lockedCovered(catalog: Catalog, before: Document, after: Document): ResourceId | undefined {
  const locked = [...after.resources.values()].filter((resource) => resource.locked === true);
  if (locked.length === 0) return undefined;
  const takesRoom = (resource: Resource): boolean => {
    const { as } = catalog.kind(resource.kind).shape;
    const parent = resource.parentId === null ? undefined : after.resources.get(resource.parentId);
    return as !== 'chip' && as !== 'badge' && !standsOnBorder(catalog, resource.kind, parent?.kind);
  };
  const changed = [...after.resources.values()].filter(
    (resource) => before.resources.get(resource.id) !== resource && takesRoom(resource),
  );
  const isOver = (a: Resource | undefined, b: Resource | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    a.parentId === b.parentId &&
    overlaps(asShown(catalog, a), asShown(catalog, b));
  return locked.find(
    (held) =>
      takesRoom(held) &&
      changed.some(
        ({ id }) =>
          id !== held.id &&
          isOver(after.resources.get(id), held) &&
          !isOver(before.resources.get(id), before.resources.get(held.id)),
      ),
  )?.id;
}
