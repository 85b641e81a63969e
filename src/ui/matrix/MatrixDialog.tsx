/** Who reaches whom: a grid of all ends, filters and what-ifs above it, and beside it the path of the chosen cell. */
import { useEffect, useMemo, useState } from 'react';
import type { WhatIf } from '../../core/network/whatIf/choices';
import { closeDialog } from '../shell/dialogs';
import { Dialog } from '../shell/Dialog';
import { EmptyNote } from '../EmptyNote';
import { useEditor, useSay } from '../useEditor';
import '../controls.css';
import { CellPane } from './CellPane';
import { changesIn, gridOf, noFilter, type GridFilter, type Line } from './gridModel';
import { MatrixGrid } from './MatrixGrid';
import { MatrixTools } from './MatrixTools';
import { useEndNames } from './useEndNames';
import { hireMatrixWorker, useMatrix, type MatrixWorker } from './useMatrix';
import { WhatIfPane } from './WhatIfPane';
import { words } from './words';
import './matrix.css';
import './matrixSide.css';

export interface MatrixDialogProps {
  readonly hire?: () => MatrixWorker;
}

export function MatrixDialog({ hire = hireMatrixWorker }: MatrixDialogProps) {
  const say = useSay();
  useCloseOnJump();
  return (
    <Dialog title={say(words.title)} className="matrix-dialog" onClose={closeDialog}>
      <MatrixView hire={hire} />
    </Dialog>
  );
}

function MatrixView({ hire }: { readonly hire: () => MatrixWorker }) {
  const say = useSay();
  const { whole, failed, consequences, trace, askWhatIf, askTrace } = useMatrix(hire);
  const [filter, setFilter] = useState<GridFilter>(noFilter);
  const [chosen, setChosen] = useState<{ readonly row: Line; readonly column: Line } | null>(null);
  const [whatIf, setWhatIf] = useState<WhatIf | null>(null);
  const nameOf = useEndNames(whole?.matrix ?? null);
  const grid = useMemo(
    () => (whole === null ? null : gridOf(whole.matrix, filter, nameOf)),
    [whole, filter, nameOf],
  );
  const changes = useMemo(
    () => (whole === null ? new Map<string, never>() : changesIn(whole.matrix, consequences)),
    [whole, consequences],
  );
  const gone = useMemo(() => new Set(consequences?.gone), [consequences]);
  if (failed) return <p className="matrix-note">{say(words.failed)}</p>;
  if (whole === null || grid === null)
    return (
      <p className="matrix-note" role="status">
        {say(words.working)}
      </p>
    );
  const { matrix, whatIfs } = whole;
  if (!matrix.ends.some(({ sort }) => sort !== 'internet'))
    return (
      <div className="matrix-empty">
        <EmptyNote title={words.emptyTitle} text={words.empty} offer={['add-inside', 'open-gallery']} />
      </div>
    );
  const cell = chosen === null ? null : grid.cellAt(chosen.row, chosen.column);
  return (
    <div className="matrix">
      <MatrixTools
        filter={filter}
        onFilter={(next) => {
          setFilter(next);
          setChosen(null);
        }}
        whatIfs={whatIfs}
        whatIf={whatIf}
        onWhatIf={(next) => {
          setWhatIf(next);
          setChosen(null);
          askWhatIf(next);
        }}
      />
      <div className="matrix-parts">
        <MatrixGrid
          matrix={matrix}
          grid={grid}
          nameOf={nameOf}
          changes={changes}
          gone={gone}
          chosen={chosen}
          onChoose={(row, column) => setChosen({ row, column })}
          onShowAll={() => setFilter(noFilter)}
        />
        <section className="matrix-side scrolls" aria-label={say(words.path)}>
          {chosen !== null && cell !== null ? (
            <CellPane
              key={`${chosen.row.group} ${chosen.column.group}`}
              matrix={matrix}
              row={chosen.row}
              column={chosen.column}
              cell={cell}
              filter={filter}
              nameOf={nameOf}
              trace={trace}
              askTrace={askTrace}
              onBack={whatIf === null ? null : () => setChosen(null)}
            />
          ) : whatIf !== null ? (
            <WhatIfPane matrix={matrix} whatIf={whatIf} consequences={consequences} nameOf={nameOf} />
          ) : (
            <p className="matrix-note">{say(words.chooseCell)}</p>
          )}
        </section>
      </div>
    </div>
  );
}

/** Whoever goes to a resource of a path wants to see it, and it is behind the dialog. */
function useCloseOnJump(): void {
  const { session } = useEditor();
  useEffect(
    () =>
      session.subscribe((now, before) => {
        if (now.selection !== before.selection && now.selection.size > 0) closeDialog();
      }),
    [session],
  );
}
