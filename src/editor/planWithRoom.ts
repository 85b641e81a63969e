/** A plan with the growing of containers that what it adds and moves asks for. */
import { call } from '../core/commands';
import { asShown } from '../core/layout/collapsed';
import { growth, type Placed } from '../core/layout/fit';
import type { ResourceId } from '../core/model/document';
import { documentAfter, type Plan } from '../core/plans/plan';
import { takesRoom } from '../core/drawing/boxes';
import type { Editor } from './editor';

/** Throws when the plan does not fit the document. */
export function planWithRoom({ catalog, store }: Pick<Editor, 'catalog' | 'store'>, plan: Plan): Plan {
  const { document } = store;
  const after = documentAfter({ catalog }, document, plan);
  const places = new Map<ResourceId, Placed>();
  for (const [id, resource] of after.resources) {
    const was = document.resources.get(id);
    if (was === resource || !takesRoom(catalog, resource)) continue;
    const isPlaced =
      was?.x === resource.x &&
      was.y === resource.y &&
      was.w === resource.w &&
      was.h === resource.h &&
      was.parentId === resource.parentId;
    if (!isPlaced) places.set(id, asShown(catalog, resource));
  }
  const grown = growth(catalog, document, places);
  if (grown.size === 0) return plan;
  return {
    ...plan,
    commands: [...plan.commands, call('placeResources', { places: Object.fromEntries(grown) })],
  };
}
