import { ancestors, isKind, resourcesOf } from '../model/queries';
import type { Document, Resource, ResourceId } from '../model/document';
import type { KindName } from '../model/kinds';
import type { Value } from '../model/value';
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

/** A box around says it for all that stands in it, whatever these say themselves. */
export function zoneIn(document: Document, id: ResourceId): Value<string> {
  const own = document.resources.get(id);
  let found: Value<string> = '';
  for (const box of own === undefined ? [] : [own, ...ancestors(document, id)]) {
    const { zone } = box.props as { readonly zone?: Value<string> };
    if (zone !== undefined && zone !== '') found = zone;
  }
  return found;
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
    zoneOf: (of) => zoneIn(document, of),
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
