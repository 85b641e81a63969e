/** What is under a point of the canvas. Rectangles decide, so it works for what is drawn as pixels just as well. */
import type { Catalog } from '../core/catalog/catalog';
import { isFrame } from '../core/catalog/kind';
import { isCollapsed } from '../core/layout/collapsed';
import type { Point, Resource, ResourceId } from '../core/model/document';
import { distanceToPiece, holds } from '../lib/rect';
import type { Box, Boxes } from '../core/drawing/boxes';
import { layerOf } from '../core/drawing/layers';
import { lineOnCanvas } from '../core/drawing/plainLines';

/** The height of the strip at a container's top by which it is dragged, in px. */
export const titleHeight = 32;

export type Hit =
  | { readonly on: 'resource'; readonly id: ResourceId }
  /** The strip with the name, or the border: where a container is taken hold of. */
  | { readonly on: 'frame'; readonly id: ResourceId }
  | { readonly on: 'body'; readonly id: ResourceId }
  | { readonly on: 'flow'; readonly id: string }
  | { readonly on: 'canvas' };

/** `zoom` makes thin things easy to hit at every scale; `lines` are the drawn flows, topmost last. */
export function hitAt(
  catalog: Catalog,
  boxes: Boxes,
  lines: Iterable<{ readonly id: string; readonly points: readonly Point[] }>,
  point: Point,
  zoom: number,
): Hit {
  let resource: Box | undefined;
  let top = -1;
  let container: Box | undefined;
  let frame: Box | undefined;
  const reach = 5 / zoom;
  for (const box of boxes.values()) {
    // Almost all are elsewhere, and this is asked whenever the pointer moves.
    if (!holds(box, point, reach)) continue;
    if (isOpen(catalog, box.resource)) {
      if (container === undefined || box.depth >= container.depth) container = box;
      continue;
    }
    const { shape } = catalog.kind(box.resource.kind);
    if (!holds(box, point, shape.as === 'picture' ? reach : 0)) continue;
    if (isFrame(shape)) {
      if (!isInBody(box, point, reach)) frame = box;
      continue;
    }
    if (
      shape.as === 'picture' &&
      shape.draws === 'line' &&
      !isOnLine(lineOnCanvas(shape, box), point, 6 / zoom)
    )
      continue;
    const layer = layerOf(catalog, box);
    if (layer < top) continue;
    top = layer;
    resource = box;
  }
  if (resource !== undefined) return { on: 'resource', id: resource.resource.id };
  const line = lineAt(lines, point, 6 / zoom);
  if (line !== undefined) return { on: 'flow', id: line };
  const isBody = container !== undefined && isInBody(container, point, reach);
  // A frame is on top of the box that it stands in, and has no body of its own.
  if (frame !== undefined && (container === undefined || isBody || frame.depth > container.depth))
    return { on: 'frame', id: frame.resource.id };
  if (container === undefined) return { on: 'canvas' };
  return { on: isBody ? 'body' : 'frame', id: container.resource.id };
}

/** Whether it is a container that things can be seen in: a collapsed one is one thing. */
function isOpen(catalog: Catalog, resource: Resource): boolean {
  return catalog.kind(resource.kind).shape.as === 'container' && !isCollapsed(catalog, resource);
}

function isInBody({ x, y, w, h }: Box, point: Point, reach: number): boolean {
  return (
    point.x > x + reach && point.x < x + w - reach && point.y > y + titleHeight && point.y < y + h - reach
  );
}

function isOnLine(points: readonly Point[], point: Point, reach: number): boolean {
  return lineAt([{ id: '', points }], point, reach) !== undefined;
}

function lineAt(
  lines: Iterable<{ readonly id: string; readonly points: readonly Point[] }>,
  point: Point,
  reach: number,
): string | undefined {
  let found: string | undefined;
  let nearest = reach;
  for (const { id, points } of lines)
    for (let index = 1; index < points.length; index++) {
      const [a, b] = [points[index - 1], points[index]];
      if (a === undefined || b === undefined) continue;
      const far = distanceToPiece(point, a, b);
      if (far <= nearest) {
        nearest = far;
        found = id;
      }
    }
  return found;
}

/** The resources that a rectangle touches: what stands in `within`, or anywhere; a container is touched by its border only. */
export function touchedBy(
  catalog: Catalog,
  boxes: Boxes,
  rect: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
  within: ResourceId | null,
): ResourceId[] {
  const found: ResourceId[] = [];
  const right = rect.x + rect.w;
  const bottom = rect.y + rect.h;
  for (const [id, box] of boxes) {
    if (id === within) continue;
    if (within !== null && !isInside(boxes, id, within)) continue;
    const touches = box.x < right && rect.x < box.x + box.w && box.y < bottom && rect.y < box.y + box.h;
    if (!touches) continue;
    const isThrough = isOpen(catalog, box.resource) || isFrame(catalog.kind(box.resource.kind).shape);
    const isAround = box.x <= rect.x && box.y <= rect.y && box.x + box.w >= right && box.y + box.h >= bottom;
    if (!(isThrough && isAround)) found.push(id);
  }
  return found;
}

function isInside(boxes: Boxes, id: ResourceId, container: ResourceId): boolean {
  for (let box = boxes.get(id); box !== undefined; box = boxes.get(box.resource.parentId ?? ''))
    if (box.resource.parentId === container) return true;
  return false;
}
