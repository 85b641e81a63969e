/** What of the canvas is in view: rectangles of the form of the screen, and the way from one to the next. */
import type { Rect } from '../lib/rect';

interface Size {
  readonly w: number;
  readonly h: number;
}

/** No more than so many px of the screen for one of the canvas: one icon alone is not as large as a hand. */
const nearest = 2;

/** What is free around it, in px of the screen. */
const air = 12;

/** The rectangle of the screen's form that has all of `view` in its middle. */
export function framed(view: Rect, screen: Size): Rect {
  const [width, height] = [Math.max(1, view.w), Math.max(1, view.h)];
  const scale = Math.min(
    nearest,
    Math.max(1, screen.w - 2 * air) / width,
    Math.max(1, screen.h - 2 * air) / height,
  );
  const [w, h] = [Math.max(1, screen.w) / scale, Math.max(1, screen.h) / scale];
  return { x: view.x + view.w / 2 - w / 2, y: view.y + view.h / 2 - h / 2, w, h };
}

/**
 * Between two of the same form. The size changes by the same factor in the same time, and what is in the middle moves with it,
 * which looks even to the eye where steps of the same length do not.
 */
export function between(from: Rect, to: Rect, share: number): Rect {
  if (share <= 0) return from;
  if (share >= 1) return to;
  const ease = share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2;
  const by = to.w / from.w;
  const w = from.w * by ** ease;
  const part = Math.abs(by - 1) < 1e-4 ? ease : (w - from.w) / (to.w - from.w);
  const h = from.h * (to.h / from.h) ** ease;
  const x = from.x + from.w / 2 + (to.x + to.w / 2 - from.x - from.w / 2) * part;
  const y = from.y + from.h / 2 + (to.y + to.h / 2 - from.y - from.h / 2) * part;
  return { x: x - w / 2, y: y - h / 2, w, h };
}
