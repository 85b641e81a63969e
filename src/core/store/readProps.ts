/** Checks the props of a resource against its kind's fields: what has the wrong type becomes the default, and is told. */
import type { Field } from '../catalog/field';
import { fits } from '../catalog/fits';
import { isRecord, isWords, ownEntries } from './plain';

/** Called for each value that was replaced; `where` is the way to it from the prop: `['routes', 'r1', 'target']`. */
export type TellReplaced = (where: readonly string[], value: unknown) => void;

/** All props a kind describes, and what else the record held, which another version may know. */
export function readProps(
  fields: ReadonlyMap<string, Field>,
  raw: unknown,
  tell: TellReplaced,
): {
  readonly props: Readonly<Record<string, unknown>>;
  readonly unfamiliar: readonly string[];
  /** The props, or `table.row.column`, that the record did not have. */
  readonly lacking: readonly string[];
} {
  const given = isRecord(raw) ? raw : {};
  if (raw !== undefined && !isRecord(raw)) tell([], raw);
  const props: Record<string, unknown> = { ...given };
  for (const [name, field] of fields)
    props[name] = Object.hasOwn(given, name) ? readValue(field, given[name], [name], tell) : field.default;
  return {
    props,
    unfamiliar: Object.keys(given).filter((name) => !fields.has(name)),
    lacking: [...fields].flatMap(([name, field]) => lackingIn(name, field, given)),
  };
}

function lackingIn(name: string, field: Field, given: Readonly<Record<string, unknown>>): readonly string[] {
  if (!Object.hasOwn(given, name)) return [name];
  if (field.control !== 'rows') return [];
  return ownEntries(given[name]).flatMap(([key, row]) =>
    isRecord(row)
      ? Object.keys(field.columns)
          .filter((column) => !Object.hasOwn(row, column))
          .map((column) => `${name}.${key}.${column}`)
      : [],
  );
}

function readValue(field: Field, value: unknown, where: readonly string[], tell: TellReplaced): unknown {
  if (field.control === 'rows')
    return isUnknownValue(value)
      ? { unknown: unknownRow(field.columns, value) }
      : readRows(field.columns, field.default, value, where, tell);
  // A list of references holds those that are known; there is no other way to say that some are not.
  if (fits(field, value) || (isUnknownValue(value) && field.control !== 'refs')) return value;
  tell(where, value);
  return field.default;
}

/** A table of which nothing is known is one row of which nothing is known: what goes by rows meets no surprise. */
function unknownRow(columns: Readonly<Record<string, Field>>, value: unknown): unknown {
  return Object.fromEntries(Object.keys(columns).map((column) => [column, value]));
}

function readRows(
  columns: Readonly<Record<string, Field>>,
  fallback: unknown,
  value: unknown,
  where: readonly string[],
  tell: TellReplaced,
): unknown {
  if (!isRecord(value)) {
    tell(where, value);
    return fallback;
  }
  const rows: Record<string, unknown> = {};
  for (const [key, row] of ownEntries(value)) {
    if (!isRecord(row)) {
      tell([...where, key], row);
      continue;
    }
    const cells: Record<string, unknown> = { ...row };
    for (const [name, column] of Object.entries(columns))
      cells[name] = Object.hasOwn(row, name)
        ? readValue(column, row[name], [...where, key, name], tell)
        : column.default;
    rows[key] = cells;
  }
  return rows;
}

function isUnknownValue(value: unknown): boolean {
  return isRecord(value) && 'unknown' in value && isWords(value['unknown']);
}
