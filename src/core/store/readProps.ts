/** Checks the props of a resource against its kind's fields: what has the wrong type becomes the default, and is told. */
import type { Field } from '../catalog/field';
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

/** Whether a value has the type that the field's kind relies on. Whether it makes sense is for rules to say. */
function fits(field: Exclude<Field, { control: 'rows' }>, value: unknown): boolean {
  switch (field.control) {
    case 'text':
    case 'cidr':
      return typeof value === 'string' || (value === null && field.default === null);
    case 'number':
      return typeof value === 'number'
        ? Number.isFinite(value)
        : value === null && (field.optional === true || field.default === null);
    case 'toggle':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && (!isClosed(field) || optionsOf(field).includes(value));
    case 'ref':
      return value === null || (typeof value === 'string' && value !== '');
    case 'refs':
      return isRecord(value) && Object.values(value).every((each) => each === true);
    case 'peer':
      return typeof value === 'string' || (isRecord(value) && typeof value['ref'] === 'string');
  }
}

type ChoiceField = Extract<Field, { control: 'choice' }>;

/**
 * Whether the options are all there is, so that the kind's code relies on it. A list that depends on the Region (zones)
 * cannot be complete, and one with a check of its own says itself what is wrong.
 */
function isClosed(field: ChoiceField): boolean {
  return (
    field.check === undefined && optionsOf(field).join('\n') === optionsOf(field, 'us-east-1').join('\n')
  );
}

function optionsOf(field: ChoiceField, region = 'ap-northeast-1'): readonly string[] {
  return field.options(region).map(({ value }) => value);
}

function isUnknownValue(value: unknown): boolean {
  return isRecord(value) && 'unknown' in value && isWords(value['unknown']);
}
