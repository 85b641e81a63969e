/** Moving the view: zooming around a point, fitting things into it, bringing one thing into sight. */
import { hiddenIn } from '../core/layout/collapsed';
import type { Point } from '../core/model/document';
import { around, clamp, type Rect } from '../lib/rect';
import type { Editor } from './editor';
import type { Viewport } from './session';
import { viewOf, viewRect } from './view';

export const zoomLimits = { min: 0.05, max: 4 };
/** Room left around what is fitted, in px of the screen. */
const margin = 48;

/** Zooms so that what is at `anchor` (px of the screen; the middle by default) stays there. */
export function zoomTo(editor: Editor, wanted: number, anchor?: Point): void {
  const { size } = viewOf(editor);
  const { x, y } = anchor ?? { x: size.w / 2, y: size.h / 2 };
  editor.session.setState(({ viewport }) => {
    const zoom = clamp(wanted, zoomLimits.min, zoomLimits.max);
    const ratio = zoom / viewport.zoom;
    return { viewport: { x: x - (x - viewport.x) * ratio, y: y - (y - viewport.y) * ratio, zoom } };
  });
}

/** The view after two fingers have moved (px of the screen): what was under their middle is under their new one. */
export function viewBetween(
  { x, y, zoom }: Viewport,
  before: readonly [Point, Point],
  after: readonly [Point, Point],
): Viewport {
  const far = ([a, b]: readonly [Point, Point]): number => Math.max(1, Math.hypot(a.x - b.x, a.y - b.y));
  const middle = ([a, b]: readonly [Point, Point]): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  const next = clamp((zoom * far(after)) / far(before), zoomLimits.min, zoomLimits.max);
  const [from, to] = [middle(before), middle(after)];
  const ratio = next / zoom;
  return { x: to.x - (from.x - x) * ratio, y: to.y - (from.y - y) * ratio, zoom: next };
}

/** Shows a rectangle of the canvas as large as it fits, but not larger than `most`; `covered`: at the sides, in px of the screen. */
export function showRect(editor: Editor, rect: Rect, most = 1, covered = { left: 0, bottom: 0 }): void {
  const { size } = viewOf(editor);
  const [w, h] = [size.w - covered.left, size.h - covered.bottom];
  const zoom = clamp(
    Math.min((w - 2 * margin) / Math.max(1, rect.w), (h - 2 * margin) / Math.max(1, rect.h), most),
    zoomLimits.min,
    zoomLimits.max,
  );
  editor.session.setState({
    viewport: {
      x: Math.round(covered.left + w / 2 - (rect.x + rect.w / 2) * zoom),
      y: Math.round(h / 2 - (rect.y + rect.h / 2) * zoom),
      zoom,
    },
  });
}

export function fitAll(editor: Editor): void {
  const rect = around(viewOf(editor).standing().values());
  if (rect === undefined) editor.session.setState({ viewport: { x: 0, y: 0, zoom: 1 } });
  else showRect(editor, rect);
}

/** The boxes of resources (or of the chip that they are out of sight in), of what chips hang on, and of the ends of flows. */
export function boxesFor(editor: Editor, ids: Iterable<string>): Rect[] {
  const view = viewOf(editor);
  const boxes = view.standing();
  const { flows, resources } = editor.store.document;
  const hidden = hiddenIn(editor.catalog, resources);
  const boxOf = (id: string): Rect | undefined => boxes.get(hidden.get(id) ?? id);
  return [...ids].flatMap((id): Rect[] => {
    const own = boxOf(id);
    if (own !== undefined) return [own];
    const flow = flows.get(id);
    const others = flow === undefined ? view.looks().hosts(id) : [flow.from, flow.to];
    return others.flatMap((other) => boxOf(other) ?? []);
  });
}

/** Moves the view by as little as brings the thing into it; leaves it alone where it is in sight already. */
export function bringIntoView(editor: Editor, ids: Iterable<string>): void {
  const rect = around(boxesFor(editor, ids));
  if (rect === undefined) return;
  const view = viewRect(editor);
  const { zoom } = editor.session.getState().viewport;
  const room = margin / zoom;
  if (rect.w > view.w || rect.h > view.h) {
    // Of what is larger than the view its title does: nobody asked for another zoom.
    const title = { x: rect.x, y: rect.y, w: Math.min(rect.w, 200), h: Math.min(rect.h, 40) };
    if (!isIn(title, view, 0)) shiftInto(editor, title, view, room);
    return;
  }
  if (isIn(rect, view, Math.min(room, (view.w - rect.w) / 2, (view.h - rect.h) / 2))) return;
  shiftInto(editor, rect, view, room);
}

function shiftInto(editor: Editor, rect: Rect, view: Rect, room: number): void {
  const { viewport } = editor.session.getState();
  editor.session.setState({ viewport: shifted(viewport, rect, view, room) });
}

function shifted(viewport: Viewport, rect: Rect, view: Rect, room: number): Viewport {
  return {
    ...viewport,
    x: viewport.x + shiftOf(rect.x, rect.w, view.x, view.w, room) * viewport.zoom,
    y: viewport.y + shiftOf(rect.y, rect.h, view.y, view.h, room) * viewport.zoom,
  };
}

/** Less room is left beside what the click that selected it would otherwise move under the pointer. */
const nearMargin = 16;

/** The view that shows the things when they are cut off by its edge; undefined where they can be seen, or are too large. */
export function viewShowing(editor: Editor, ids: Iterable<string>): Viewport | undefined {
  const rect = around(boxesFor(editor, ids));
  const view = viewRect(editor);
  if (rect === undefined || rect.w > view.w || rect.h > view.h || isIn(rect, view, 0)) return undefined;
  const { viewport } = editor.session.getState();
  // The tools float over the left edge and the zoom over the lower one.
  const floating = Math.min(48 / viewport.zoom, view.w / 4, view.h / 4);
  const free = { x: view.x + floating, y: view.y, w: view.w - floating, h: view.h - floating };
  return shifted(viewport, rect, free, nearMargin / viewport.zoom);
}

function isIn(rect: Rect, view: Rect, room: number): boolean {
  return (
    rect.x >= view.x + room &&
    rect.y >= view.y + room &&
    rect.x + rect.w <= view.x + view.w - room &&
    rect.y + rect.h <= view.y + view.h - room
  );
}

/** By how much the view's content has to shift so that a stretch of it is inside, with some room where there is any. */
function shiftOf(start: number, length: number, viewStart: number, viewLength: number, room: number): number {
  const gap = Math.min(room, (viewLength - length) / 2);
  if (start < viewStart + gap) return viewStart + gap - start;
  const over = start + length - (viewStart + viewLength - gap);
  return over > 0 ? -over : 0;
}
