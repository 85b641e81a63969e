/** What would change around a thing if it were let go now: where its neighbours would go, and how boxes would grow. */
import { placesAfter } from '../core/layout/makeRoom';
import type { Placed } from '../core/layout/fit';
import type { ResourceId } from '../core/model/document';
import type { Rect } from '../lib/rect';
import type { Editor } from './editor';
import { roomFor } from './loadedRoom';
import { isLocked } from './locking';
import { placeOfNew } from './place';
import type { Gesture } from './session';
import { viewOf } from './view';

export type Dropping = Extract<Gesture, { readonly doing: 'moving' | 'placing' }>;

export interface DropGhost {
  readonly id: ResourceId;
  readonly name: string;
  /** Where it would be, on the canvas in px. */
  readonly rect: Rect;
  /** A box that becomes larger; all others only go aside. */
  readonly grows: boolean;
}

/** Of what is dragged itself, nothing. Empty where it would be refused, or where what is locked would have to make room. */
export function dropGhosts(editor: Editor, gesture: Dropping): readonly DropGhost[] {
  const { catalog, store } = editor;
  const { document } = store;
  const places = placesOf(editor, gesture);
  if (places.size === 0) return [];
  const changes = roomFor(editor, places);
  const after = placesAfter(catalog, document, places, changes);
  const boxes = viewOf(editor).standing();
  const corner = (id: ResourceId): { readonly x: number; readonly y: number } => {
    const own = after.get(id);
    if (own === undefined) return boxes.get(id) ?? { x: 0, y: 0 };
    const around = own.parentId === null ? { x: 0, y: 0 } : corner(own.parentId);
    return { x: around.x + own.x, y: around.y + own.y };
  };
  const ghosts: DropGhost[] = [];
  for (const id of changes.keys()) {
    const [was, now] = [boxes.get(id), after.get(id)];
    if (isLocked(document, id)) return [];
    if (was === undefined || now === undefined || places.has(id)) continue;
    const rect = { ...corner(id), w: now.w, h: now.h };
    const grows = rect.w !== was.w || rect.h !== was.h;
    if (grows || rect.x !== was.x || rect.y !== was.y)
      ghosts.push({ id, name: was.resource.name, rect, grows });
  }
  return ghosts;
}

/** Where a release would put what is dragged. Copies are new, whatever they are called then. */
function placesOf(editor: Editor, gesture: Dropping): ReadonlyMap<ResourceId, Placed> {
  const { target } = gesture;
  if (target === undefined) return new Map();
  if (gesture.doing === 'moving')
    return gesture.copying
      ? new Map([...gesture.places].map(([id, place]) => [`copy of ${id}`, place]))
      : gesture.places;
  const { kind, ghost, drawnFrom } = gesture;
  if (drawnFrom !== undefined) return new Map();
  const { place, isAmongOthers } = placeOfNew(editor, kind, target, ghost, { isPointedAt: true });
  return isAmongOthers ? new Map([[`new ${kind}`, place]]) : new Map();
}
