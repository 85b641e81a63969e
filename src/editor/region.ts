/**
 * The part of the canvas that is made ready to be seen: what is on the screen with some room around it. It stays the same
 * while one pans or zooms within it, so that things are mounted in batches and not at every step.
 */
import { grown, type Rect } from '../lib/rect';

export interface Region {
  readonly rect: Rect;
  /** At which it was made ready: what is drawn as pixels is sharp at this one. */
  readonly zoom: number;
}

/** How much nearer or farther one may go before a region serves no longer. */
const mostNearer = 1.6;

/** Half as much again on every side. */
export function regionAround(view: Rect, zoom: number): Region {
  return { rect: grown(view, Math.min(view.w, view.h) / 2), zoom };
}

/** Whether a region still serves a view; once that is at rest only with the zoom it was made for. */
export function serves({ rect, zoom: made }: Region, view: Rect, zoom: number, isAtRest: boolean): boolean {
  const ratio = zoom / made;
  return (
    (isAtRest ? ratio === 1 : ratio < mostNearer && ratio > 1 / mostNearer) &&
    view.x >= rect.x &&
    view.y >= rect.y &&
    view.x + view.w <= rect.x + rect.w &&
    view.y + view.h <= rect.y + rect.h
  );
}
