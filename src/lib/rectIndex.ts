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

function createGrid(side: number): Grid {
  /** By column and by row: numbers of both in one would be too large to be looked up quickly. */
  const columns = new Map<number, Map<number, Entry[]>>();
  let count = 0;
  const place = (along: number): number => Math.floor(along / side);
  const eachCell = ({ x, y, w, h }: Rect, visit: (column: number, row: number) => void): void => {
    for (let column = place(x), last = place(x + w); column <= last; column++)
      for (let row = place(y), lowest = place(y + h); row <= lowest; row++) visit(column, row);
  };
  return {
    add(rect) {
      const entry = { rect, column: place(rect.x), row: place(rect.y) };
      eachCell(rect, (column, row) => {
        let cells = columns.get(column);
        if (cells === undefined) columns.set(column, (cells = new Map()));
        const cell = cells.get(row);
        if (cell !== undefined) cell.push(entry);
        else {
          cells.set(row, [entry]);
          count++;
        }
      });
    },
    remove(rect) {
      eachCell(rect, (column, row) => {
        const cells = columns.get(column);
        const cell = cells?.get(row);
        const at = cell?.findIndex((entry) => entry.rect === rect) ?? -1;
        if (at >= 0) cell?.splice(at, 1);
        if (cell?.length !== 0) return;
        cells?.delete(row);
        count--;
        if (cells?.size === 0) columns.delete(column);
      });
    },
    near(region, found) {
      const [left, right] = [place(region.x), place(region.x + region.w)];
      const [top, bottom] = [place(region.y), place(region.y + region.h)];
      // One that stands in several cells is given by the first of them that is looked at.
      const look = (cell: readonly Entry[], column: number, row: number): void => {
        for (const entry of cell)
          if (
            (entry.column === column || (column === left && entry.column < left)) &&
            (entry.row === row || (row === top && entry.row < top)) &&
            overlaps(entry.rect, region)
          )
            found.push(entry.rect);
      };
      if ((right - left + 1) * (bottom - top + 1) > count) {
        for (const [column, cells] of columns)
          if (column >= left && column <= right)
            for (const [row, cell] of cells) if (row >= top && row <= bottom) look(cell, column, row);
        return;
      }
      for (let column = left; column <= right; column++) {
        const cells = columns.get(column);
        if (cells === undefined) continue;
        for (let row = top; row <= bottom; row++) {
          const cell = cells.get(row);
          if (cell !== undefined) look(cell, column, row);
        }
      }
    },
  };
}
