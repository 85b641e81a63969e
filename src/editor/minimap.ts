/** Where the minimap shows what, and where its pointer leads. */
import { around, grown, type Point, type Rect } from '../lib/rect';
import type { Editor } from './editor';
import type { Viewport } from './session';
import { viewOf, viewRect } from './view';

/** In px of the screen. */
export const minimapSize = { w: 168, h: 112 };

export interface MinimapScale {
  /** The canvas point that is at the map's upper left corner. */
  readonly x: number;
  readonly y: number;
  /** px of the map for one of the canvas. */
  readonly by: number;
}

/** Shows all that stands somewhere and, wherever one has gone, the view. */
export function minimapScale(boxes: Iterable<Rect>, view: Rect): MinimapScale {
  const content = around(boxes);
  const whole = around(content === undefined ? [view] : [grown(content, margin(content)), view]) ?? view;
  const by = Math.min(minimapSize.w / Math.max(1, whole.w), minimapSize.h / Math.max(1, whole.h));
  return {
    x: whole.x - (minimapSize.w / by - whole.w) / 2,
    y: whole.y - (minimapSize.h / by - whole.h) / 2,
    by,
  };
}

function margin({ w, h }: Rect): number {
  return Math.max(w, h) * 0.05;
}

export function onMinimap({ x, y, by }: MinimapScale, rect: Rect): Rect {
  return { x: (rect.x - x) * by, y: (rect.y - y) * by, w: rect.w * by, h: rect.h * by };
}

/** The view with what is at that point of the map in its middle. */
export function viewFromMinimap(editor: Editor, { x, y, by }: MinimapScale, at: Point): Viewport {
  const { zoom } = editor.session.getState().viewport;
  const { w, h } = viewOf(editor).size;
  return { x: w / 2 - (x + at.x / by) * zoom, y: h / 2 - (y + at.y / by) * zoom, zoom };
}

export function scaleNow(editor: Editor): MinimapScale {
  return minimapScale(viewOf(editor).standing().values(), viewRect(editor));
}
