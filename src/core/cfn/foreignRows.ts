/**
 * Rows of a table that an author wrote as resources of their own, where we would write them inside their owner (the rules
 * of a security group). As long as such a row is not changed, it stays the resource that it is.
 */
import type { Document, Resource, TemplateId } from '../model/document';
import { valuesOf } from '../model/queries';
import { sameValue } from './source/syntax';
import type { CfnValue } from './template';

interface ForeignRow {
  readonly field: string;
  readonly row: string;
  /** The logical ID of the resource that is the row. */
  readonly satellite: string;
}

export interface ForeignRows {
  readonly count: number;
  /** The document as it was read, without these rows. */
  readonly original: Document;
  /** The document as it is, without those of these rows that are still the same. */
  readonly document: Document;
  /** The resources whose row was changed or removed. */
  readonly superseded: ReadonlySet<string>;
  /** The resources that are these rows, all of them. */
  readonly apart: ReadonlySet<string>;
}

/** Undefined when there are none. `isWritten`: whether we write the satellite of a logical ID as a resource of its own. */
export function foreignRows(
  original: Document,
  document: Document,
  template: TemplateId,
  isWritten: (logicalId: string) => boolean,
): ForeignRows | undefined {
  const rows = new Map<string, { readonly resource: Resource; readonly rows: readonly ForeignRow[] }>();
  for (const resource of original.resources.values()) {
    const { provenance } = resource;
    if (provenance === undefined || provenance.template !== template) continue;
    const own = rowsOf(resource, isWritten);
    if (own.length > 0) rows.set(provenance.logicalId, { resource, rows: own });
  }
  if (rows.size === 0) return undefined;

  const superseded = new Set<string>();
  const before = new Map(original.resources);
  const after = new Map(document.resources);
  for (const { resource, rows: own } of rows.values()) before.set(resource.id, without(resource, own));
  for (const resource of document.resources.values()) {
    if (resource.provenance?.template !== template) continue;
    const read = rows.get(resource.provenance.logicalId);
    if (read === undefined) continue;
    for (const { field, row, satellite } of read.rows)
      if (!sameValue(cell(read.resource, field, row), cell(resource, field, row))) superseded.add(satellite);
    // Several rows may be one resource, which goes or stays as a whole.
    const same = read.rows.filter(({ satellite }) => !superseded.has(satellite));
    after.set(resource.id, without(resource, same));
  }
  const all = [...rows.values()].flatMap((each) => each.rows);
  return {
    count: all.length,
    apart: new Set(all.map(({ satellite }) => satellite)),
    original: { ...original, resources: before },
    document: { ...document, resources: after },
    superseded,
  };
}

function rowsOf({ provenance }: Resource, isWritten: (logicalId: string) => boolean): ForeignRow[] {
  const found = new Map<string, ForeignRow>();
  for (const [prop, path] of Object.entries(provenance?.places ?? {})) {
    const [field, row, column] = prop.split('.');
    const satellite = String(path[1]);
    if (field === undefined || row === undefined || column === undefined) continue;
    if (satellite !== provenance?.logicalId && !isWritten(satellite))
      found.set(`${field}.${row}`, { field, row, satellite });
  }
  return [...found.values()];
}

function cell(resource: Resource, field: string, row: string): CfnValue | undefined {
  const rows = valuesOf(resource)[field];
  if (typeof rows !== 'object' || rows === null || !Object.hasOwn(rows, row)) return undefined;
  // Rows are plain records of plain values.
  return (rows as Record<string, CfnValue>)[row];
}

function without(resource: Resource, rows: readonly ForeignRow[]): Resource {
  const props: Record<string, unknown> = { ...valuesOf(resource) };
  for (const { field, row } of rows)
    props[field] = Object.fromEntries(Object.entries(props[field] ?? {}).filter(([key]) => key !== row));
  // The props of the resource's own kind, with fewer rows.
  return { ...resource, props } as unknown as Resource;
}
