/** The arithmetic of Tidy's grids: what stands in which column and row, and how much room it takes. */
import type { TidyPlace } from '../catalog/kind';
import type { Resource } from '../model/document';

/** In px. The AWS deck asks for at least 5 px between a group and its parent; LOOK asks for 16 px of free space. */
export const spacing = {
  padding: 24,
  gap: 24,
  title: 44,
  iconGap: 16,
  borderLabel: 68,
  iconMiddle: 24,
  canvasGap: 56,
  titleIcon: 34,
  chip: 132,
};

export const noOutset = { top: 0, right: 0, bottom: 0, left: 0 };

/** A container's content in place, and the room it takes. */
export interface Measured {
  readonly w: number;
  readonly h: number;
  /** Whether it is a container, which may be stretched to fill its cell. */
  readonly isBox: boolean;
  /** How far things on its border reach beyond it, in px. */
  readonly outset: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  readonly items: readonly Placed[];
  /** The height of each row of its grid: siblings line theirs up. */
  readonly rows: ReadonlyMap<number, number>;
}

export interface Placed {
  readonly resource: Resource;
  readonly x: number;
  readonly y: number;
  readonly size: Measured;
}

export interface Child {
  readonly resource: Resource;
  readonly place: TidyPlace;
  readonly size: Measured;
}

/** Things in a grid of columns and rows, from the origin. */
export interface Grid {
  readonly w: number;
  readonly h: number;
  readonly items: readonly Placed[];
  readonly rows: ReadonlyMap<number, number>;
}

/**
 * Lays children out by their columns and rows. `rowHeights` (px) are the least heights of rows, so that neighbouring grids line
 * up; rows that only the neighbours have keep their room.
 */
export function grid(
  children: readonly Child[],
  rowHeights: ReadonlyMap<number, number>,
  onCanvas: boolean,
): Grid {
  const gap = onCanvas ? spacing.canvasGap : spacing.gap;
  const columnKeys = [...new Set(children.map(({ place }) => place.column ?? ''))].sort();
  const rowKeys = [...new Set(children.map(({ place }) => place.row ?? 0))].sort((a, b) => a - b);
  const cells = new Map<string, Cell>();
  for (const column of columnKeys)
    for (const row of rowKeys) {
      const members = children.filter(
        ({ place }) => (place.column ?? '') === column && (place.row ?? 0) === row,
      );
      if (members.length > 0)
        cells.set(`${column} ${row}`, cell(members, column !== '', columnKeys.length > 1, gap));
    }
  const widths = columnKeys.map((column) =>
    Math.max(0, ...rowKeys.map((row) => cells.get(`${column} ${row}`)?.w ?? 0)),
  );
  const rows = new Map<number, number>();
  for (const row of rowKeys) {
    const own = Math.max(0, ...columnKeys.map((column) => cells.get(`${column} ${row}`)?.h ?? 0));
    rows.set(row, Math.max(own, rowHeights.get(row) ?? 0));
  }
  const items: Placed[] = [];
  let x = 0;
  columnKeys.forEach((column, index) => {
    let y = 0;
    for (const row of [...new Set([...rows.keys(), ...rowHeights.keys()])].sort((a, b) => a - b)) {
      const height = rows.get(row) ?? rowHeights.get(row) ?? 0;
      const width = widths[index] ?? 0;
      const filled = cells.get(`${column} ${row}`);
      for (const item of filled?.items ?? []) {
        const size =
          filled?.items.length === 1 && item.size.isBox ? stretched(item.size, width, height) : item.size;
        const indent = item.size.isBox || onCanvas ? 0 : (width - (filled?.w ?? 0)) / 2;
        items.push({ ...item, size, x: Math.round(x + item.x + indent), y: y + item.y });
      }
      y += height + gap;
    }
    x += (widths[index] ?? 0) + gap;
  });
  const bottom = Math.max(0, ...items.map((item) => item.y + item.size.h + item.size.outset.bottom));
  return { w: Math.max(0, x - gap), h: bottom, items, rows };
}

interface Cell {
  readonly w: number;
  readonly h: number;
  readonly items: readonly Placed[];
}

/** Of icons that share a named column, so many stand above one another before a second row of them begins beside it. */
const highestStack = 4;

/**
 * What shares one cell. Containers stand above one another where there are columns, else in a square; icons of a named
 * column are stacked, others packed into rows about half as many again as there are columns.
 */
function cell(members: readonly Child[], isNamed: boolean, hasColumns: boolean, gap: number): Cell {
  const boxes = members.some(({ size }) => size.isBox);
  const between = boxes ? gap : spacing.iconGap;
  const square = Math.ceil(Math.sqrt(members.length));
  const ofIcons = isNamed
    ? Math.ceil(members.length / highestStack)
    : Math.max(2, Math.ceil(Math.sqrt(members.length * 1.5)));
  const perRow = boxes ? (hasColumns ? 1 : square) : ofIcons;
  // Containers side by side are of one width, so that rows of them line up.
  const width = boxes && perRow > 1 ? Math.max(...members.map(({ size }) => size.w)) : 0;
  const items: Placed[] = [];
  let [x, y, w, rowHeight] = [0, 0, 0, 0];
  members.forEach((member, index) => {
    if (index > 0 && index % perRow === 0) {
      x = 0;
      y += rowHeight + between;
      rowHeight = 0;
    }
    const size = stretched(member.size, width, 0);
    const { outset } = size;
    items.push({ resource: member.resource, size, x: x + outset.left, y: y + outset.top });
    x += outset.left + size.w + outset.right;
    w = Math.max(w, x);
    x += between;
    rowHeight = Math.max(rowHeight, outset.top + size.h + outset.bottom);
  });
  return { w, h: y + rowHeight, items };
}

/** A container alone in its cell fills it; not one with things on its border, which would then stand off it. */
function stretched(size: Measured, w: number, h: number): Measured {
  const { top, right, bottom, left } = size.outset;
  if (top + right + bottom + left > 0) return size;
  return { ...size, w: Math.max(size.w, w), h: Math.max(size.h, h) };
}
