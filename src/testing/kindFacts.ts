import type { Catalog } from '../core/catalog/catalog';
import { fromSketch } from '../core/catalog/fromSketch';
import { surroundingsOf } from '../core/catalog/surroundings';
import type { Look } from '../core/catalog/kind';
import type { Document } from '../core/model/document';
import type { Box } from '../core/model/sketch';
import { sketch } from '../core/model/sketch';
import type { Fact } from '../core/network/facts';

/** Boxes as a document. */
export function drawn(catalog: Catalog, ...boxes: readonly Box[]): Document {
  return fromSketch(catalog, sketch(...boxes));
}

/** What one resource of a document says of itself to the engine. */
export function factsFrom(catalog: Catalog, document: Document, id: string): readonly Fact[] {
  const { resource, kind, around } = inDocument(catalog, document, id);
  return [...(kind.facts?.(resource, around) ?? [])];
}

/** What a resource that has just been put there would start with. */
export function proposedFor(
  catalog: Catalog,
  document: Document,
  id: string,
): Readonly<Record<string, unknown>> {
  const { resource, kind, around } = inDocument(catalog, document, id);
  return kind.propose?.(resource, around) ?? {};
}

/** How one resource of a document looks. */
export function lookOf(catalog: Catalog, document: Document, id: string): Look {
  const { resource, kind, around } = inDocument(catalog, document, id);
  return kind.look?.(resource, around) ?? {};
}

function inDocument(catalog: Catalog, document: Document, id: string) {
  const resource = document.resources.get(id);
  if (resource === undefined) throw new Error(`nothing is named ${id}`);
  return { resource, kind: catalog.kind(resource.kind), around: surroundingsOf(document, id) };
}
