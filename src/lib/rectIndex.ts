/** Finds the rectangles that overlap a region, by the bands they stand in: most of a large diagram is elsewhere. */
import { overlaps, type Rect } from './rect';

export interface RectIndex {
  add(rect: Rect): void;
  remove(rect: Rect): void;
  /** In no order that means anything. */
  near(region: Rect): Rect[];
}

/** How wide an upright band and how high a level one is, in px. */
const width = 256;

/** A rectangle is the object that was added, not one like it. */
export function createRectIndex(rects: Iterable<Rect> = []): RectIndex {
  // A long level stretch lies in one level band, and an upright one in one upright band.
  const upright = createBands(({ x, w }) => [x, x + w]);
  const level = createBands(({ y, h }) => [y, y + h]);
  for (const rect of rects) {
    upright.add(rect);
    level.add(rect);
  }
  return {
    add(rect) {
      upright.add(rect);
      level.add(rect);
    },
    remove(rect) {
      upright.remove(rect);
      level.remove(rect);
    },
    near: (region) => (region.w > region.h ? level : upright).near(region),
  };
}

export function indexOf(rects: readonly Rect[]): (region: Rect) => readonly Rect[] {
  return createRectIndex(rects).near;
}

function createBands(stretch: (rect: Rect) => readonly [number, number]): RectIndex {
  /** Each with the number of the first band that it stands in. */
  const bands = new Map<number, Map<Rect, number>>();
  const numbers = (rect: Rect): readonly [number, number] => {
    const [from, to] = stretch(rect);
    return [Math.floor(from / width), Math.floor(to / width)];
  };
  return {
    add(rect) {
      const [first, last] = numbers(rect);
      for (let at = first; at <= last; at++) {
        const band = bands.get(at);
        if (band === undefined) bands.set(at, new Map([[rect, first]]));
        else band.set(rect, first);
      }
    },
    remove(rect) {
      const [first, last] = numbers(rect);
      for (let at = first; at <= last; at++) bands.get(at)?.delete(rect);
    },
    near(region) {
      const [first, last] = numbers(region);
      const found: Rect[] = [];
      for (let at = first; at <= last; at++) {
        const band = bands.get(at);
        if (band === undefined) continue;
        // One that stands in several bands is given by the first of them.
        for (const [rect, begins] of band)
          if ((begins === at || at === first) && overlaps(rect, region)) found.push(rect);
      }
      return found;
    },
  };
}
