/** Finds the rectangles that overlap a region, by the cells of a grid that they stand in: most of a large diagram is elsewhere. */
import { overlaps, type Rect } from './rect';

export interface RectIndex {
  add(rect: Rect): void;
  remove(rect: Rect): void;
  /** In no order that means anything. */
  near(region: Rect): Rect[];
}

/** The side of the smallest cells, in px, and how many times as long that of the next larger ones is. */
const smallest = 128;
const times = 4;

/** A rectangle is the object that was added, not one like it. */
export function createRectIndex(rects: Iterable<Rect> = []): RectIndex {
  // In a grid whose cells are no smaller than it a rectangle stands in four of them at most.
  const grids: Grid[] = [];
  const gridFor = ({ w, h }: Rect): Grid => {
    let level = 0;
    let side = smallest;
    for (; side < w || side < h; side *= times) level++;
    return (grids[level] ??= createGrid(side));
  };
  const index: RectIndex = {
    add: (rect) => gridFor(rect).add(rect),
    remove: (rect) => gridFor(rect).remove(rect),
    near(region) {
      const found: Rect[] = [];
      // A level that nothing is as large as has no grid.
      for (const grid of grids) (grid as Grid | undefined)?.near(region, found);
      return found;
    },
  };
  for (const rect of rects) index.add(rect);
  return index;
}

export function indexOf(rects: readonly Rect[]): (region: Rect) => readonly Rect[] {
  return createRectIndex(rects).near;
}

interface Grid {
  add(rect: Rect): void;
  remove(rect: Rect): void;
  /** Adds to what was found. */
  near(region: Rect, found: Rect[]): void;
}

/** A rectangle with the first column and the first row of cells that it stands in. */
interface Entry {
  readonly rect: Rect;
  readonly column: number;
  readonly row: number;
}

/** More than a diagram has of them. */
const rows = 2 ** 24;

function createGrid(side: number): Grid {
  const cells = new Map<number, Entry[]>();
  const place = (along: number): number => Math.floor(along / side);
  const cellsOf = ({ x, y, w, h }: Rect): number[] => {
    const numbers: number[] = [];
    for (let column = place(x), last = place(x + w); column <= last; column++)
      for (let row = place(y), lowest = place(y + h); row <= lowest; row++) numbers.push(column * rows + row);
    return numbers;
  };
  return {
    add(rect) {
      const entry = { rect, column: place(rect.x), row: place(rect.y) };
      for (const number of cellsOf(rect)) {
        const cell = cells.get(number);
        if (cell === undefined) cells.set(number, [entry]);
        else cell.push(entry);
      }
    },
    remove(rect) {
      for (const number of cellsOf(rect)) {
        const cell = cells.get(number);
        const at = cell?.findIndex((entry) => entry.rect === rect) ?? -1;
        if (at >= 0) cell?.splice(at, 1);
        if (cell?.length === 0) cells.delete(number);
      }
    },
    near(region, found) {
      const [left, right] = [place(region.x), place(region.x + region.w)];
      const [top, bottom] = [place(region.y), place(region.y + region.h)];
      if ((right - left + 1) * (bottom - top + 1) > cells.size) {
        for (const [number, cell] of cells)
          for (const { rect, column, row } of cell)
            if (column * rows + row === number && overlaps(rect, region)) found.push(rect);
        return;
      }
      for (let column = left; column <= right; column++)
        for (let row = top; row <= bottom; row++) {
          const cell = cells.get(column * rows + row);
          if (cell === undefined) continue;
          // One that stands in several cells is given by the first of them that is looked at.
          for (const entry of cell)
            if (
              (entry.column === column || column === left) &&
              (entry.row === row || row === top) &&
              overlaps(entry.rect, region)
            )
              found.push(entry.rect);
        }
    },
  };
}
