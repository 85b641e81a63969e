import type { Catalog } from '../catalog/catalog';
import type { KindName } from '../model/kinds';

/**
 * Whether what is of a kind lies over or under its neighbours: it makes them no room, and nobody makes room for it. Where it
 * stands is for people to say, and no layout moves it.
 */
export function isDrawnOver(catalog: Catalog, kind: KindName): boolean {
  return catalog.kind(kind).shape.as === 'picture';
}
