/** Arrows as draw.io has them: from a shape to a shape, by way of points, and with a label on the line. */
import { distanceAlong, lengthOf, pointAlong } from '../layout/polyline';
import type { Point } from '../model/document';
import type { Rect } from '../../lib/rect';
import { element, type XmlElement } from './xml';

/** A shape that an edge can end at. `at`: where it stands on the page. */
export interface Shape {
  readonly id: string;
  readonly at: Rect;
}

/**
 * Where an edge leaves one shape and comes into the other, as parts of their sizes. They hold when the shapes are moved;
 * what is outside of a shape stays as far from it.
 */
export function endsOf(
  points: readonly Point[],
  from: Shape,
  to: Shape,
): Readonly<Record<string, string | number>> {
  const [start, end] = [points[0], points.at(-1)];
  if (start === undefined || end === undefined) return {};
  return {
    exitX: part(start.x, from.at.x, from.at.w),
    exitY: part(start.y, from.at.y, from.at.h),
    exitDx: 0,
    exitDy: 0,
    exitPerimeter: 0,
    entryX: part(end.x, to.at.x, to.at.w),
    entryY: part(end.y, to.at.y, to.at.h),
    entryDx: 0,
    entryDy: 0,
    entryPerimeter: 0,
  };
}

function part(at: number, start: number, size: number): number {
  return size > 0 ? Math.round(((at - start) / size) * 10_000) / 10_000 : 0;
}

interface Edge {
  readonly id: string;
  readonly style: string;
  readonly points: readonly Point[];
  readonly from: Shape;
  readonly to: Shape;
  readonly label?: { readonly text: string; readonly at: Point } | undefined;
}

export function edgeCell({ id, style, points, from, to, label }: Edge): XmlElement {
  return element(
    'mxCell',
    { id, value: label?.text ?? '', style, edge: 1, parent: '1', source: from.id, target: to.id },
    [
      element(
        'mxGeometry',
        { relative: 1, x: label === undefined ? undefined : alongOf(points, label.at), as: 'geometry' },
        [
          element(
            'Array',
            { as: 'points' },
            waypoints(points).map(({ x, y }) => element('mxPoint', { x, y })),
          ),
          ...(label === undefined ? [] : [offsetFrom(points, label.at)]),
        ],
      ),
    ],
  );
}

/** The corners. Without any, draw.io would look for a way of its own, so that a straight line has its middle. */
function waypoints(points: readonly Point[]): readonly Point[] {
  const corners = points.slice(1, -1);
  return corners.length > 0 ? corners : [pointAlong(points, lengthOf(points) / 2)];
}

/** From -1 at the start of a line to 1 at its end, as draw.io places labels. */
function alongOf(points: readonly Point[], at: Point): number {
  const length = lengthOf(points);
  return length === 0 ? 0 : (distanceAlong(points, at) / length) * 2 - 1;
}

/** How far beside its line a label stands. */
function offsetFrom(points: readonly Point[], at: Point): XmlElement {
  const on = pointAlong(points, distanceAlong(points, at));
  return element('mxPoint', { x: at.x - on.x, y: at.y - on.y, as: 'offset' });
}
