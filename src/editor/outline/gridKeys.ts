/**
 * What a key does in a treegrid whose rows and cells both take the focus, as the ARIA Authoring Practices have it:
 * https://www.w3.org/WAI/ARIA/apg/patterns/treegrid/
 */
import type { KeyPress } from '../keyboard';

export interface GridLine {
  readonly id: string;
  readonly level: number;
  /** Undefined where it cannot be opened. */
  readonly isOpen: boolean | undefined;
}

/** Where the focus is: on a row as a whole (`column` null), or on one of its cells, counted from 0. */
export interface GridPlace {
  readonly row: number;
  readonly column: number | null;
}

export interface GridShape {
  readonly lines: readonly GridLine[];
  readonly columns: number;
  /** So many rows are in sight. */
  readonly page: number;
}

export type GridDeed =
  /** `selects`: what is gone to is selected, alone, or with all rows on the way; `no`: the selection stays. */
  | { readonly do: 'go'; readonly to: GridPlace; readonly selects: 'alone' | 'range' | 'no' }
  | { readonly do: 'open' | 'close' | 'toggle-selected' | 'activate' | 'rename' | 'menu' };

export function gridDeed(
  press: KeyPress,
  at: GridPlace,
  shape: GridShape,
  mac = false,
): GridDeed | undefined {
  const { key, shiftKey } = press;
  const mod = mac ? press.metaKey : press.ctrlKey;
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return { do: 'menu' };
  if (press.altKey || (mac ? press.ctrlKey : press.metaKey)) return undefined;
  if (!mod && !shiftKey && key === 'F2') return { do: 'rename' };
  if (!mod && !shiftKey && key === 'Enter') return { do: 'activate' };
  if (key === ' ') return { do: 'toggle-selected' };
  const line = shape.lines[at.row];
  if (!mod && !shiftKey && line !== undefined) {
    if (key === 'ArrowRight') return rightOf(line, at, shape);
    if (key === 'ArrowLeft') return leftOf(line, at, shape);
    if (key === 'Home' && at.column !== null) return inRow(at, 0);
    if (key === 'End' && at.column !== null) return inRow(at, shape.columns - 1);
  }
  const last = shape.lines.length - 1;
  const rows: Readonly<Record<string, number>> = {
    ArrowDown: at.row + 1,
    ArrowUp: at.row - 1,
    PageDown: at.row + shape.page,
    PageUp: at.row - shape.page,
    Home: 0,
    End: last,
  };
  const row = rows[key];
  if (row === undefined || last < 0) return undefined;
  const to = { row: Math.max(0, Math.min(last, row)), column: at.column };
  // Home and End with the modifier are the way to the ends from within a cell; they select as the plain keys do.
  const isJump = key === 'Home' || key === 'End';
  return { do: 'go', to, selects: shiftKey ? 'range' : mod && !isJump ? 'no' : 'alone' };
}

function rightOf(line: GridLine, at: GridPlace, { columns }: GridShape): GridDeed | undefined {
  if (at.column === null) return line.isOpen === false ? { do: 'open' } : inRow(at, 0);
  return at.column + 1 < columns ? inRow(at, at.column + 1) : undefined;
}

/** From the first cell to its row; from a row that is closed, or cannot be opened, to the one it stands in. */
function leftOf(line: GridLine, at: GridPlace, { lines }: GridShape): GridDeed | undefined {
  if (at.column !== null) return inRow(at, at.column === 0 ? null : at.column - 1);
  if (line.isOpen === true) return { do: 'close' };
  for (let row = at.row - 1; row >= 0; row--)
    if ((lines[row]?.level ?? 0) < line.level)
      return { do: 'go', to: { row, column: null }, selects: 'alone' };
  return undefined;
}

function inRow({ row }: GridPlace, column: number | null): GridDeed {
  return { do: 'go', to: { row, column }, selects: 'no' };
}
