/** Where a scene's camera is on the screen, and the way from one view to the next. */
import type { Scene } from '../core/model/document';
import type { Viewport } from '../editor/session';

interface Size {
  readonly w: number;
  readonly h: number;
}

/** The viewport that has the whole camera rectangle in the middle of a canvas of that size (px), at 200 % at the most. */
export function viewportFor({ camera }: Pick<Scene, 'camera'>, size: Size): Viewport {
  const zoom = Math.max(0.05, Math.min(2, size.w / Math.max(1, camera.w), size.h / Math.max(1, camera.h)));
  return {
    zoom,
    x: size.w / 2 - (camera.x + camera.w / 2) * zoom,
    y: size.h / 2 - (camera.y + camera.h / 2) * zoom,
  };
}

/**
 * A view between two others. What is in the middle moves in a straight line, and the zoom by the same factor in the same time, which
 * looks even to the eye where steps of the same size do not.
 */
export function viewBetween(from: Viewport, to: Viewport, share: number, { w, h }: Size): Viewport {
  if (share <= 0) return from;
  if (share >= 1) return to;
  const zoom = from.zoom * (to.zoom / from.zoom) ** share;
  const middle = ({ x, y, zoom: by }: Viewport) => ({ x: (w / 2 - x) / by, y: (h / 2 - y) / by });
  const [start, end] = [middle(from), middle(to)];
  // Seen from the one that is nearer, so that a far target does not rush past at the end.
  const isSameSize = Math.abs(to.zoom / from.zoom - 1) < 1e-4;
  const part = isSameSize ? share : (1 / from.zoom - 1 / zoom) / (1 / from.zoom - 1 / to.zoom);
  const at = { x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part };
  return { zoom, x: w / 2 - at.x * zoom, y: h / 2 - at.y * zoom };
}
