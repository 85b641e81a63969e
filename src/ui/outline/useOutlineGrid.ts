/** What both tables of the outline share: selecting as one walks, the menu, and taking the focus when asked for. */
import { useEffect, useMemo, useState, type MouseEvent } from 'react';
import { useStore } from 'zustand';
import type { Point } from '../../core/model/document';
import { bringIntoView } from '../../editor/camera';
import type { Editor } from '../../editor/editor';
import { topsOf } from '../../editor/carrying';
import type { GridDeed } from '../../editor/outline/gridKeys';
import { select } from '../../editor/selecting';
import { walkTo } from '../../editor/walking';
import { useEditor, useSession } from '../useEditor';
import { focusRequests } from './focusRequests';
import type { GridRow } from './TreeGrid';
import { useGridFocus, type GridFocus } from './useGridFocus';

/** How many requests for the focus were granted, by whichever table was there. */
let granted = 0;

export interface OutlineGrid {
  readonly focus: GridFocus;
  readonly selection: ReadonlySet<string>;
  /** Where the menu stands that was asked for, in px of the screen. */
  readonly menuAt: Point | null;
  /** What of keys and presses is the same everywhere; gives whether it was. */
  act(deed: GridDeed, id: string): boolean;
  press(id: string, how: { readonly add: boolean; readonly range: boolean }): void;
  openMenu(id: string, event?: MouseEvent<HTMLElement>): void;
  closeMenu(takesFocus: boolean): void;
}

export function useOutlineGrid(rows: readonly GridRow[], columns: number): OutlineGrid {
  const editor = useEditor();
  const { session } = editor;
  const selection = useSession((state) => state.selection);
  // What the grid itself selected moves its focus nowhere else.
  const [own, setOwn] = useState<{
    readonly selection: ReadonlySet<string> | null;
    readonly start: string | null;
  }>({ selection: null, start: null });
  const last = [...selection].at(-1) ?? null;
  const [menuAt, setMenuAt] = useState<Point | null>(null);
  const focus = useGridFocus(rows, columns, selection === own.selection ? null : last);
  const requested = useStore(focusRequests);
  useEffect(() => {
    if (requested <= granted || rows.length === 0) return;
    granted = requested;
    focus.take();
  });
  const indexes = useMemo(() => new Map(rows.map(({ id }, index) => [id, index])), [rows]);

  const remember = (start: string): void => {
    setOwn({ selection: session.getState().selection, start });
  };
  const range = (to: string): void => {
    const start = own.start ?? last ?? to;
    const [a, b] = [indexes.get(start), indexes.get(to)];
    if (a === undefined || b === undefined) return;
    const ids = rows.slice(Math.min(a, b), Math.max(a, b) + 1).map(({ id }) => id);
    const { resources } = editor.store.document;
    // A container and what stands in it are never both selected.
    const tops = new Set(topsOf(editor.store.document, ids));
    session.setState({ selection: new Set(ids.filter((id) => tops.has(id) || !resources.has(id))) });
    bringIntoView(editor, [to]);
    remember(start);
  };
  const alone = (id: string): void => {
    walkTo(editor, id);
    remember(id);
  };
  return {
    focus,
    selection,
    menuAt,
    act(deed, id) {
      if (deed.do === 'go') {
        const to = rows[deed.to.row]?.id;
        if (to === undefined || deed.selects === 'no') return true;
        if (deed.selects === 'range') range(to);
        else alone(to);
        return true;
      }
      if (deed.do === 'toggle-selected') {
        select(editor, id, true);
        remember(id);
        return true;
      }
      if (deed.do === 'menu') {
        this.openMenu(id);
        return true;
      }
      return false;
    },
    press(id, { add, range: isRange }) {
      if (isRange) range(id);
      else if (add) {
        select(editor, id, true);
        remember(id);
      } else alone(id);
    },
    openMenu(id, event) {
      event?.preventDefault();
      selectForMenu(editor, id);
      const isByPointer = event !== undefined && event.button === 2;
      const row = focus.scroller.current?.querySelector(`[data-row="${CSS.escape(id)}"]`);
      const { left = 0, bottom = 0 } = row?.getBoundingClientRect() ?? {};
      setMenuAt(isByPointer ? { x: event.clientX, y: event.clientY } : { x: left + 40, y: bottom });
    },
    closeMenu(takesFocus) {
      setMenuAt(null);
      if (takesFocus) focus.take();
    },
  };
}

function selectForMenu(editor: Editor, id: string): void {
  if (!editor.session.getState().selection.has(id)) select(editor, id, false);
}
