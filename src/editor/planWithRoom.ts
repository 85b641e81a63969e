/** A plan with the growing of containers that what it adds and moves asks for. */
import { call } from '../core/commands';
import { asShown } from '../core/layout/collapsed';
import type { Placed } from '../core/layout/fit';
import type { ResourceId } from '../core/model/document';
import { documentAfter, type Plan } from '../core/plans/plan';
import { takesRoom } from '../core/drawing/boxes';
import type { Editor } from './editor';
import { roomFor } from './loadedRoom';
import { isHeldByLock } from './locking';

/** Throws when the plan does not fit the document; undefined, and told, where a lock holds what it asks for. */
export function planWithRoom(editor: Editor, plan: Plan): Plan | undefined {
  const grown = growthFor(editor, plan);
  return isHeldByLock(editor, grown) ? undefined : withGrowth(plan, grown);
}

/** The same for looking at it only: nothing is told, and locks hold nothing. Throws when the plan does not fit the document. */
export function planAsSeen(editor: Editor, plan: Plan): Plan {
  return withGrowth(plan, growthFor(editor, plan));
}

type Growth = ReturnType<typeof roomFor>;

function growthFor(editor: Editor, plan: Plan): Growth {
  const { catalog, store } = editor;
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
  return roomFor(editor, places);
}

function withGrowth(plan: Plan, grown: Growth): Plan {
  if (grown.size === 0) return plan;
  return {
    ...plan,
    commands: [...plan.commands, call('placeResources', { places: Object.fromEntries(grown) })],
  };
}
