/** Which resources a reference may name: those in the same network, and those that stand in none. */
import type { Catalog } from '../../core/catalog/catalog';
import type { Document, Resource, ResourceId } from '../../core/model/document';
import { ancestors } from '../../core/model/queries';

/** The network a resource is in, or is; null outside every network. */
export function networkOf(catalog: Catalog, document: Document, id: ResourceId): ResourceId | null {
  const own = document.resources.get(id);
  if (own === undefined) return null;
  for (const box of [own, ...ancestors(document, id)])
    if (catalog.kind(box.kind).isNetwork === true) return box.id;
  return null;
}

/** Sorted by name. `current` is kept in the list wherever it stands, so that a value is never hidden. */
export function candidatesFor(
  catalog: Catalog,
  document: Document,
  owner: ResourceId,
  kinds: readonly string[],
  current: ReadonlySet<ResourceId> = new Set(),
): Resource[] {
  const network = networkOf(catalog, document, owner);
  const found: Resource[] = [];
  for (const resource of document.resources.values()) {
    if (!kinds.includes(resource.kind)) continue;
    const theirs = networkOf(catalog, document, resource.id);
    if (current.has(resource.id) || network === null || theirs === null || theirs === network)
      found.push(resource);
  }
  return found.sort(byName);
}

/** Whether a reference leaves the network of its owner. */
export function isElsewhere(
  catalog: Catalog,
  document: Document,
  owner: ResourceId,
  other: ResourceId,
): boolean {
  const network = networkOf(catalog, document, owner);
  const theirs = networkOf(catalog, document, other);
  return network !== null && theirs !== null && network !== theirs;
}

/** What a flow can start and end at: everything that stands on the canvas as an icon. Sorted by name. */
export function flowEnds(catalog: Catalog, document: Document): Resource[] {
  return [...document.resources.values()]
    .filter(({ kind }) => {
      const { shape, isAnnotation } = catalog.kind(kind);
      return shape.as === 'icon' && isAnnotation !== true;
    })
    .sort(byName);
}

/** Web2 before Web10. One collator for all: `localeCompare` makes its own each time, which is slow in lists of hundreds. */
const collator = new Intl.Collator('en', { numeric: true });

export function byName(a: Resource, b: Resource): number {
  return collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
}
