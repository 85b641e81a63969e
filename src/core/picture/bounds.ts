/** How much room what is painted takes. */
import { around, grown, type Rect } from '../../lib/rect';
import type { Group, Part, Segment } from './picture';

export function boundsOf(groups: Iterable<Group>): Rect | undefined {
  const rects: Rect[] = [];
  for (const { parts } of groups) for (const part of parts) rects.push(...roomOf(part));
  return around(rects);
}

function roomOf(part: Part): Rect[] {
  switch (part.draw) {
    case 'box':
      return [grown(part, (part.stroke?.width ?? 0) / 2)];
    case 'icon':
    case 'raster':
      return [part];
    case 'line':
      return part.points.map(({ x, y }) => pointRoom(x, y, part.stroke.width));
    case 'outline':
      return part.segments.flatMap((segment) =>
        pointsOf(segment).map(([x, y]) => pointRoom(x, y, part.stroke?.width ?? 0)),
      );
    case 'text': {
      const { at, anchor, width, size } = part;
      const left = anchor === 'start' ? at.x : anchor === 'middle' ? at.x - width / 2 : at.x - width;
      return [{ x: left, y: at.y - size * 0.905, w: width, h: size * 1.117 }];
    }
  }
}

/** Control points too: a curve never leaves the hull of its points. */
function pointsOf(segment: Segment): readonly (readonly [number, number])[] {
  switch (segment[0]) {
    case 'M':
    case 'L':
      return [[segment[1], segment[2]]];
    case 'C':
      return [
        [segment[1], segment[2]],
        [segment[3], segment[4]],
        [segment[5], segment[6]],
      ];
    case 'Z':
      return [];
  }
}

function pointRoom(x: number, y: number, width: number): Rect {
  return { x: x - width / 2, y: y - width / 2, w: width, h: width };
}
