/**
 * The grid itself. Its cells are of one size, so that of a large design only those in sight are drawn. The focus stays on the
 * grid, which names its active cell: the cell may be one that was not drawn a moment ago.
 */
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Matrix } from '../../core/network/matrix/matrixData';
import { ResourceIcon } from '../ResourceName';
import { EmptyNote } from '../EmptyNote';
import { useSay } from '../useEditor';
import { VerdictSign } from '../verdictSigns';
import { cellLabel, cellText, shortText, signs } from './cellText';
import type { Cell, CellChange, Grid, Line } from './gridModel';
import { namesText, type NameOf } from './useEndNames';
import { MoreHint } from './MoreHint';
import { useSight } from './useSight';
import { words } from './words';

export interface MatrixGridProps {
  readonly matrix: Matrix;
  readonly grid: Grid;
  readonly nameOf: NameOf;
  /** What a what-if does, by the groups of a cell. */
  readonly changes: ReadonlyMap<string, CellChange>;
  /** The ids of the ends that it takes away. */
  readonly gone: ReadonlySet<string>;
  readonly chosen: { readonly row: Line; readonly column: Line } | null;
  readonly onChoose: (row: Line, column: Line) => void;
  /** Where nothing is left of the grid. */
  readonly onShowAll: () => void;
}

/** In px, as in the style sheet. */
export const sizes = { cell: 140, row: 36, head: 220, top: 40 };

export function MatrixGrid({
  matrix,
  grid,
  nameOf,
  changes,
  gone,
  chosen,
  onChoose,
  onShowAll,
}: MatrixGridProps) {
  const say = useSay();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, columns } = grid;
  const [active, setActive] = useState({ row: 0, column: 0 });
  const at = {
    row: Math.min(active.row, Math.max(0, rows.length - 1)),
    column: Math.min(active.column, Math.max(0, columns.length - 1)),
  };
  const sight = useSight(scroller, rows.length, columns.length, at);
  const wasMoved = useRef(false);
  useEffect(() => {
    // Where somebody has begun to type meanwhile, the focus stays.
    if (document.activeElement?.closest('.matrix-tools') == null)
      scroller.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    if (!wasMoved.current || scroller.current === null) return;
    wasMoved.current = false;
    bringIntoSight(scroller.current, at.row, at.column);
  });
  if (rows.length === 0 || columns.length === 0)
    return (
      <div className="matrix-grid-none">
        <EmptyNote title={words.noMatch} button={{ label: words.clear, run: onShowAll }} />
      </div>
    );
  const moveTo = (row: number, column: number): void => {
    wasMoved.current = true;
    setActive({
      row: Math.max(0, Math.min(rows.length - 1, row)),
      column: Math.max(0, Math.min(columns.length - 1, column)),
    });
  };
  const choose = (row: number, column: number): void => {
    const [from, to] = [rows[row], columns[column]];
    if (from !== undefined && to !== undefined && grid.cellAt(from, to) !== null) onChoose(from, to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const far = event.ctrlKey || event.metaKey;
    const target = {
      ArrowUp: [at.row - 1, at.column],
      ArrowDown: [at.row + 1, at.column],
      ArrowLeft: [at.row, at.column - 1],
      ArrowRight: [at.row, at.column + 1],
      PageUp: [at.row - 10, at.column],
      PageDown: [at.row + 10, at.column],
      Home: [far ? 0 : at.row, 0],
      End: [far ? rows.length - 1 : at.row, columns.length - 1],
    }[event.key];
    if (target !== undefined) moveTo(target[0] ?? 0, target[1] ?? 0);
    else if (event.key === 'Enter' || event.key === ' ') choose(at.row, at.column);
    else return;
    event.preventDefault();
  };
  const cellId = (row: number, column: number): string => `${id}-${row}-${column}`;
  return (
    <div className="matrix-frame">
      <div
        ref={scroller}
        className="matrix-grid scrolls"
        role="grid"
        tabIndex={0}
        aria-label={say(words.title)}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-activedescendant={cellId(at.row, at.column)}
        onKeyDown={onKeyDown}
      >
        <div
          role="rowgroup"
          className="matrix-sheet"
          style={{ width: sizes.head + columns.length * sizes.cell }}
        >
          <div role="row" aria-rowindex={1} className="matrix-head">
            <div role="columnheader" aria-colindex={1} className="matrix-corner">
              {say(words.fromTo)}
            </div>
            {sight.columns.map((index) => {
              const column = columns[index];
              return column === undefined ? null : (
                <div
                  key={column.group}
                  role="columnheader"
                  aria-colindex={index + 2}
                  className="matrix-column"
                  data-active={index === at.column || undefined}
                  style={{ left: sizes.head + index * sizes.cell }}
                  title={namesText(column.members, nameOf, 30)}
                >
                  <EndName matrix={matrix} line={column} nameOf={nameOf} gone={gone} />
                </div>
              );
            })}
          </div>
          <div role="presentation" style={{ height: sight.above }} />
          {sight.rows.map((index) => {
            const row = rows[index];
            return row === undefined ? null : (
              <div key={row.group} role="row" aria-rowindex={index + 2} className="matrix-row">
                <div
                  role="rowheader"
                  aria-colindex={1}
                  className="matrix-row-head"
                  data-active={index === at.row || undefined}
                  title={namesText(row.members, nameOf, 30)}
                >
                  <EndName matrix={matrix} line={row} nameOf={nameOf} gone={gone} />
                </div>
                {sight.columns.map((number) => {
                  const column = columns[number];
                  if (column === undefined) return null;
                  const cell = grid.cellAt(row, column);
                  const change = changes.get(`${row.group} ${column.group}`);
                  return (
                    // The keys of all cells are the grid's, which has the focus.
                    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
                    <div
                      key={column.group}
                      id={cellId(index, number)}
                      role="gridcell"
                      aria-colindex={number + 2}
                      aria-selected={chosen?.row.group === row.group && chosen.column.group === column.group}
                      aria-label={cellLabel(
                        cell,
                        namesText(row.members, nameOf, 3),
                        namesText(column.members, nameOf, 3),
                        change,
                        row.group === column.group,
                        say,
                      )}
                      className="matrix-cell"
                      data-verdict={cell?.verdict ?? 'none'}
                      data-active={(index === at.row && number === at.column) || undefined}
                      data-wanted={grid.isWanted(cell) || undefined}
                      data-change={change}
                      style={{ left: sizes.head + number * sizes.cell }}
                      title={cell === null ? undefined : cellText(cell, say)}
                      onClick={() => {
                        setActive({ row: index, column: number });
                        choose(index, number);
                      }}
                    >
                      {cell === null ? null : <CellLook cell={cell} change={change} />}
                    </div>
                  );
                })}
              </div>
            );
          })}
          <div role="presentation" style={{ height: sight.below }} />
        </div>
      </div>
      <MoreHint scroller={scroller} rows={rows.length} columns={columns.length} />
    </div>
  );
}

