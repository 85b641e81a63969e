/** The flows as a table: both ends, what is asked, what becomes of it, and why. */
import { lazy, Suspense, useMemo } from 'react';
import { useStore } from 'zustand';
import { flowVerdictWords } from '../../core/network/flowVerdict';
import { jumpTo } from '../../editor/inspecting/jump';
import { flowColumns, flowLines, type FlowColumn, type FlowLine } from '../../editor/outline/flowRows';
import type { GridDeed } from '../../editor/outline/gridKeys';
import { trafficText } from '../../core/model/trafficText';
import { ResourceIcon } from '../ResourceName';
import { useDocument, useEditor, useSay, useVerdicts } from '../useEditor';
import { EmptyNote } from '../EmptyNote';
import { VerdictSign } from '../verdictSigns';
import { fittingColumns, tracksOf } from './fittingColumns';
import { outlineState, showAll } from './outlineState';
import { TreeGrid, type GridRow } from './TreeGrid';
import { useOutlineGrid } from './useOutlineGrid';
import { columnWords, words } from './words';

const MenuAt = lazy(async () => ({ default: (await import('../canvas/MenuAt')).MenuAt }));

const rooms = {
  from: { least: 104, share: 1 },
  to: { least: 104, share: 1 },
  traffic: { least: 110, share: 0 },
  verdict: { least: 120, share: 0.8 },
  reason: { least: 180, share: 3 },
};

/** `width`: of the panel, in px. */
export function FlowGrid({ width }: { readonly width: number }) {
  const editor = useEditor();
  const say = useSay();
  const filter = useStore(outlineState, (state) => state.filter);
  const document = useDocument((whole) => whole);
  const traces = useVerdicts((verdicts) => verdicts.traces);
  const lines = useMemo(() => flowLines(document, traces, filter), [document, traces, filter]);
  const byId = useMemo(() => new Map(lines.map((line) => [line.id, line])), [lines]);
  const rows = useMemo(
    () =>
      lines.map(({ id }, index): GridRow => ({
        id,
        level: 1,
        place: index + 1,
        siblings: lines.length,
        isOpen: undefined,
      })),
    [lines],
  );
  const shown = fittingColumns(flowColumns, ['from', 'to', 'verdict', 'traffic', 'reason'], rooms, width);
  const grid = useOutlineGrid(rows, shown.length);
  const act = (deed: GridDeed, id: string, column: number | null): void => {
    if (grid.act(deed, id)) return;
    const flow = document.flows.get(id);
    if (flow === undefined) return;
    const name = shown[column ?? 0];
    // Enter goes to the end that is named, else into the inspector, which edits the flow.
    if (column !== null && (name === 'from' || name === 'to')) {
      outlineState.setState({ shows: 'resources' });
      jumpTo(editor, flow[name]);
    } else jumpTo(editor, id, name === 'traffic' ? 'protocol' : 'label');
  };
  if (rows.length === 0)
    return (
      <EmptyNote
        title={filter === '' ? words.noFlows : words.nothingFits}
        {...(filter === ''
          ? { text: words.noFlowsHint, offer: ['connect-to', 'tool-connect'] }
          : { button: showAll })}
      />
    );
  return (
    <>
      <TreeGrid
        isTree={false}
        label={say(words.flows)}
        columns={shown.map((id) => ({
          id,
          label: say(columnWords[id]),
          place: flowColumns.indexOf(id) + 1,
        }))}
        columnCount={flowColumns.length}
        tracks={tracksOf(shown, rooms)}
        rows={rows}
        focus={grid.focus}
        selection={grid.selection}
        act={act}
        onPress={grid.press}
        onMenu={grid.openMenu}
        renderCell={(id, column) => {
          const line = byId.get(id);
          // The columns are those of flows.
          return line === undefined ? null : <FlowCell line={line} column={column as FlowColumn} />;
        }}
      />
      {grid.menuAt === null ? null : (
        <Suspense fallback={null}>
          <MenuAt at={grid.menuAt} onClose={grid.closeMenu} />
        </Suspense>
      )}
    </>
  );
}

function FlowCell({ line, column }: { readonly line: FlowLine; readonly column: FlowColumn }) {
  const say = useSay();
  const flow = useDocument((document) => document.flows.get(line.id));
  if (flow === undefined) return null;
  switch (column) {
    case 'from':
    case 'to':
      return (
        <>
          <ResourceIcon id={flow[column]} size={16} />
          <span className="outline-name">{line[column]}</span>
        </>
      );
    case 'traffic':
      return <span className="outline-text">{say(trafficText(flow))}</span>;
    case 'verdict':
      return (
        <span className="outline-count">
          <VerdictSign verdict={line.verdict} />
          <span>
            {say(flowVerdictWords[line.verdict])}
            {line.isAsExpected === false ? <em> {say(words.notAsExpected)}</em> : null}
          </span>
        </span>
      );
    case 'reason':
      return line.reason === undefined ? null : (
        <span className="outline-text" title={say(line.reason)}>
          {say(line.reason)}
        </span>
      );
  }
}
