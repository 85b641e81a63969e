import { ancestors, isKind, resourcesOf } from '../model/queries';
import type { Document, Resource, ResourceId } from '../model/document';
import type { KindName } from '../model/kinds';
import type { Surroundings } from './kind';

/** The Region a resource is in: that of the nearest container that states one, else the document's. */
export function regionOf(document: Document, id: ResourceId): string {
  const own = document.resources.get(id);
  for (const box of own === undefined ? [] : [own, ...ancestors(document, id)]) {
    const region = (box.props as { readonly region?: unknown }).region;
    if (typeof region === 'string' && region !== '') return region;
  }
  return document.settings.region;
}

/** What one resource's kind may see. */
export function surroundingsOf(document: Document, id: ResourceId): Surroundings {
  return surroundingsIn(document)(id);
}

/** The same for those who ask about many resources of a document that does not change meanwhile. */
export function surroundingsIn(document: Document): (id: ResourceId) => Surroundings {
  const byKind = new Map<KindName, unknown>();
  function allOf<K extends KindName>(kind: K): readonly Resource<K>[] {
    let found = byKind.get(kind) as readonly Resource<K>[] | undefined; // stored under its own kind
    if (found === undefined) byKind.set(kind, (found = resourcesOf(document, kind)));
    return found;
  }
  return (id) => ({
    get region() {
      return regionOf(document, id);
    },
    resource: (other) => (other === null ? undefined : document.resources.get(other)),
    ancestor: (kind) => {
      for (const box of ancestors(document, id)) if (isKind(box, kind)) return box;
      return undefined;
    },
    all: <K extends KindName>(kind: K, within?: ResourceId): readonly Resource<K>[] => {
      const found = allOf(kind);
      if (within === undefined) return found;
      return found.filter((each) => ancestors(document, each.id).some((box) => box.id === within));
    },
  });
}