function EndName({
  matrix,
  line: { members },
  nameOf,
  gone,
}: {
  readonly matrix: Matrix;
  readonly line: Line;
  readonly nameOf: NameOf;
  readonly gone: ReadonlySet<string>;
}) {
  const say = useSay();
  const [first = -1] = members;
  const isGone = gone.size > 0 && members.every((end) => gone.has(matrix.ends[end]?.id ?? ''));
  const resource = matrix.ends[first]?.resource ?? null;
  return (
    <>
      {resource === null ? <OutsideGlyph /> : <ResourceIcon id={resource} size={16} />}
      <span className="matrix-name" data-gone={isGone || undefined}>
        {nameOf(first)}
      </span>
      {isGone && <span className="unseen">{say(words.gone)}</span>}
      {members.length > 1 && <span className="matrix-count">+{members.length - 1}</span>}
    </>
  );
}

/** What is not drawn: a cloud. */
function OutsideGlyph() {
  return (
    <svg
      className="resource-icon matrix-outside"
      width={16}
      height={16}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.25"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M4.5 12.5a2.75 2.75 0 0 1-.4-5.47 4 4 0 0 1 7.7-.66 3.1 3.1 0 0 1-.3 6.13z" />
    </svg>
  );
}

function CellLook({ cell, change }: { readonly cell: Cell; readonly change: CellChange | undefined }) {
  const say = useSay();
  return (
    <>
      <VerdictSign verdict={signs[cell.verdict]} />
      <span className="matrix-ports">{shortText(cell, say)}</span>
      {change !== undefined && (
        <span className="matrix-change" aria-hidden="true">
          {marks[change]}
        </span>
      )}
    </>
  );
}

const marks: Readonly<Record<CellChange, string>> = { lost: '−', doubtful: '?', won: '+' };

/** Scrolls so that a cell is not under the heads. */
function bringIntoSight(scroller: HTMLElement, row: number, column: number): void {
  const [left, top] = [column * sizes.cell, row * sizes.row];
  const width = scroller.clientWidth - sizes.head;
  const height = scroller.clientHeight - sizes.top;
  if (left < scroller.scrollLeft) scroller.scrollLeft = left;
  else if (left + sizes.cell > scroller.scrollLeft + width) scroller.scrollLeft = left + sizes.cell - width;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top + sizes.row > scroller.scrollTop + height) scroller.scrollTop = top + sizes.row - height;
}
