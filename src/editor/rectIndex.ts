import { overlaps, type Rect } from '../lib/rect';

/** Finds the rectangles that overlap a region, by the columns they stand in: most of a large diagram is elsewhere. */
export function indexOf(rects: readonly Rect[]): (region: Rect) => readonly Rect[] {
  const width = 512;
  const columns = new Map<number, Rect[]>();
  for (const rect of rects)
    for (let at = Math.floor(rect.x / width); at <= Math.floor((rect.x + rect.w) / width); at++) {
      const column = columns.get(at);
      if (column === undefined) columns.set(at, [rect]);
      else column.push(rect);
    }
  return (region) => {
    const found = new Set<Rect>();
    for (let at = Math.floor(region.x / width); at <= Math.floor((region.x + region.w) / width); at++)
      for (const rect of columns.get(at) ?? []) if (overlaps(rect, region)) found.add(rect);
    return [...found];
  };
}
