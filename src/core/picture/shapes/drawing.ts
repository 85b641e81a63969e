/** What those who draw a resource are given, and what they give back. */
import type { Catalog } from '../../catalog/catalog';
import type { Box as Standing } from '../../drawing/boxes';
import type { Looks } from '../../drawing/looks';
import type { Document } from '../../model/document';
import type { Words } from '../../../lib/words';
import type { Part } from '../picture';

export interface DrawingOf {
  readonly catalog: Catalog;
  readonly document: Document;
  readonly looks: Looks;
  readonly say: (words: Words) => string;
}

/** Draws one resource where it stands. */
export type Drawer = (standing: Standing, drawing: DrawingOf) => readonly Part[];

/** The name that is shown: without one of its own, that of the kind. */
export function shownName({ resource }: Standing, { catalog, say }: DrawingOf): string {
  return resource.name.trim() === '' ? say(catalog.kind(resource.kind).label) : resource.name;
}
