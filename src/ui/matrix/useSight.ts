/** Which rows and columns of the grid are drawn: all of a small one, of a large one those in sight and the active one. */
import type { RefObject } from 'react';
import { useSeen } from '../useSeen';
import { sizes } from './MatrixGrid';

export interface Sight {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** What the rows that are not drawn would take, in px. */
  readonly above: number;
  readonly below: number;
}

/** Up to so many cells all are drawn: then the browser's own search finds everything. */
const mostWhole = 2500;
/** Rows and columns drawn beyond the edge, so that a quick scroll shows no gap. */
const margin = 6;
const unmeasured = { left: 0, top: 0, width: 1200, height: 700 };

export function useSight(
  scroller: RefObject<HTMLElement | null>,
  rows: number,
  columns: number,
  active: { readonly row: number; readonly column: number },
): Sight {
  const isLarge = rows * columns > mostWhole;
  const seen = useSeen(scroller, isLarge, unmeasured);
  if (!isLarge) return { rows: upTo(0, rows), columns: upTo(0, columns), above: 0, below: 0 };
  const first = Math.max(0, Math.min(active.row, Math.floor(seen.top / sizes.row) - margin));
  const end = Math.min(
    rows,
    Math.max(active.row + 1, Math.ceil((seen.top + seen.height) / sizes.row) + margin),
  );
  const left = Math.max(0, Math.floor(seen.left / sizes.cell) - margin);
  const right = Math.min(columns, Math.ceil((seen.left + seen.width) / sizes.cell) + margin);
  const inSight = upTo(left, right);
  return {
    rows: upTo(first, end),
    // A screen reader is told of the active cell even when it was scrolled away from.
    columns:
      active.column < left
        ? [active.column, ...inSight]
        : active.column >= right
          ? [...inSight, active.column]
          : inSight,
    above: first * sizes.row,
    below: (rows - end) * sizes.row,
  };
}

function upTo(first: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
}
