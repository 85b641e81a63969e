/** Loads what draws arrows, once the diagram stands: routing them is a good part of the editor, and until it is there none are drawn. */
import type { Catalog } from '../core/catalog/catalog';
import type { RouteOffice } from '../core/drawing/routesElsewhere';
import type { DrawnArrows } from './drawnArrows';

interface Drawing {
  createDrawnArrows(catalog: Catalog): DrawnArrows;
}

let loaded: Drawing | undefined;

/** `office`: opens one for an editor, where the arrows of large diagrams are to be routed elsewhere. */
export async function loadArrows(office?: () => RouteOffice): Promise<void> {
  const { createDrawnArrows } = await import('./drawnArrows');
  loaded ??= { createDrawnArrows: (catalog) => createDrawnArrows(catalog, office?.()) };
}

export function loadedArrows(): Drawing | undefined {
  return loaded;
}
