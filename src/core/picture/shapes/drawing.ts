/** What those who draw a resource are given, and what they give back. */
import type { Catalog } from '../../catalog/catalog';
import type { Box as Standing } from '../../drawing/boxes';
import type { Looks } from '../../drawing/looks';
import type { Document, ResourceId } from '../../model/document';
import type { Words } from '../../../lib/words';
import type { Part } from '../picture';

export interface DrawingOf {
  readonly catalog: Catalog;
  readonly document: Document;
  readonly looks: Looks;
  readonly say: (words: Words) => string;
  /** Takes what hangs on others out of their parts, to be drawn apart; absent where it is drawn with them. */
  readonly apart?: (id: ResourceId, parts: readonly Part[]) => void;
}

/** What hangs on the one that is drawn, as far as it is drawn with it. */
export function hangingParts(id: ResourceId, parts: Part[], { apart }: DrawingOf): Part[] {
  if (apart === undefined) return parts;
  apart(id, parts);
  return [];
}

/** Draws one resource where it stands. */
export type Drawer = (standing: Standing, drawing: DrawingOf) => readonly Part[];

/** The name that is shown: without one of its own, that of the kind. */
export function shownName({ resource }: Standing, { catalog, say }: DrawingOf): string {
  return resource.name.trim() === '' ? say(catalog.kind(resource.kind).label) : resource.name;
}
