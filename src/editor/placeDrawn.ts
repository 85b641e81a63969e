/** Placing what is drawn by dragging from one end to the other: plain lines and frames. */
import type { Catalog } from '../core/catalog/catalog';
import { lineBetween, onAxis } from '../core/drawing/plainLines';
import type { Point, ResourceId } from '../core/model/document';
import type { KindName } from '../core/model/kinds';
import { between, centreOf } from '../lib/rect';
import { groundNow, landingAt } from './drop';
import type { Editor } from './editor';
import { snapped, type Modifiers } from './moving';
import { add, type Placing } from './place';

/**
 * Puts a new one where it was drawn, from `start` to `end` in canvas px: a line between the two, a frame around. Gives
 * undefined for kinds that are not drawn so.
 */
export function placeDrawn(editor: Editor, kind: KindName, start: Point, end: Point): ResourceId | undefined {
  const { catalog } = editor;
  const { shape } = catalog.kind(kind);
  if (shape.as !== 'picture') return undefined;
  const { rect: drawn, from } = lineBetween(start, end);
  const rect =
    shape.draws === 'line'
      ? drawn
      : { ...drawn, w: Math.max(drawn.w, shape.minSize.w), h: Math.max(drawn.h, shape.minSize.h) };
  const ground = groundNow(editor);
  const landing = landingAt(ground, kind, centreOf(rect), new Set(), true, rect);
  if ('refusal' in landing) return undefined;
  return add(editor, kind, landing, rect, shape.draws === 'line' ? { props: { [shape.corner]: from } } : {});
}

/** Whether new ones are drawn by dragging from one end to the other. */
export function isDrawnByDragging(catalog: Catalog, kind: KindName): boolean {
  const { shape } = catalog.kind(kind);
  return shape.as === 'picture' && (shape.draws === 'line' || shape.draws === 'frame');
}

/** What is shown while one is drawn; lines with Shift keep to the axis, and with Mod leave the grid. */
export function drawingTo(editor: Editor, kind: KindName, start: Point, to: Point, keys: Modifiers): Placing {
  const at = keys.mod ? to : { x: snapped(to.x), y: snapped(to.y) };
  const { shape } = editor.catalog.kind(kind);
  const pointer = shape.as === 'picture' && shape.draws === 'line' && keys.shift ? onAxis(start, at) : at;
  return { doing: 'placing', kind, pointer, target: null, ghost: between(start, pointer), drawnFrom: start };
}
