import type { Catalog } from '../catalog/catalog';
import type { Document, ResourceId } from '../model/document';
import type { Fact } from './facts';
import { factsOf } from './network';

export type FactsBy = ReadonlyMap<ResourceId, readonly Fact[]>;

/** The facts of a document by who states them. */
export function factsBy(catalog: Catalog, document: Document): FactsBy {
  let found = remembered.get(document);
  if (found === undefined) {
    const made = new Map<ResourceId, Fact[]>();
    for (const fact of factsOf(catalog, document)) {
      const own = made.get(fact.by);
      if (own === undefined) made.set(fact.by, [fact]);
      else own.push(fact);
    }
    remembered.set(document, (found = made));
  }
  return found;
}

/** Documents never change, and each is asked of many times. */
const remembered = new WeakMap<Document, FactsBy>();
