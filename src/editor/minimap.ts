/** Where the minimap shows what, and where its pointer leads. */
import { around, grown, type Point, type Rect } from '../lib/rect';
import type { Editor } from './editor';
import type { Viewport } from './session';
import { viewOf } from './view';

/** In px of the screen. */
export const minimapSize = { w: 168, h: 112 };

export interface MinimapScale {
  /** The canvas point that is at the map's upper left corner. */
  readonly x: number;
  readonly y: number;
  /** px of the map for one of the canvas. */
  readonly by: number;
}

/**
 * Shows all that stands somewhere and, wherever one has gone, the view; with the scale before as long as that does so without
 * being much too small, since the map is drawn again for another one.
 */
export function minimapScale(content: Rect | undefined, view: Rect, before?: MinimapScale): MinimapScale {
  const tight = tightScale(content, view);
  if (before === undefined) return tight;
  const fits = [view, ...(content === undefined ? [] : [content])].every((rect) => isOnMap(before, rect));
  if (fits && tight.by < before.by * mostTooSmall) return before;
  return fits ? tight : tightScale(content, grown(view, Math.max(view.w, view.h) * 0.3));
}

const mostTooSmall = 1.6;

function isOnMap(scale: MinimapScale, rect: Rect): boolean {
  const { x, y, w, h } = onMinimap(scale, rect);
  return x >= 0 && y >= 0 && x + w <= minimapSize.w && y + h <= minimapSize.h;
}

function tightScale(content: Rect | undefined, view: Rect): MinimapScale {
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

/** What all that stands somewhere takes. */
export function contentOf(editor: Editor): Rect | undefined {
  return around(viewOf(editor).standing().values());
}
