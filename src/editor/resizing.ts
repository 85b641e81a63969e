/** Resizing containers, notes and pictures by their handles; what stands in them stays where it is on the canvas. */
import { corners } from '../core/catalog/kind';
import type { Placement } from '../core/commands/placeResources';
import type { CommandCall } from '../core/commands';
import { call } from '../core/commands';
import { lengthAlong, type Axis } from '../core/layout/align';
import { iconMiddle, standsOnBorder } from '../core/layout/border';
import { isDrawnOver } from '../core/layout/drawnOver';
import { growth, padding, titleRoom } from '../core/layout/fit';
import type { Point, Resource, ResourceId } from '../core/model/document';
import { children } from '../core/model/queries';
import { around, centreOf, clamp, type Rect } from '../lib/rect';
import { landingAt } from './drop';
import type { Editor } from './editor';
import { cornerAt, endDragged } from '../core/drawing/plainLines';
import { snappingOf } from './loadedSnapping';
import { isHeldByLock } from './locking';
import { snapped } from './moving';
import type { Gesture } from './session';
import { viewOf } from './view';

/** Which handle: the sides it moves. */
export const handles = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Handle = (typeof handles)[number];

type Resizing = Extract<Gesture, { readonly doing: 'resizing' }>;

/** The rectangle when the handle has been dragged by that much; never smaller than the kind allows or its content needs. */
export function resizedBy(
  editor: Editor,
  id: ResourceId,
  handle: Handle,
  by: Point,
  free: boolean,
): Resizing {
  const boxes = viewOf(editor).standing();
  const box = boxes.get(id);
  if (box === undefined) return { doing: 'resizing', id, x: 0, y: 0, w: 0, h: 0 };
  const { catalog, store } = editor;
  const { shape } = catalog.kind(box.resource.kind);
  const corner = corners.find((each) => each === handle);
  if (shape.as === 'picture' && shape.draws === 'line' && corner !== undefined) {
    const at = cornerAt(corner, box);
    const onGrid = free ? Math.round : snapped;
    const to = { x: onGrid(box.x + at.x + by.x), y: onGrid(box.y + at.y + by.y) };
    const { rect, props } = endDragged(shape, box, corner, to);
    return { doing: 'resizing', id, ...rect, props };
  }
  const minimum = 'minSize' in shape ? shape.minSize : { w: 0, h: 0 };
  const content = around(
    children(store.document, id).flatMap((child): Rect[] => {
      const inner = boxes.get(child.id);
      return inner === undefined || standsOnBorder(catalog, child.kind, box.resource.kind) ? [] : [inner];
    }),
  );
  const snapping = free ? undefined : snappingOf(editor);
  const ground = snapping?.groundIn(editor, box.resource.parentId, new Set([id]));
  const snap = (axis: Axis, moved: 'start' | 'end', raw: number): number => {
    const whole = Math.round(raw);
    if (free) return whole;
    if (snapping === undefined || ground === undefined) return snapped(raw);
    const far = box[axis] + box[lengthAlong[axis]];
    const [from, to] = moved === 'start' ? [whole, far] : [box[axis], whole];
    const rect = { x: box.x, y: box.y, w: box.w, h: box.h, [axis]: from, [lengthAlong[axis]]: to - from };
    const shift = to <= from ? undefined : snapping.snapShift(editor, rect, axis, moved, ground);
    return shift === undefined ? snapped(raw) : whole + shift;
  };
  let [left, top, right, bottom] = [box.x, box.y, box.x + box.w, box.y + box.h];
  if (handle.includes('w'))
    left = Math.min(
      snap('x', 'start', left + by.x),
      right - minimum.w,
      content === undefined ? Infinity : content.x - padding,
    );
  if (handle.includes('e'))
    right = Math.max(
      snap('x', 'end', right + by.x),
      left + minimum.w,
      content === undefined ? -Infinity : content.x + content.w + padding,
    );
  if (handle.includes('n'))
    top = Math.min(
      snap('y', 'start', top + by.y),
      bottom - minimum.h,
      content === undefined ? Infinity : content.y - titleRoom,
    );
  if (handle.includes('s'))
    bottom = Math.max(
      snap('y', 'end', bottom + by.y),
      top + minimum.h,
      content === undefined ? -Infinity : content.y + content.h + padding,
    );
  if (shape.as === 'picture' && shape.draws === 'image' && corner !== undefined) {
    // By its corner an image keeps its proportions.
    const scale = Math.max((right - left) / box.w, (bottom - top) / box.h);
    const [w, h] = [Math.round(box.w * scale), Math.round(box.h * scale)];
    if (handle.includes('w')) left = right - w;
    else right = left + w;
    if (handle.includes('n')) top = bottom - h;
    else bottom = top + h;
  }
  const rect = { x: left, y: top, w: right - left, h: bottom - top };
  const guides =
    ground === undefined
      ? []
      : (snapping?.guidesFor(rect, ground) ?? []).filter(({ axis }) =>
          (axis === 'x' ? /[ew]/ : /[ns]/).test(handle),
        );
  return { doing: 'resizing', id, ...rect, ...(guides.length === 0 ? {} : { guides }) };
}

