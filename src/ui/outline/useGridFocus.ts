/** Where the focus of a grid is, which of its rows are drawn, and what its keys do. */
import {
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { isComposing } from '../../lib/isComposing';
import { gridDeed, type GridDeed, type GridLine, type GridPlace } from '../../editor/outline/gridKeys';
import { useWindow } from '../panels/useWindow';
import { isMac } from '../shell/isMac';
import { gridRowHeight } from './TreeGrid';

export interface GridFocus {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly at: GridPlace;
  /** The rows that are drawn, in their order. */
  readonly drawn: readonly number[];
  goTo(row: number, column: number | null): void;
  /** Takes the keyboard's focus now, or once its row is drawn. */
  take(): void;
  /** Whether the focus is in the grid, or was when its row was taken away. */
  has(): boolean;
  onKeyDown(event: KeyboardEvent, act: (deed: GridDeed, id: string, column: number | null) => void): void;
  onFocus(event: FocusEvent): void;
  onBlur(event: FocusEvent): void;
}

/** `followed`: what was selected elsewhere, and the focus goes to; null where it stays. */
export function useGridFocus(
  lines: readonly GridLine[],
  columns: number,
  followed: string | null,
): GridFocus {
  const scroller = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<{ readonly id: string | null; readonly column: number | null }>({
    id: null,
    column: null,
  });
  const [before, setBefore] = useState<string | null>(null);
  if (followed !== before) {
    setBefore(followed);
    if (followed !== null && followed !== focused.id) setFocused(({ column }) => ({ id: followed, column }));
  }
  const hasFocus = useRef(false);
  const indexes = useMemo(() => new Map(lines.map(({ id }, index) => [id, index])), [lines]);
  const at: GridPlace = {
    row: indexes.get(focused.id ?? '') ?? 0,
    // A column may have gone for want of room.
    column: focused.column === null ? null : Math.min(focused.column, columns - 1),
  };
  const sight = useWindow(scroller, lines.length, gridRowHeight, 0);
  const drawn = drawnRows(sight?.first ?? 0, sight?.end ?? lines.length, at.row, lines.length);
  const id = lines[at.row]?.id;

  const focusNow = (): void => {
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id ?? '')}"]`);
    const place = at.column === null ? row : row?.querySelectorAll<HTMLElement>('.outline-cell')[at.column];
    if (place == null || (place.contains(document.activeElement) && document.activeElement !== row)) return;
    place.focus({ preventScroll: true });
  };
  // A dialog that closes gives the focus back while React commits, which hears of no event then: so the page is asked, too.
  const isWithin = (): boolean =>
    hasFocus.current || scroller.current?.contains(document.activeElement) === true;
  // Before the next frame, in which the canvas would take a focus that nobody has.
  useLayoutEffect(() => {
    if (isWithin()) focusNow();
  });
  useLayoutEffect(() => {
    if (scroller.current !== null) bringIntoSight(scroller.current, at.row);
  }, [at.row]);

  return {
    scroller,
    at,
    drawn,
    goTo: (row, column) => setFocused({ id: lines[row]?.id ?? null, column }),
    take: () => {
      hasFocus.current = true;
      focusNow();
    },
    has: isWithin,
    onKeyDown: (event, act) => {
      if (event.target instanceof HTMLInputElement || isComposing(event.nativeEvent) || id === undefined)
        return;
      const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / gridRowHeight) - 2);
      const deed = gridDeed(event.nativeEvent, at, { lines, columns, page }, isMac);
      if (deed === undefined) return;
      event.preventDefault();
      if (deed.do === 'go') setFocused({ id: lines[deed.to.row]?.id ?? null, column: deed.to.column });
      act(deed, id, at.column);
    },
    onFocus: (event) => {
      hasFocus.current = true;
      const row = event.target.closest<HTMLElement>('[data-row]')?.dataset['row'];
      if (row !== undefined && row !== id) setFocused({ id: row, column: null });
    },
    onBlur: ({ relatedTarget, target }) => {
      if (relatedTarget instanceof Node && scroller.current?.contains(relatedTarget) === true) return;
      // A row that is taken away loses the focus to nobody: the row that comes in its place gets it.
      queueMicrotask(() => {
        if (target.isConnected && !scroller.current?.contains(document.activeElement))
          hasFocus.current = false;
      });
    },
  };
}

function drawnRows(first: number, end: number, focused: number, count: number): readonly number[] {
  const rows = Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
  if (focused >= count || (focused >= first && focused < end)) return rows;
  return focused < first ? [focused, ...rows] : [...rows, focused];
}

/** The head stays above the rows, and covers as much of them as it is high. */
function bringIntoSight(scroller: HTMLElement, row: number): void {
  const top = row * gridRowHeight;
  const height = scroller.clientHeight - gridRowHeight;
  if (height <= 0) return;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top + gridRowHeight > scroller.scrollTop + height)
    scroller.scrollTop = top + gridRowHeight - height;
}
