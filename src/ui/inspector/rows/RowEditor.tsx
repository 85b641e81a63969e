/** One row of a table. */
import { useId, useState, type KeyboardEvent } from 'react';
import type { RowsField } from '../../../core/catalog/field';
import { call } from '../../../core/commands';
import type { ResourceId } from '../../../core/model/document';
import { valuesOf } from '../../../core/model/queries';
import { isUnknown } from '../../../core/model/value';
import type { RouteState } from '../../../core/network/network';
import { japanese } from '../../../lib/japanese';
import type { Words } from '../../../lib/words';
import type { Decision, Loss } from '../../../editor/inspecting/decisions';
import { portRangeText, readPortRange } from '../../../editor/inspecting/portRange';
import { addRow, deleteRow, rowOf, withWhatFollows, type RowValues } from '../../../editor/inspecting/rows';
import { isComposing } from '../../../lib/isComposing';
import { CloseGlyph } from '../../glyphs';
import { useDocument, useEditor, useSay } from '../../useEditor';
import { faultOf } from '../fields/checks';
import type { Typed } from '../fields/control';
import { FieldControl } from '../fields/FieldControl';
import { TextBox } from '../fields/TextBox';
import { words } from '../words';
import type { Cell } from './cells';
import { RowMarks } from './RowMarks';

export interface RowEditorProps {
  readonly owner: ResourceId;
  readonly prop: string;
  readonly field: RowsField<unknown>;
  readonly cells: readonly Cell[];
  readonly rowKey: string;
  /** "Inbound rules 2". */
  readonly name: string;
  /** Where the caret goes when the row is gone. */
  readonly after: () => void;
  readonly state: RouteState | undefined;
  readonly decided: readonly Decision[];
  readonly lost: Loss | undefined;
}

export function RowEditor(props: RowEditorProps) {
  const { owner, prop, field, cells, rowKey, name, state, decided, lost } = props;
  const editor = useEditor();
  const say = useSay();
  const id = useId();
  const [typed, setTyped] = useState<Readonly<Record<string, Typed | null>>>({});
  const values = useDocument((document) => {
    const resource = document.resources.get(owner);
    return resource === undefined ? undefined : rowOf(valuesOf(resource)[prop], rowKey);
  });
  if (values === undefined) return null;

  const set = (label: Words, changed: RowValues): void =>
    editor.store.apply({
      title: { en: `Change ${label.en}`, ja: japanese`${label.ja}の変更` },
      commands: [call('setRow', { id: owner, field: prop, row: rowKey, values: changed })],
    });
  const remove = (): void => {
    deleteRow(editor, owner, prop, field, rowKey);
    props.after();
  };
  const add = (): void => addRow(editor, owner, prop, field);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    const inText = event.target instanceof HTMLInputElement && event.target.type === 'text';
    const isDelete = event.key === 'Delete' || event.key === 'Backspace';
    if (isDelete && (!inText || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      remove();
    } else if (event.key === 'Enter' && event.target instanceof HTMLSelectElement) {
      event.preventDefault();
      add();
    }
  };
  const faults = cells.flatMap((cell) => {
    const fault = faultOfCell(cell, values, typed[cell.column] ?? null);
    return fault === undefined ? [] : [{ column: cell.column, fault }];
  });
  const faultsId = `${id}-faults`;

  return (
    // Keys are heard for the whole row, whose cells are the controls.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      aria-label={name}
      className="rows-row"
      data-state={state?.state}
      data-decides={decided.length > 0 ? true : undefined}
      onKeyDown={onKeyDown}
    >
      <div className="rows-cells">
        {cells.map((cell) => {
          const { column, field: described } = cell;
          const isFaulty = faults.some((each) => each.column === column);
          const applies = described.applies?.(values) ?? true;
          const typing = (next: Typed | null): void => setTyped((all) => ({ ...all, [column]: next }));
          return (
            <div key={column} className="rows-cell" data-size={cell.size}>
              {cell.rangeTo === undefined ? (
                <FieldControl
                  field={described}
                  value={values[column]}
                  owner={owner}
                  place={`${prop}.${rowKey}.${column}`}
                  id={`${id}-${column}`}
                  name={say(cell.label)}
                  invalid={isFaulty}
                  {...(isFaulty ? { describedBy: faultsId } : {})}
                  disabled={!applies}
                  commit={(next) => set(cell.label, withWhatFollows(field, values, { [column]: next }))}
                  callsFor={(next) => [
                    call('setRow', { id: owner, field: prop, row: rowKey, values: { [column]: next } }),
                  ]}
                  typing={typing}
                  entered={add}
                />
              ) : (
                <RangeBox
                  cell={cell}
                  values={values}
                  place={`${prop}.${rowKey}.${column} ${prop}.${rowKey}.${cell.rangeTo}`}
                  id={`${id}-${column}`}
                  invalid={isFaulty}
                  describedBy={isFaulty ? faultsId : undefined}
                  disabled={!applies}
                  set={set}
                  typing={typing}
                  entered={add}
                />
              )}
            </div>
          );
        })}
        <button
          type="button"
          className="icon-button rows-end rows-delete"
          title={`${say(words.deleteRow)} ${name}`}
          aria-label={`${say(words.deleteRow)} ${name}`}
          onClick={remove}
        >
          <CloseGlyph size={14} />
        </button>
      </div>
      {faults.length === 0 ? null : (
        <div id={faultsId} className="rows-faults">
          {faults.map(({ column, fault }) => (
            <p key={column} className="inspector-fault">
              {say(fault)}
            </p>
          ))}
        </div>
      )}
      <RowMarks state={state} decided={decided} lost={lost} />
    </fieldset>
  );
}

