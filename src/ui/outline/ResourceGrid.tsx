/** The resources as a treegrid: containment as the tree, and beside each what the network makes of it. */
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { pasteGiven } from '../../editor/actions/editing';
import { jumpTo } from '../../editor/inspecting/jump';
import { detailsIn } from '../../editor/outline/details';
import type { GridDeed } from '../../editor/outline/gridKeys';
import { outlineColumns, outlineRows, type OutlineColumn } from '../../editor/outline/rows';
import { viewOf } from '../../editor/view';
import { ancestors } from '../../core/model/queries';
import { EmptyNote } from '../EmptyNote';
import { useDocument, useEditor, useSay, useSession, useVerdicts } from '../useEditor';
import { NameCell } from './NameCell';
import { fittingColumns, tracksOf } from './fittingColumns';
import { outlineState, showAll } from './outlineState';
import { ResourceCell } from './ResourceCell';
import { TreeGrid, type GridColumn } from './TreeGrid';
import { useOutlineGrid } from './useOutlineGrid';
import { problemsOf } from '../panels/problemsOf';
import { columnWords, words } from './words';

const MenuAt = lazy(async () => ({ default: (await import('../canvas/MenuAt')).MenuAt }));

const rooms = {
  name: { least: 150, share: 2.2 },
  kind: { least: 110, share: 1.2 },
  zone: { least: 100, share: 1 },
  address: { least: 110, share: 1.2 },
  routeTable: { least: 110, share: 1 },
  findings: { least: 80, share: 0 },
  flows: { least: 84, share: 1 },
};
const byImportance = ['name', 'findings', 'flows', 'address', 'kind', 'routeTable', 'zone'] as const;

/** `width`: of the panel, in px. */
export function ResourceGrid({ width }: { readonly width: number }) {
  const editor = useEditor();
  const { catalog, session } = editor;
  const say = useSay();
  const { filter, folded, sort } = useStore(outlineState);
  const language = useSession((state) => state.language);
  const document = useDocument((whole) => whole);
  const findings = useVerdicts((verdicts) => verdicts.findings);
  const traces = useVerdicts((verdicts) => verdicts.traces);
  const details = useMemo(
    () => detailsIn({ catalog, document, looks: viewOf(editor).looks(), findings, traces }),
    [catalog, document, editor, findings, traces],
  );
  const rows = useMemo(
    () => outlineRows(document, details, { folded, filter, sort, language }),
    [document, details, folded, filter, sort, language],
  );
  const shown = fittingColumns(outlineColumns, byImportance, rooms, width);
  const grid = useOutlineGrid(rows, shown.length);
  const { focus } = grid;
  const [renaming, setRenaming] = useState<string | null>(null);
  useUnfolding();
  useRenaming(grid.focus.has, grid.menuAt !== null, setRenaming);

  const fold = (id: string, isFolded: boolean): void => {
    const next = new Set(folded);
    if (isFolded) next.add(id);
    else next.delete(id);
    outlineState.setState({ folded: next });
  };
  const act = (deed: GridDeed, id: string, column: number | null): void => {
    if (grid.act(deed, id)) return;
    if (deed.do === 'open' || deed.do === 'close') fold(id, deed.do === 'close');
    else if (deed.do === 'rename') setRenaming(id);
    else activate(id, shown[column ?? 0] ?? 'name');
  };
  /** What Enter does in each column. */
  const activate = (id: string, column: OutlineColumn): void => {
    const { routeTable, name } = details(id) ?? {};
    switch (column) {
      case 'name':
        setRenaming(id);
        break;
      case 'routeTable':
        if (routeTable != null) jumpTo(editor, routeTable.id);
        break;
      case 'findings':
        problemsOf.setState({ selection: true });
        session.setState({ selection: new Set([id]), panel: 'problems' });
        break;
      case 'flows':
        outlineState.setState({ shows: 'flows', filter: name ?? '' });
        break;
      default:
        jumpTo(editor, id, fieldFor(column));
    }
  };
  const fieldFor = (column: OutlineColumn): string => (column === 'address' ? 'cidr' : column);
  const endRenaming = (takesFocus: boolean): void => {
    setRenaming(null);
    if (takesFocus) focus.take();
  };

  if (rows.length === 0)
    return (
      <EmptyNote
        title={document.resources.size === 0 ? words.emptyTitle : words.nothingFits}
        {...(document.resources.size === 0
          ? { text: words.empty, offer: ['start-with-vpc'] }
          : { button: showAll })}
      />
    );
  const columns = shown.map((id): GridColumn => ({
    id,
    place: outlineColumns.indexOf(id) + 1,
    label: say(columnWords[id]),
    sorted: sort?.by === id ? (sort.descending ? 'descending' : 'ascending') : 'none',
    onSort: () =>
      outlineState.setState({
        sort:
          sort?.by !== id
            ? { by: id, descending: false }
            : sort.descending
              ? null
              : { by: id, descending: true },
      }),
  }));
  return (
    <>
      <TreeGrid
        isTree
        label={say(words.resources)}
        columns={columns}
        columnCount={outlineColumns.length}
        tracks={tracksOf(shown, rooms)}
        rows={rows}
        focus={focus}
        selection={grid.selection}
        act={act}
        onPress={grid.press}
        onMenu={grid.openMenu}
        onPasteText={(text) => pasteGiven(editor, text, false)}
        renderCell={(id, column) =>
          column === 'name' ? (
            <NameCell id={id} isEdited={renaming === id} onEnd={endRenaming}>
              {shown.includes('address') ? null : <ResourceCell column="address" details={details(id)} />}
            </NameCell>
          ) : (
            // The columns are the outline's.
            <ResourceCell column={column as OutlineColumn} details={details(id)} />
          )
        }
      />
      {grid.menuAt === null ? null : (
        <Suspense fallback={null}>
          <MenuAt at={grid.menuAt} onClose={grid.closeMenu} />
        </Suspense>
      )}
    </>
  );
}

/** What is selected elsewhere is to be seen here: the containers around it open. */
function useUnfolding(): void {
  const { store } = useEditor();
  const selection = useSession((state) => state.selection);
  useEffect(() => {
    const last = [...selection].at(-1);
    if (last === undefined) return;
    const { folded } = outlineState.getState();
    const around = ancestors(store.document, last).filter(({ id }) => folded.has(id));
    if (around.length === 0) return;
    const next = new Set(folded);
    for (const { id } of around) next.delete(id);
    outlineState.setState({ folded: next });
  }, [selection, store]);
}

/** A rename that is asked for by a menu or a command while one is in the outline happens here and not on the canvas. */
function useRenaming(hasFocus: () => boolean, hasMenu: boolean, rename: (id: string) => void): void {
  const { session, store } = useEditor();
  const latest = useRef({ hasFocus, hasMenu });
  useEffect(() => {
    latest.current = { hasFocus, hasMenu };
  });
  useEffect(
    () =>
      session.subscribe(({ editing }, before) => {
        if (editing === null || editing === before.editing || !store.document.resources.has(editing)) return;
        if (!latest.current.hasMenu && !latest.current.hasFocus()) return;
        session.setState({ editing: null });
        rename(editing);
      }),
    [session, store, rename],
  );
}
