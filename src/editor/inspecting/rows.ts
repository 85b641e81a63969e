/** The rows of a table as people see and add them. */
import type { RowsField } from '../../core/catalog/field';
import { call } from '../../core/commands';
import type { ResourceId } from '../../core/model/document';
import { valuesOf } from '../../core/model/queries';
import { isUnknown } from '../../core/model/value';
import type { Editor } from '../editor';
import { japanese } from '../../lib/japanese';

export type RowValues = Readonly<Record<string, unknown>>;

/** The keys in the order of the deciding number where there is one, else as they were added. */
export function rowKeys(field: RowsField<unknown>, table: unknown): readonly string[] {
  if (typeof table !== 'object' || table === null || isUnknown(table)) return [];
  const keys = Object.keys(table);
  const { sortedBy } = field;
  if (sortedBy === undefined) return keys;
  const rank = (key: string): number => {
    const number = rowOf(table, key)?.[sortedBy];
    return typeof number === 'number' ? number : Infinity;
  };
  return keys
    .map((key, index) => ({ key, index }))
    .sort((a, b) => rank(a.key) - rank(b.key) || a.index - b.index)
    .map(({ key }) => key);
}

export function rowOf(table: unknown, key: string): RowValues | undefined {
  if (typeof table !== 'object' || table === null) return undefined;
  // A table is a record of rows; the reader of files has made sure of it.
  const row = (table as Readonly<Record<string, unknown>>)[key];
  return typeof row === 'object' && row !== null ? (row as RowValues) : undefined;
}

/**
 * Changed cells with what follows from them in their row. A number that no longer means anything is emptied, since it is
 * not seen any more and may come to mean something else (port 443 would be an ICMP type); one that begins to mean
 * something starts as in a new row, and not as every port.
 */
export function withWhatFollows(field: RowsField<unknown>, before: RowValues, changed: RowValues): RowValues {
  const after = { ...before, ...changed };
  const following: Record<string, unknown> = {};
  for (const [column, described] of Object.entries(field.columns)) {
    if (column in changed || described.control !== 'number' || described.optional !== true) continue;
    const [applied, applies] = [before, after].map((values) => described.applies?.(values) ?? true);
    if (applied === applies) continue;
    following[column] = applies === true ? (before[column] ?? described.default) : null;
  }
  return { ...changed, ...following };
}

/** Adds a row and moves the caret to its first cell. */
export function addRow(
  editor: Editor,
  owner: ResourceId,
  prop: string,
  field: RowsField<unknown>,
  values: RowValues = {},
): void {
  const resource = editor.store.document.resources.get(owner);
  if (resource === undefined) return;
  const table = valuesOf(resource)[prop];
  const row = editor.newId('r');
  editor.store.apply({
    title: field.addLabel,
    commands: [
      // A table that is unknown as a whole becomes one with this row.
      ...(isUnknown(table) ? [call('setProps', { id: owner, props: { [prop]: {} } })] : []),
      call('setRow', { id: owner, field: prop, row, values: { ...nextNumber(field, table), ...values } }),
    ],
  });
  editor.session.setState({ fieldInFocus: { id: owner, field: `${prop}.${row}` } });
}

export function deleteRow(
  editor: Editor,
  owner: ResourceId,
  prop: string,
  field: RowsField<unknown>,
  row: string,
): void {
  editor.store.apply({
    title: { en: `Delete row of ${field.label.en}`, ja: japanese`${field.label.ja}の行の削除` },
    commands: [call('setRow', { id: owner, field: prop, row, values: null })],
  });
}

/** The next free hundred, as AWS's console numbers rules; the next free number where the hundreds are used up. */
function nextNumber(field: RowsField<unknown>, table: unknown): RowValues {
  const { sortedBy } = field;
  if (sortedBy === undefined) return {};
  const column = field.columns[sortedBy];
  const most = column?.control === 'number' ? column.max : Infinity;
  const taken = new Set(
    rowKeys(field, table).flatMap((key) => {
      const number = rowOf(table, key)?.[sortedBy];
      return typeof number === 'number' ? [number] : [];
    }),
  );
  let next = (Math.floor(Math.max(0, ...taken) / 100) + 1) * 100;
  if (next > most) for (next = 1; taken.has(next) && next < most;) next++;
  return { [sortedBy]: next };
}