interface RangeBoxProps {
  readonly cell: Cell;
  readonly values: RowValues;
  readonly place: string;
  readonly id: string;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly disabled: boolean;
  readonly set: (label: Words, values: RowValues) => void;
  readonly typing: (typed: Typed | null) => void;
  readonly entered: () => void;
}

/** Both ends of a range in one box. */
function RangeBox({ cell, values, set, typing, ...box }: RangeBoxProps) {
  const say = useSay();
  const { column, rangeTo = column } = cell;
  const [from, to] = [values[column], values[rangeTo]];
  const unknown = isUnknown(from) ? from : isUnknown(to) ? to : undefined;
  if (unknown !== undefined)
    return (
      <button
        type="button"
        id={box.id}
        data-field={box.place}
        className="button button-outlined inspector-small"
        title={say(unknown.unknown)}
        aria-label={`${say(cell.label)}: ${say(words.unknown)}. ${say(words.setValue)}`}
        onClick={() => set(cell.label, { [column]: cell.field.default, [rangeTo]: cell.field.default })}
      >
        {say(words.unknown)}
      </button>
    );
  return (
    <TextBox
      {...box}
      value={box.disabled ? '' : portRangeText(from, to)}
      name={say(cell.label)}
      placeholder={say(words.allPorts)}
      mono
      commit={(text) => {
        const range = readPortRange(text);
        if (range === undefined) return false;
        set(cell.label, { [column]: range.from, [rangeTo]: range.to });
        return true;
      }}
      typed={(text) => {
        const range = text === null ? undefined : readPortRange(text);
        if (text === null) typing(null);
        else if (range === undefined) typing({ fault: words.portsFault });
        else typing({ value: range });
      }}
    />
  );
}

function faultOfCell(cell: Cell, values: RowValues, typed: Typed | null): Words | undefined {
  if (!(cell.field.applies?.(values) ?? true)) return undefined;
  if (cell.rangeTo === undefined) return faultOf(cell.field, values[cell.column], typed);
  if (typed !== null && 'fault' in typed) return typed.fault;
  // What is typed in a range box was read as a range.
  const range = (typed?.value ?? { from: values[cell.column], to: values[cell.rangeTo] }) as {
    readonly from: unknown;
    readonly to: unknown;
  };
  const { from, to } = range;
  if (typeof from === 'number' && typeof to === 'number' && from > to) return words.portsBackwards;
  return faultOf(cell.field, from, null) ?? faultOf(cell.field, to, null);
}