/** One step: what is drawn over others belongs to the innermost box that has all of it. */
function commitPicture(editor: Editor, resource: Resource, { x, y, w, h, props }: Resizing): void {
  const { catalog, store } = editor;
  const { id, kind } = resource;
  const boxes = viewOf(editor).standing();
  const rect = { x, y, w, h };
  const ground = { catalog, document: store.document, boxes };
  const landing = landingAt(ground, kind, centreOf(rect), new Set([id]), false, rect);
  const parentId = 'refusal' in landing ? resource.parentId : landing.parentId;
  const origin = boxes.get(parentId ?? '') ?? { x: 0, y: 0 };
  store.apply({
    title,
    commands: [
      call('moveResources', { moves: [{ id, parentId, x: x - origin.x, y: y - origin.y }] }),
      call('placeResources', { places: { [id]: { w, h } } }),
      ...(props === undefined ? [] : [call('setProps', { id, props })]),
    ],
  });
}

const title = { en: 'Resize', ja: 'サイズの変更' };

/** One step: the new size, and the content's places relative to it. */
export function commitResize(editor: Editor, resizing: Resizing): void {
  const { id, x, y, w, h } = resizing;
  const { catalog, store } = editor;
  const { document } = store;
  const resource = document.resources.get(id);
  const box = viewOf(editor).standing().get(id);
  if (resource === undefined || box === undefined) return;
  const dx = x - box.x;
  const dy = y - box.y;
  if (dx === 0 && dy === 0 && w === box.w && h === box.h && resizing.props === undefined) return;
  if (isDrawnOver(catalog, resource.kind)) {
    commitPicture(editor, resource, resizing);
    return;
  }
  const place = { x: resource.x + dx, y: resource.y + dy, w, h };
  const places: Record<ResourceId, Partial<Placement>> = { [id]: place };
  for (const child of children(document, id)) {
    const next = { x: child.x - dx, y: child.y - dy };
    if (standsOnBorder(catalog, child.kind, resource.kind))
      Object.assign(next, onSameSide(child, resource, { dx, dy, w, h }));
    if (next.x !== child.x || next.y !== child.y) places[child.id] = next;
  }
  const commands: CommandCall[] = [call('placeResources', { places })];
  const grown = growth(
    catalog,
    document,
    new Map([[id, { ...place, kind: resource.kind, parentId: resource.parentId }]]),
  );
  if (isHeldByLock(editor, grown)) return;
  if (grown.size > 0) commands.push(call('placeResources', { places: Object.fromEntries(grown) }));
  store.apply({ title, commands });
}

/** What stands on the border goes along with the side it stands on, and is pushed along that where it gets too short. */
function onSameSide(
  child: Rect,
  before: { readonly w: number; readonly h: number },
  { dx, dy, w, h }: { readonly dx: number; readonly dy: number; readonly w: number; readonly h: number },
): Point {
  const middle = { x: child.x + child.w / 2, y: child.y + iconMiddle };
  const side = (at: number, length: number, now: number): number | undefined =>
    Math.abs(at) < 2 ? 0 : Math.abs(at - length) < 2 ? now : undefined;
  const [x, y] = [side(middle.x, before.w, w), side(middle.y, before.h, h)];
  return {
    x: (x ?? clamp(middle.x - dx, 0, w)) - child.w / 2,
    y: (y ?? clamp(middle.y - dy, 0, h)) - iconMiddle,
  };
}
