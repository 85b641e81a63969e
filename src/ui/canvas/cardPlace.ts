/** Where a card stands beside a label: it covers as little as can be of what is around, and nothing of the label. */
import { clamp, type Point, type Rect } from '../../lib/rect';

/** Between the card and the label, in px. */
const gap = 6;

/**
 * The upper left corner. `room`: where a card may stand; `others`: what it had better not cover. Of places that are as good the
 * first is taken: below, above, at the right, at the left, each in the middle before at an end.
 */
export function cardPlace(
  { w, h }: { readonly w: number; readonly h: number },
  label: Rect,
  room: Rect,
  others: readonly Rect[],
): Point {
  const below = label.y + label.h + gap;
  const above = label.y - gap - h;
  const right = label.x + label.w + gap;
  const left = label.x - gap - w;
  const columns = [label.x + (label.w - w) / 2, label.x, label.x + label.w - w, right, left];
  const rows = [label.y + (label.h - h) / 2, label.y, label.y + label.h - h];
  const places = [
    ...[below, above].flatMap((y) => columns.map((x) => ({ x, y }))),
    ...[right, left].flatMap((x) => rows.map((y) => ({ x, y }))),
  ];
  let best: Point = { x: room.x, y: room.y };
  let least = Infinity;
  for (const place of places) {
    const x = clamp(place.x, room.x, Math.max(room.x, room.x + room.w - w));
    const y = clamp(place.y, room.y, Math.max(room.y, room.y + room.h - h));
    const card = { x, y, w, h };
    if (shared(card, label) > 0) continue;
    const covered = others.reduce((sum, each) => sum + shared(card, each), 0);
    if (covered < least) [best, least] = [{ x, y }, covered];
  }
  return best;
}

/** The area that both have, in square px. */
function shared(a: Rect, b: Rect): number {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return w > 0 && h > 0 ? w * h : 0;
}
