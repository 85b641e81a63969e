/** Where the measures of equal distances stand. */
import type { Guide } from '../../core/layout/snapping';
import type { Point } from '../../core/model/document';
import { overlaps, type Rect } from '../../lib/rect';

export type GapGuide = Extract<Guide, { readonly is: 'gap' }>;

/** The room of a measure, in px of the screen. */
export const plate = { w: 30, h: 15 };

/** Between a distance's line and its measure, in px of the screen. */
const aside = 4;

/** In canvas px: beside the line, so that it can be read where the distance is narrower than its measure. */
export function plateMiddle({ axis, from, to, across }: Omit<GapGuide, 'is'>, zoom: number): Point {
  const middle = (from + to) / 2;
  return axis === 'x'
    ? { x: middle, y: across - (plate.h / 2 + aside) / zoom }
    : { x: across + (plate.w / 2 + aside) / zoom, y: middle };
}

/** The distances whose measures have room beside one another: from afar one of a row of equal ones says enough. */
export function measuredGaps(guides: readonly Guide[], zoom: number): ReadonlySet<Guide> {
  const measured = new Set<Guide>();
  const taken: Rect[] = [];
  for (const guide of guides) {
    if (guide.is === 'line') continue;
    const { x, y } = plateMiddle(guide, zoom);
    const [w, h] = [plate.w / zoom, plate.h / zoom];
    const room = { x: x - w / 2, y: y - h / 2, w, h };
    if (taken.some((other) => overlaps(other, room))) continue;
    taken.push(room);
    measured.add(guide);
  }
  return measured;
}
