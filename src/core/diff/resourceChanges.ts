/** What is different between two designs whose resources have the same ids where they are the same. */
import { sameJson } from '../../lib/sameJson';
import type { Catalog } from '../catalog/catalog';
import type { RowsField } from '../catalog/field';
import type { Document, Resource, ResourceId } from '../model/document';
import { valuesOf } from '../model/queries';
import { isUnknown } from '../model/value';

export type ResourceChange =
  | { readonly is: 'added' | 'removed'; readonly id: ResourceId }
  | { readonly is: 'renamed'; readonly id: ResourceId; readonly before: string; readonly after: string }
  /** Into another box; null: the bare canvas. */
  | {
      readonly is: 'moved';
      readonly id: ResourceId;
      readonly before: ResourceId | null;
      readonly after: ResourceId | null;
    }
  /** A field that is no table. */
  | {
      readonly is: 'set';
      readonly id: ResourceId;
      readonly field: string;
      readonly before: unknown;
      readonly after: unknown;
    }
  /** A row of a table. */
  | {
      readonly is: 'row-added' | 'row-removed';
      readonly id: ResourceId;
      readonly field: string;
      readonly row: Row;
    }
  | {
      readonly is: 'row-changed';
      readonly id: ResourceId;
      readonly field: string;
      readonly before: Row;
      readonly after: Row;
    };

export type Row = Readonly<Record<string, unknown>>;

/** Removed ones first, then added ones, then what was changed of the others; each in the order of its design. */
export function resourceChanges(
  catalog: Catalog,
  before: Document,
  after: Document,
): readonly ResourceChange[] {
  const removed = [...before.resources.keys()].filter((id) => !after.resources.has(id));
  const added = [...after.resources.keys()].filter((id) => !before.resources.has(id));
  return [
    ...removed.map((id) => ({ is: 'removed', id }) as const),
    ...added.map((id) => ({ is: 'added', id }) as const),
    ...[...before.resources.values()].flatMap((old) => {
      const now = after.resources.get(old.id);
      return now === undefined ? [] : changesOf(catalog, old, now);
    }),
  ];
}

function changesOf(catalog: Catalog, old: Resource, now: Resource): ResourceChange[] {
  const { id } = old;
  const changes: ResourceChange[] = [];
  if (old.name !== now.name) changes.push({ is: 'renamed', id, before: old.name, after: now.name });
  if (old.parentId !== now.parentId)
    changes.push({ is: 'moved', id, before: old.parentId, after: now.parentId });
  const [was, is] = [valuesOf(old), valuesOf(now)];
  for (const [field, described] of catalog.fields(old.kind)) {
    if (described.control === 'rows')
      changes.push(...rowChanges(id, field, described, was[field], is[field]));
    else if (
      (described.applies?.(was) !== false || described.applies?.(is) !== false) &&
      !isSame(was[field], is[field])
    )
      changes.push({ is: 'set', id, field, before: was[field], after: is[field] });
  }
  return changes;
}

/** Rows are the same by what is in them. Of those that are left, those of one key are one row that was changed. */
function rowChanges(
  id: ResourceId,
  field: string,
  described: RowsField<unknown>,
  was: unknown,
  is: unknown,
): ResourceChange[] {
  const textOf = (row: Row): string => JSON.stringify(contentOf(described, row));
  const [old, now] = [rowsIn(was), rowsIn(is)];
  const waiting = new Map<string, string[]>();
  for (const [key, row] of old) {
    const text = textOf(row);
    waiting.set(text, [...(waiting.get(text) ?? []), key]);
  }
  const added = new Map<string, Row>();
  const removed = new Map(old);
  for (const [key, row] of now) {
    const same = waiting.get(textOf(row))?.shift();
    if (same === undefined) added.set(key, row);
    else removed.delete(same);
  }
  const changes: ResourceChange[] = [];
  for (const [key, row] of removed) {
    const after = added.get(key);
    if (after === undefined) changes.push({ is: 'row-removed', id, field, row });
    else {
      changes.push({ is: 'row-changed', id, field, before: row, after });
      added.delete(key);
    }
  }
  for (const row of added.values()) changes.push({ is: 'row-added', id, field, row });
  return changes;
}

function contentOf({ columns }: RowsField<unknown>, row: Row): readonly unknown[] {
  return Object.entries(columns)
    .filter(([name, column]) => column.applies?.(row) !== false && !isEmpty(row[name]))
    .map(([name]) => [name, isUnknown(row[name]) ? 'unknown' : row[name]]);
}

function rowsIn(table: unknown): readonly (readonly [string, Row])[] {
  if (typeof table !== 'object' || table === null) return [];
  return Object.entries(table).filter(
    (entry): entry is [string, Row] => typeof entry[1] === 'object' && entry[1] !== null,
  );
}

/** Why a value is not known may be told in other words; a prop that is missing is no other than an empty one. */
function isSame(a: unknown, b: unknown): boolean {
  if (isUnknown(a) || isUnknown(b)) return isUnknown(a) && isUnknown(b);
  return (isEmpty(a) && isEmpty(b)) || sameJson(a, b);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
