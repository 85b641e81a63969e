/** The references in props, found through the fields that describe them. */
import type { Resource, ResourceId } from '../model/document';
import type { KindName } from '../model/kinds';
import { valuesOf } from '../model/queries';
import { isUnknown } from '../model/value';
import type { Catalog } from './catalog';
import type { Field } from './field';

/** One reference: which prop (and row and column) names which resource. */
export interface Reference {
  readonly field: string;
  readonly row?: string;
  readonly column?: string;
  readonly to: ResourceId;
  readonly drawn: boolean;
}

export function* referencesOf(catalog: Catalog, resource: Resource): Generator<Reference> {
  const props = valuesOf(resource);
  for (const [name, field] of catalog.fields(resource.kind)) {
    if (field.control !== 'rows') {
      for (const to of referencesIn(field, props[name])) yield { field: name, to, drawn: isDrawn(field) };
      continue;
    }
    const rows = props[name];
    if (!isRecord(rows)) continue;
    for (const [row, values] of Object.entries(rows)) {
      if (!isRecord(values)) continue;
      for (const [column, columnField] of Object.entries(field.columns))
        for (const to of referencesIn(columnField, values[column]))
          yield { field: name, row, column, to, drawn: isDrawn(columnField) };
    }
  }
}

const remembered = new WeakMap<Catalog, WeakMap<Resource, readonly Reference[]>>();

/** The same of a resource that changes no more, as those of a document: of 5,000 all but one are as at the last look. */
export function rememberedReferences(catalog: Catalog, resource: Resource): readonly Reference[] {
  let known = remembered.get(catalog);
  if (known === undefined) remembered.set(catalog, (known = new WeakMap()));
  let found = known.get(resource);
  if (found === undefined) known.set(resource, (found = [...referencesOf(catalog, resource)]));
  return found;
}

/** Another id for one, or null for none; `kinds` may be named in that place. */
type Replace = (id: ResourceId, kinds: readonly KindName[]) => ResourceId | null;

/**
 * The props with every reference replaced by what `replace` gives: another id, or null for none. A row whose peer is
 * gone goes with it; a route whose target is gone stays, as the blackhole it is at AWS. Returns the same object when
 * nothing changed.
 */
export function replaceReferences(catalog: Catalog, resource: Resource, replace: Replace): Resource['props'] {
  const props = valuesOf(resource);
  const changed: Record<string, unknown> = {};
  for (const [name, field] of catalog.fields(resource.kind)) {
    const before = props[name];
    const after =
      field.control === 'rows'
        ? replaceInRows(field.columns, before, replace)
        : replaceIn(field, before, replace);
    if (after !== before) changed[name] = after === gone ? field.default : after;
  }
  // Each value went back to the field that described it, so the props still are the kind's.
  return Object.keys(changed).length === 0
    ? resource.props
    : ({ ...props, ...changed } as unknown as Resource['props']);
}

const gone = Symbol('a reference whose row makes no sense without it');

function replaceInRows(columns: Readonly<Record<string, Field>>, rows: unknown, replace: Replace): unknown {
  if (!isRecord(rows)) return rows;
  let changed = false;
  const kept: Record<string, unknown> = {};
  for (const [key, row] of Object.entries(rows)) {
    if (!isRecord(row)) {
      kept[key] = row;
      continue;
    }
    let after: Record<string, unknown> | null = row;
    for (const [column, field] of Object.entries(columns)) {
      const value = replaceIn(field, row[column], replace);
      if (value === row[column] || after === null) continue;
      after = value === gone ? null : { ...after, [column]: value };
    }
    if (after !== row) changed = true;
    if (after !== null) kept[key] = after;
  }
  return changed ? kept : rows;
}

function replaceIn(field: Field, value: unknown, replace: Replace): unknown {
  if (isUnknown(value)) return value;
  switch (field.control) {
    case 'ref': {
      if (typeof value !== 'string') return value;
      return replace(value, field.kinds);
    }
    case 'refs': {
      if (!isRecord(value)) return value;
      const after: Record<string, true> = {};
      let changed = false;
      for (const id of Object.keys(value)) {
        const to = replace(id, field.kinds);
        if (to !== id) changed = true;
        if (to !== null) after[to] = true;
      }
      return changed ? after : value;
    }
    case 'peer': {
      if (!isRecord(value) || typeof value['ref'] !== 'string') return value;
      const to = replace(value['ref'], field.kinds);
      return to === null ? gone : to === value['ref'] ? value : { ref: to };
    }
    default:
      return value;
  }
}

function referencesIn(field: Field, value: unknown): readonly ResourceId[] {
  if (isUnknown(value)) return [];
  switch (field.control) {
    case 'ref':
      return typeof value === 'string' ? [value] : [];
    case 'refs':
      return isRecord(value) ? Object.keys(value) : [];
    case 'peer':
      return isRecord(value) && typeof value['ref'] === 'string' ? [value['ref']] : [];
    default:
      return [];
  }
}

function isDrawn(field: Field): boolean {
  return 'drawn' in field && field.drawn === true;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
