/** Loads what makes room for new resources, once the diagram stands: nobody puts anything anywhere before. */
import type { Placement } from '../core/commands/placeResources';
import { growth, type Placed } from '../core/layout/fit';
import type { ResourceId } from '../core/model/document';
import type { Editor } from './editor';

type Making = typeof import('../core/layout/makeRoom');
let loaded: Making | undefined;

export async function loadRoom(): Promise<void> {
  loaded ??= await import('../core/layout/makeRoom');
}

/** What else has to change when these come about; until the rest is there, containers only grow. */
export function roomFor(
  { catalog, store }: Pick<Editor, 'catalog' | 'store'>,
  places: ReadonlyMap<ResourceId, Placed>,
): Map<ResourceId, Partial<Placement>> {
  return (loaded?.roomFor ?? growth)(catalog, store.document, places);
}

export function canMakeRoom(): boolean {
  return loaded !== undefined;
}
