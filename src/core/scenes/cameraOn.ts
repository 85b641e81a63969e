/** The camera that has some resources in view, with room around them, in canvas px. */
import type { Camera, Document, ResourceId } from '../model/document';
import { absolutePosition } from '../model/queries';

const room = 40;

/** `least`: the smallest view, so that one icon alone is not as large as the screen. Of what is not drawn nothing is shown. */
export function cameraOn(
  document: Document,
  ids: Iterable<ResourceId>,
  least: { readonly w: number; readonly h: number } = { w: 1, h: 1 },
): Camera {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const id of ids) {
    const resource = document.resources.get(id);
    if (resource === undefined || resource.w <= 0 || resource.h <= 0) continue;
    const { x, y } = absolutePosition(document, id);
    [left, top] = [Math.min(left, x), Math.min(top, y)];
    [right, bottom] = [Math.max(right, x + resource.w), Math.max(bottom, y + resource.h)];
  }
  if (left > right) return { x: 0, y: 0, w: 1000, h: 600 };
  const [w, h] = [Math.max(least.w, right - left + 2 * room), Math.max(least.h, bottom - top + 2 * room)];
  return { x: (left + right - w) / 2, y: (top + bottom - h) / 2, w, h };
}
