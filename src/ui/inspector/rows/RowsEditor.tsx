/**
 * A table of a resource: routes, rules. Each row is a group of cells; Tab walks them, Enter in a cell adds a row, Delete
 * takes one away. Rows that are AWS's own are shown with the others and cannot be edited.
 */
import { memo, useId, useMemo, useRef } from 'react';
import type { RowsField } from '../../../core/catalog/field';
import type { ResourceId } from '../../../core/model/document';
import { valuesOf } from '../../../core/model/queries';
import { isUnknown } from '../../../core/model/value';
import type { RouteState } from '../../../core/network/network';
import { decisionsAt, noDecisions, type Decision, type Loss } from '../../../editor/inspecting/decisions';
import { addRow, rowKeys } from '../../../editor/inspecting/rows';
import { PlusGlyph } from '../../glyphs';
import { ResourceName } from '../../ResourceName';
import { useDocument, useEditor, useSay, useSession, useVerdicts } from '../../useEditor';
import { useDocumentPart } from '../../useParts';
import { words } from '../words';
import { cellsOf } from './cells';
import { RowEditor } from './RowEditor';
import { RowMarks } from './RowMarks';
import './rows.css';

export interface RowsEditorProps {
  readonly owner: ResourceId;
  readonly prop: string;
  readonly field: RowsField<unknown>;
}

const noStates: readonly RouteState[] = [];

export const RowsEditor = memo(function RowsEditor({ owner, prop, field }: RowsEditorProps) {
  const editor = useEditor();
  const say = useSay();
  const heading = useId();
  const addButton = useRef<HTMLButtonElement>(null);
  const table = useDocument((document) => {
    const resource = document.resources.get(owner);
    return resource === undefined ? undefined : valuesOf(resource)[prop];
  });
  const keys = useDocumentPart(() => rowKeys(field, table));
  const states = useVerdicts((verdicts) =>
    field.routes === true ? (verdicts.routes.get(owner) ?? noStates) : noStates,
  );
  const flow = useSession((session) => session.flowInFocus);
  const trace = useVerdicts((verdicts) => (flow === null ? undefined : verdicts.traces.get(flow)));
  const { decided, lost } = useMemo(
    () => (trace === undefined ? noDecisions : decisionsAt(trace, owner)),
    [trace, owner],
  );
  const cells = useMemo(() => cellsOf(field), [field]);
  const own = states.filter(({ rowKey }) => rowKey === null);

  return (
    <section className="rows" aria-labelledby={heading}>
      <div className="rows-title">
        <h3 id={heading}>{say(field.label)}</h3>
        <span className="inspector-quiet">{keys.length + own.length}</span>
      </div>
      {isUnknown(table) ? (
        <p className="inspector-unknown">
          <strong>{say(words.unknown)}</strong>: {say(table.unknown)}
        </p>
      ) : null}
      {keys.length + own.length === 0 ? null : (
        <div className="rows-head" aria-hidden="true">
          {cells.map((cell) => (
            <span key={cell.column} className="rows-cell" data-size={cell.size}>
              {say(cell.label)}
            </span>
          ))}
          <span className="rows-end" />
        </div>
      )}
      {own.map((state) => (
        <ImpliedRow key={`${state.destination} ${state.target ?? ''}`} state={state} decided={decided} />
      ))}
      {keys.map((key, index) => (
        <RowEditor
          key={key}
          owner={owner}
          prop={prop}
          field={field}
          cells={cells}
          rowKey={key}
          name={`${say(field.label)} ${index + 1}`}
          after={() => {
            const next = keys[index + 1] ?? keys[index - 1];
            if (next === undefined) addButton.current?.focus();
            else editor.session.setState({ fieldInFocus: { id: owner, field: `${prop}.${next}` } });
          }}
          state={states.find(({ rowKey }) => rowKey === key)}
          decided={decided.filter((each) => each.field === prop && each.rowKey === key)}
          lost={lossOf(
            states.find(({ rowKey }) => rowKey === key),
            lost,
          )}
        />
      ))}
      {field.sortedBy === undefined ? null : (
        <div className="rows-row rows-implied">
          <div className="rows-cells">
            <span className="mono">*</span>
            <span className="inspector-quiet">{say(words.denies)}</span>
          </div>
          <RowMarks
            decided={decided.filter(
              (each) => each.verdict === 'drop' && each.rowKey === undefined && mayBeOf(each, prop),
            )}
          />
        </div>
      )}
      <div className="rows-foot">
        <button
          ref={addButton}
          type="button"
          className="button button-outlined inspector-small"
          onClick={() => addRow(editor, owner, prop, field)}
        >
          <PlusGlyph size={14} />
          {say(field.addLabel)}
        </button>
        {field.presets === undefined ? null : (
          <select
            className="inspector-select rows-presets"
            aria-label={`${say(field.addLabel)}: ${say(words.addPreset)}`}
            value=""
            onChange={(event) => {
              const preset = field.presets?.[Number(event.target.value)];
              if (preset !== undefined) addRow(editor, owner, prop, field, preset.values);
            }}
          >
            <option value="">{say(words.addPreset)}</option>
            {field.presets.map((preset, index) => (
              <option key={preset.label.en} value={index}>
                {say(preset.label)}
              </option>
            ))}
          </select>
        )}
      </div>
    </section>
  );
});

/** A route that nobody can edit here: a local one, that of a gateway endpoint, one that comes from out of sight. */
function ImpliedRow({
  state,
  decided,
}: {
  readonly state: RouteState;
  readonly decided: readonly Decision[];
}) {
  const say = useSay();
  const { target } = state;
  const isDrawn = useDocumentPart(({ resources }) => target !== null && resources.has(target));
  return (
    <div className="rows-row rows-implied" title={say(words.implied)}>
      <div className="rows-cells">
        <span className="rows-cell mono rows-text" data-size="wide">
          {state.destination.replace(/^pl:/, '')}
        </span>
        <span className="rows-cell" data-size="pointing">
          {target === null ? (
            <span className="mono">{say(words.local)}</span>
          ) : isDrawn ? (
            <ResourceName id={target} />
          ) : (
            <span className="mono">{target}</span>
          )}
        </span>
        <span className="rows-end" />
      </div>
      <RowMarks
        state={state.state === 'local' ? undefined : state}
        decided={decided.filter(({ rowKey, row }) => rowKey === undefined && isRowOf(row, state))}
      />
    </div>
  );
}

function lossOf(state: RouteState | undefined, lost: readonly Loss[]): Loss | undefined {
  return state === undefined ? undefined : lost.find(({ row }) => isRowOf(row, state));
}

/** A row in words starts with its destination: `10.0.0.0/16 → local`. */
function isRowOf(row: string | null, state: RouteState): boolean {
  return row !== null && row.startsWith(`${state.destination} `);
}

/** The engine names the table that a refusal without a row belongs to; where it does not, both tables may be meant. */
function mayBeOf(decision: Decision, prop: string): boolean {
  return decision.field === undefined || decision.field === prop;
}
