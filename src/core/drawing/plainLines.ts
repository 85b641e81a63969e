/** Where a plain line runs within its box, and what becomes of it when one of its ends is dragged. */
import type { Corner, Line, PictureShape } from '../catalog/kind';
import type { Point, Resource } from '../model/document';
import { valuesOf } from '../model/queries';
import { between, type Rect } from '../../lib/rect';

export type LineShape = Extract<PictureShape, { readonly draws: 'line' }>;

/** From its beginning to its end, relative to the box's upper left corner, in px. */
export function pointsOf({ from, rightAngled }: Line, { w, h }: Pick<Rect, 'w' | 'h'>): readonly Point[] {
  const start = cornerAt(from, { w, h });
  const end = cornerAt(opposite[from], { w, h });
  if (!rightAngled || w === 0 || h === 0) return [start, end];
  // Along the longer side first and last, so that an arrowhead has room.
  const middle = w >= h ? { x: w / 2, y: start.y } : { x: start.x, y: h / 2 };
  const turn = w >= h ? { x: w / 2, y: end.y } : { x: end.x, y: h / 2 };
  return [start, middle, turn, end];
}

export const opposite: Readonly<Record<Corner, Corner>> = { nw: 'se', ne: 'sw', se: 'nw', sw: 'ne' };

export function cornerAt(corner: Corner, { w, h }: Pick<Rect, 'w' | 'h'>): Point {
  return { x: corner.endsWith('e') ? w : 0, y: corner.startsWith('s') ? h : 0 };
}

/** A line between two points: its box, and the corner at which it begins. */
export function lineBetween(start: Point, end: Point): { readonly rect: Rect; readonly from: Corner } {
  return {
    rect: between(start, end),
    from: `${start.y > end.y ? 's' : 'n'}${start.x > end.x ? 'e' : 'w'}`,
  };
}

/** The point moved so that the line to it is level or upright, whichever it is nearer to. */
export function onAxis(start: Point, end: Point): Point {
  return Math.abs(end.x - start.x) > Math.abs(end.y - start.y)
    ? { x: end.x, y: start.y }
    : { x: start.x, y: end.y };
}

/** The box and the beginning of a line of which one end, at `corner` of the box, was dragged to a point of the canvas. */
export function endDragged(
  { line, corner: prop }: LineShape,
  box: Rect & { readonly resource: Resource },
  corner: Corner,
  to: Point,
): { readonly rect: Rect; readonly props: Readonly<Record<string, unknown>> } {
  const at = cornerAt(opposite[corner], box);
  const other = { x: box.x + at.x, y: box.y + at.y };
  const isStart = line(valuesOf(box.resource)).from === corner;
  const { rect, from } = isStart ? lineBetween(to, other) : lineBetween(other, to);
  return { rect, props: { [prop]: from } };
}

/** On the canvas, for what is pressed. */
export function lineOnCanvas(
  { line }: LineShape,
  { x, y, w, h, resource }: Rect & { readonly resource: Resource },
): readonly Point[] {
  return pointsOf(line(valuesOf(resource)), { w, h }).map((point) => ({ x: x + point.x, y: y + point.y }));
}
