/** Where pasted resources come to stand: as before, around the pointer, or in what is selected. */
import { iconMiddle, onBorder, standsOnBorder } from '../core/layout/border';
import { asShown, isCollapsed } from '../core/layout/collapsed';
import { isDrawnOver } from '../core/layout/drawnOver';
import { pulledIn, type Placed } from '../core/layout/fit';
import type { Point, Resource, ResourceId } from '../core/model/document';
import type { KindName } from '../core/model/kinds';
import { ancestors } from '../core/model/queries';
import { around, centreOf, overlaps, type Rect } from '../lib/rect';
import { carriers } from './carrying';
import type { Copied, NewPlace } from './clipboard';
import { keptInFrames, kindsWith, type Places } from './copiedFrames';
import { landingAt } from './drop';
import type { Editor } from './editor';
import { homeAtSelection, homeFrom, mayStandIn, placeInside } from './inside';
import { snapped } from './moving';
import { freeSpot } from './place';
import { boxesIn } from './siblings';
import { viewOf, viewRect } from './view';

/** What was on a clipboard. */
export interface Clip {
  readonly copied: Copied;
  readonly homes: ReadonlyMap<ResourceId, ResourceId | null>;
}

/** Where each stood, when its container still is there and may hold it. */
export function placesAsBefore(editor: Editor, { copied, homes }: Clip): Places {
  const { document } = editor.store;
  const boxes = viewOf(editor).standing();
  return (id) => {
    const resource = copied.resources.find((each) => each.id === id);
    const home = homes.get(id) ?? null;
    const box = home === null ? undefined : boxes.get(home);
    if (resource === undefined) return undefined;
    const parent = home === null ? undefined : document.resources.get(home);
    if (mayStandIn(editor, resource.kind, parent?.kind))
      return { parentId: parent?.id ?? null, x: resource.x - (box?.x ?? 0), y: resource.y - (box?.y ?? 0) };
    return placeNear(editor, resource, centreOf({ ...resource }));
  };
}

/**
 * Around the pointer, or the middle of the view when it is elsewhere; each into the container under it that may hold it, and
 * a frame into one that may hold what it carries as well.
 */
export function placesAtPointer(editor: Editor, clip: Clip): Places {
  const stood = stoodBefore(editor, clip);
  const bounds = around([...stood.values()]);
  const at = viewOf(editor).pointer ?? centreOf(viewRect(editor));
  if (bounds === undefined) return () => undefined;
  const isAlone = stood.size === 1;
  const middle = isAlone
    ? { x: bounds.x + bounds.w / 2, y: bounds.y + Math.min(bounds.h / 2, iconMiddle) }
    : centreOf(bounds);
  const [dx, dy] = [at.x - middle.x, at.y - middle.y];
  const carried = carriers(editor.catalog, stood, [...stood.keys()]);
  const near: Places = (id) => {
    const box = stood.get(id);
    if (box === undefined) return undefined;
    const moved = { ...box.resource, w: box.w, h: box.h, x: box.x + dx, y: box.y + dy };
    const point = isAlone ? at : { x: moved.x + moved.w / 2, y: moved.y + Math.min(iconMiddle, moved.h / 2) };
    const together = placeNear(editor, moved, point, kindsWith(id, stood, carried));
    return together ?? placeNear(editor, moved, point);
  };
  return keptInFrames(editor, near, stood, carried);
}

/**
 * For those who work without a pointer: into what is selected, or the nearest box around it that may hold it. What has no
 * place there goes where the view is.
 */
export function placesAtSelection(editor: Editor, clip: Clip): Places {
  const atPointer = placesAtPointer(editor, clip);
  const stood = stoodBefore(editor, clip);
  const carried = carriers(editor.catalog, stood, [...stood.keys()]);
  const taken: Rect[] = [];
  const inside: Places = (id) => {
    const resource = stood.get(id)?.resource;
    if (resource === undefined) return undefined;
    const together = homeAtSelection(editor, kindsWith(id, stood, carried));
    const home = together === undefined ? homeAtSelection(editor, [resource.kind]) : together;
    if (home === undefined) return atPointer(id);
    return { parentId: home, ...placeInside(editor, resource, home, taken) };
  };
  return keptInFrames(editor, inside, stood, carried);
}

/** Where each that was copied by itself stood on the canvas, and in what. */
function stoodBefore(
  editor: Editor,
  { copied, homes }: Clip,
): ReadonlyMap<ResourceId, Rect & { readonly resource: Resource }> {
  const tops = copied.resources.filter(({ parentId }) => parentId === null);
  return new Map(
    tops.map((resource) => {
      const { x, y, w, h } = asShown(editor.catalog, resource);
      const parentId = homes.get(resource.id) ?? null;
      return [resource.id, { x, y, w, h, resource: { ...resource, parentId } }];
    }),
  );
}

/**
 * Into what is at the point, else into what the selection stands in, else into the first container that may hold it. `kinds`:
 * of all that comes with it.
 */
function placeNear(
  editor: Editor,
  resource: { readonly kind: Copied['resources'][number]['kind'] } & Placed,
  point: Point,
  kinds: readonly KindName[] = [resource.kind],
): NewPlace | undefined {
  const { catalog, store, session } = editor;
  const { document } = store;
  const boxes = viewOf(editor).standing();
  const landing = landingAt({ catalog, document, boxes }, resource.kind, point, new Set());
  let parentId = 'refusal' in landing ? undefined : landing.parentId;
  if (parentId !== undefined && kinds.length > 1) parentId = homeFrom(editor, kinds, parentId);
  if (parentId === undefined) {
    const enclosing = [...session.getState().selection].flatMap((id) => {
      const own = document.resources.get(id);
      return own === undefined ? [] : [own, ...ancestors(document, id)];
    });
    const isHome = (each: Resource): boolean =>
      kinds.every((kind) => mayStandIn(editor, kind, each.kind)) &&
      boxes.has(each.id) &&
      !isCollapsed(catalog, each);
    const home = enclosing.find(isHome) ?? [...boxes.values()].find((box) => isHome(box.resource))?.resource;
    if (home === undefined) return undefined;
    parentId = home.id;
  }
  const parent = parentId === null ? undefined : boxes.get(parentId);
  const place = {
    w: resource.w,
    h: resource.h,
    x: snapped(resource.x - (parent?.x ?? 0)),
    y: snapped(resource.y - (parent?.y ?? 0)),
  };
  if (parent === undefined) return { parentId, ...besideLocked(editor, parentId, place) };
  if (standsOnBorder(catalog, resource.kind, parent.resource.kind)) {
    const corner = onBorder(parent, resource, point);
    return { parentId, x: corner.x - parent.x, y: corner.y - parent.y };
  }
  return { parentId, ...besideLocked(editor, parentId, pulledIn(parent, place)) };
}

/** The place, or one beside what is locked there: that is not covered. */
function besideLocked(editor: Editor, parentId: ResourceId | null, place: Rect): Point {
  const boxes = viewOf(editor).standing();
  const origin = (parentId === null ? undefined : boxes.get(parentId)) ?? { x: 0, y: 0 };
  const rect = { ...place, x: origin.x + place.x, y: origin.y + place.y };
  const isCovering = boxesIn(boxes, parentId).some(
    (box) =>
      box.resource.locked === true && !isDrawnOver(editor.catalog, box.resource.kind) && overlaps(box, rect),
  );
  const spot = isCovering ? freeSpot(editor, parentId, rect) : rect;
  return { x: spot.x - origin.x, y: spot.y - origin.y };
}
