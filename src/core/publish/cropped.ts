/** What of a picture is within its view: what lies outside of it is in no file that shows only the view. */
import { centreOf, holds, holdsAll, overlaps, type Point, type Rect } from '../../lib/rect';
import { partsWithin } from '../layout/polyline';
import { boundsOf } from '../picture/bounds';
import { fitted, widthOf } from '../picture/lines';
import type { Box, Group, Part, Picture, Text } from '../picture/picture';

/** Without what lies wholly outside, for files that cut what lies across the edge. */
export function withinView(picture: Picture): Picture {
  return { ...picture, groups: groupsOf(picture, (part) => [part]) };
}

/** Cut at the edges of the view, for files that cannot: an icon, which is never cut, is there when its middle is. */
export function cutToView(picture: Picture): Picture {
  const { view } = picture;
  return { ...picture, groups: groupsOf(picture, (part) => partsIn(part, view)) };
}

function groupsOf({ groups, view }: Picture, kept: (part: Part) => readonly Part[]): readonly Group[] {
  return groups.flatMap((group): Group[] => {
    const parts = group.parts.flatMap((part) => {
      const room = roomOf(part);
      return room !== undefined && overlaps(room, view) ? kept(part) : [];
    });
    return parts.length === 0 ? [] : [{ ...group, parts }];
  });
}

function roomOf(part: Part): Rect | undefined {
  return boundsOf([{ id: '', layer: 'resources', parts: [part] }]);
}

function partsIn(part: Part, view: Rect): readonly Part[] {
  const room = roomOf(part);
  if (room === undefined) return [];
  switch (part.draw) {
    case 'box':
      return holdsAll(view, room) ? [part] : cutBox(part, view);
    case 'line':
      return holdsAll(view, room)
        ? [part]
        : partsWithin(part.points, view).map((points) => ({ ...part, points }));
    case 'text':
      return cutText(part, room, view);
    case 'icon':
    case 'outline':
    case 'raster':
      return holds(view, centreOf(room)) ? [part] : [];
  }
}

/** What it is filled with, and those pieces of its border that are seen. */
function cutBox(box: Box, view: Rect): readonly Part[] {
  const { x, y, w, h, fill, stroke } = box;
  const [left, top] = [Math.max(x, view.x), Math.max(y, view.y)];
  const [right, bottom] = [Math.min(x + w, view.x + view.w), Math.min(y + h, view.y + view.h)];
  const parts: Part[] = [];
  if (fill !== undefined && right > left && bottom > top)
    parts.push({ draw: 'box', x: left, y: top, w: right - left, h: bottom - top, fill });
  const corners: readonly Point[] = [
    { x, y },
    { x: x + w, y },
    { x: x + w, y: y + h },
    { x, y: y + h },
    { x, y },
  ];
  if (stroke !== undefined)
    for (const points of partsWithin(corners, view)) parts.push({ draw: 'line', points, corner: 0, stroke });
  return parts;
}

/** A line of text that goes beyond the right edge ends with an ellipsis; one that begins beyond the left edge is not there. */
function cutText(text: Text, room: Rect, view: Rect): readonly Text[] {
  const middle = room.y + room.h / 2;
  if (middle < view.y || middle > view.y + view.h || room.x < view.x - 1) return [];
  const left = view.x + view.w - room.x;
  if (room.w <= left + 1) return [text];
  const shown = fitted(text.text, left, text);
  const at = { ...text.at, x: room.x };
  return shown === '' ? [] : [{ ...text, text: shown, at, anchor: 'start', width: widthOf(shown, text) }];
}
