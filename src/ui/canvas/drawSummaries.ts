/** What containers say from afar: their names, as large as words are on the screen, and how much stands in them. */
import type { ResourceId } from '../../core/model/document';
import { overlaps, type Point, type Rect } from '../../lib/rect';
import { textWidth } from '../../lib/textWidth';
import type { FarPicture } from './drawFar';
import type { Paper } from './drawFarPicture';

/** All in px of the screen. */
const line = 14;
const size = 11;
const padding = 4;
/** Shorter names say nothing. */
const shortest = 4;

export function drawSummaries(
  context: Paper,
  { nodes, contents, colours }: FarPicture,
  zoom: number,
  shiftOf: (id: ResourceId) => Point,
): void {
  const taken: Rect[] = [];
  const isFree = (room: Rect): boolean => !taken.some((other) => overlaps(other, room));
  context.textBaseline = 'middle';
  const write = (text: string, room: Rect, weight: number): void => {
    taken.push(room);
    context.globalAlpha = 0.8;
    context.fillStyle = colours.canvas;
    context.fillRect(room.x, room.y, room.w, room.h);
    context.globalAlpha = 1;
    context.fillStyle = colours.text;
    context.font = `${weight} ${size / zoom}px Arial, "Liberation Sans", "Noto Sans JP", sans-serif`;
    context.fillText(text, room.x + room.w / 2, room.y + room.h / 2, room.w);
  };
  const containers = nodes.filter(({ type }) => type === 'container');
  // Outer containers come first and have the first choice; an inner one writes below, if there is room for it.
  for (const { id, position, width, height, data } of containers) {
    const { x, y } = shiftOf(id);
    const most = width * zoom - 2 * padding;
    const name = fitting(data.resource.name, most);
    if (name === undefined) continue;
    const w = (textWidth(name, size) + padding) / zoom;
    const left = position.x + x + padding / zoom;
    for (let row = 0; row < 3; row++) {
      const top = position.y + y + (2 + row * line) / zoom;
      if (top + line / zoom > position.y + y + height) break;
      const room = { x: left, y: top, w, h: line / zoom };
      if (!isFree(room)) continue;
      write(name, room, 600);
      break;
    }
  }
  for (const { id, position, width, height } of containers) {
    const count = contents.get(id);
    if (count === undefined) continue;
    const { x, y } = shiftOf(id);
    const w = (textWidth(`${count}`, size) + padding) / zoom;
    const h = line / zoom;
    const room = { x: position.x + x + (width - w) / 2, y: position.y + y + (height - h) / 2, w, h };
    if (w <= width && h <= height && isFree(room)) write(`${count}`, room, 400);
  }
  context.textBaseline = 'alphabetic';
}

/** As much of a name as there is room for, in px of the screen; undefined where that says nothing. */
function fitting(name: string, most: number): string | undefined {
  if (textWidth(name, size) <= most) return name;
  let shown = '';
  for (const letter of name) {
    if (textWidth(`${shown}${letter}…`, size) > most) break;
    shown += letter;
  }
  return shown.length < shortest ? undefined : `${shown}…`;
}
