/**
 * A treegrid over many rows, of which only those in sight are drawn, besides the one that has the focus. Rows and cells take
 * the focus by turns (a roving `tabindex`); the selection is the canvas's.
 */
import { type CSSProperties, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import type { GridDeed } from '../../editor/outline/gridKeys';
import { RightGlyph } from '../glyphs';
import type { GridFocus } from './useGridFocus';

export interface GridRow {
  readonly id: string;
  readonly level: number;
  readonly place: number;
  readonly siblings: number;
  readonly isOpen: boolean | undefined;
}

export interface GridColumn {
  readonly id: string;
  /** Its place among all columns, from 1; not all of them are shown in a narrow panel. */
  readonly place: number;
  readonly label: string;
  readonly sorted?: 'ascending' | 'descending' | 'none';
  readonly onSort?: () => void;
}

export interface TreeGridProps {
  readonly label: string;
  /** Those that are shown, and how many there are. */
  readonly columns: readonly GridColumn[];
  readonly columnCount: number;
  /** The widths of the columns, as of `grid-template-columns`. */
  readonly tracks: string;
  readonly rows: readonly GridRow[];
  readonly focus: GridFocus;
  readonly selection: ReadonlySet<string>;
  readonly isTree: boolean;
  /** What stands in a cell. */
  readonly renderCell: (id: string, column: string) => ReactNode;
  readonly act: (deed: GridDeed, id: string, column: number | null) => void;
  readonly onPress: (id: string, how: { readonly add: boolean; readonly range: boolean }) => void;
  readonly onMenu: (id: string, event: MouseEvent<HTMLElement>) => void;
  readonly onPasteText?: (text: string) => void;
}

/** In px, as in the style sheet. */
export const gridRowHeight = 28;

export function TreeGrid(props: TreeGridProps) {
  const { label, columns, columnCount, tracks, rows, focus, isTree } = props;
  // The cast lets a custom property through.
  const style = { '--tracks': tracks } as CSSProperties;
  const { scroller, drawn } = focus;
  return (
    <div ref={scroller} className="outline-scroll scrolls">
      {/* Its rows and cells take the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/no-static-element-interactions */}
      <div
        role={isTree ? 'treegrid' : 'grid'}
        className="outline-grid"
        style={style}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columnCount}
        aria-multiselectable
        onKeyDown={(event: KeyboardEvent) => focus.onKeyDown(event, props.act)}
        onFocus={(event) => focus.onFocus(event)}
        onBlur={(event) => focus.onBlur(event)}
        onPaste={(event) => {
          if (props.onPasteText === undefined || event.target instanceof HTMLInputElement) return;
          event.preventDefault();
          props.onPasteText(event.clipboardData.getData('text/plain'));
        }}
      >
        <div role="rowgroup" className="outline-head">
          <div role="row" className="outline-row" aria-rowindex={1}>
            {columns.map((column) => (
              <div
                key={column.id}
                role="columnheader"
                className="outline-cell"
                aria-colindex={column.place}
                aria-sort={column.sorted === 'none' ? undefined : column.sorted}
              >
                {column.onSort === undefined ? (
                  column.label
                ) : (
                  // The list beside the filter does the same for the keyboard, with one stop of Tab for all columns.
                  <button type="button" className="outline-sort" tabIndex={-1} onClick={column.onSort}>
                    {column.label}
                    <span aria-hidden="true">
                      {{ ascending: ' ↑', descending: ' ↓', none: '' }[column.sorted ?? 'none']}
                    </span>
                  </button>
                )}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className="outline-body" style={{ height: rows.length * gridRowHeight }}>
          {drawn.map((index) => {
            const row = rows[index];
            return row === undefined ? null : <Row key={row.id} {...props} row={row} index={index} />;
          })}
        </div>
      </div>
    </div>
  );
}

function Row({
  row,
  index,
  columns,
  focus,
  selection,
  isTree,
  renderCell,
  act,
  onPress,
  onMenu,
}: TreeGridProps & { readonly row: GridRow; readonly index: number }) {
  const { id, level, isOpen } = row;
  const isFocused = focus.at.row === index;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the grid's
    <div
      role="row"
      className="outline-row outline-line"
      data-row={id}
      aria-rowindex={index + 2}
      aria-selected={selection.has(id)}
      {...(isTree ? { 'aria-level': level, 'aria-posinset': row.place, 'aria-setsize': row.siblings } : {})}
      aria-expanded={isOpen}
      tabIndex={isFocused && focus.at.column === null ? 0 : -1}
      style={{ top: index * gridRowHeight }}
      onClick={(event) => {
        focus.goTo(index, null);
        onPress(id, { add: event.ctrlKey || event.metaKey, range: event.shiftKey });
      }}
      onDoubleClick={() => act({ do: 'rename' }, id, null)}
      onContextMenu={(event) => onMenu(id, event)}
    >
      {columns.map((column, at) => (
        <div
          key={column.id}
          role={at === 0 ? 'rowheader' : 'gridcell'}
          className="outline-cell"
          data-column={column.id}
          aria-colindex={column.place}
          tabIndex={isFocused && focus.at.column === at ? 0 : -1}
        >
          {at > 0 || !isTree ? null : (
            <>
              <span className="outline-indent" style={{ width: (level - 1) * 14 }} />
              {/* The arrow keys open and close the row; this is the pointer's way. */}
              {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
              <span
                className="outline-twisty"
                data-open={isOpen}
                aria-hidden="true"
                onClick={(event) => {
                  if (isOpen === undefined) return;
                  event.stopPropagation();
                  act({ do: isOpen ? 'close' : 'open' }, id, null);
                }}
              >
                {isOpen === undefined ? null : <RightGlyph size={12} />}
              </span>
            </>
          )}
          {renderCell(id, column.id)}
        </div>
      ))}
    </div>
  );
}
