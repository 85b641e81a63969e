/** Where things stand that are put into a container without a pointer: moved or pasted there by name. */
import { iconMiddle, onBorder, standsOnBorder } from '../core/layout/border';
import { padding, titleRoom } from '../core/layout/fit';
import type { Point, Resource, ResourceId } from '../core/model/document';
import { ancestors } from '../core/model/queries';
import type { KindName } from '../core/model/kinds';
import { centreOf, type Rect } from '../lib/rect';
import type { Editor } from './editor';
import { snapped } from './moving';
import { freeSpot } from './place';
import { viewOf, viewRect } from './view';

export function mayStandIn({ catalog }: Editor, kind: KindName, parent: KindName | undefined): boolean {
  return catalog.kind(kind).parents.some((each) => each === (parent ?? 'canvas'));
}

/**
 * A place in the container, or on the canvas (null), that nothing else takes: the upper left corner in px, relative to the
 * container. `taken` gathers, in canvas px, what was given to those put there before it in the same step.
 */
export function placeInside(
  editor: Editor,
  { kind, w, h }: Pick<Resource, 'kind' | 'w' | 'h'>,
  parentId: ResourceId | null,
  taken: Rect[],
): Point {
  // Chips and shields take no room of their own.
  if (w === 0 || h === 0) return { x: 0, y: 0 };
  const parent = parentId === null ? undefined : viewOf(editor).standing().get(parentId);
  const middle = centreOf(parent ?? viewRect(editor));
  const [last] = taken.slice(-1);
  if (parent !== undefined && standsOnBorder(editor.catalog, kind, parent.resource.kind)) {
    const x = last === undefined ? middle.x : last.x + last.w * 1.5;
    const corner = onBorder(parent, { w, h }, { x, y: parent.y + iconMiddle });
    taken.push({ ...corner, w, h });
    return { x: corner.x - parent.x, y: corner.y - parent.y };
  }
  const wanted =
    parent === undefined
      ? { x: snapped(middle.x - w / 2), y: snapped(middle.y - h / 2) }
      : { x: parent.x + padding, y: parent.y + titleRoom };
  const spot = freeSpot(editor, parentId, { ...wanted, w, h }, taken);
  taken.push(spot);
  return { x: spot.x - (parent?.x ?? 0), y: spot.y - (parent?.y ?? 0) };
}

/** The selected thing that may hold all of these kinds, else the nearest box around it that may; undefined where there is none. */
export function homeAtSelection(editor: Editor, kinds: readonly KindName[]): ResourceId | null | undefined {
  for (const id of editor.session.getState().selection) {
    if (!editor.store.document.resources.has(id)) continue;
    const home = homeFrom(editor, kinds, id);
    if (home !== undefined) return home;
  }
  return undefined;
}

/** The container, or the nearest around it, that may hold all of these kinds; null: the canvas. Undefined where none may. */
export function homeFrom(
  editor: Editor,
  kinds: readonly KindName[],
  id: ResourceId | null,
): ResourceId | null | undefined {
  const { document } = editor.store;
  const own = id === null ? undefined : document.resources.get(id);
  const boxes = own === undefined ? [] : [own, ...ancestors(document, own.id)];
  const mayHoldAll = (parent: KindName | undefined): boolean =>
    kinds.every((kind) => mayStandIn(editor, kind, parent));
  return boxes.find((box) => mayHoldAll(box.kind))?.id ?? (mayHoldAll(undefined) ? null : undefined);
}
