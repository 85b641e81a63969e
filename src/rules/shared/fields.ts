/** The single values of a resource's props, found through the fields that describe them. */
import type { Field } from '../../core/catalog/field';
import { call, type CommandCall } from '../../core/commands';
import type { Resource, ResourceId } from '../../core/model/document';
import { valuesOf } from '../../core/model/queries';
import type { RuleContext } from '../../core/rules/rule';

/** A value, and where it stands: in a prop, or in a cell of a table. */
export interface Cell {
  readonly field: string;
  readonly row?: string;
  readonly column?: string;
  /** As a finding names it: `cidr`, `routes.<row>.target`. */
  readonly path: string;
  readonly described: Field;
  readonly value: unknown;
}

export function* cellsOf(context: RuleContext, resource: Resource): Generator<Cell> {
  const props = valuesOf(resource);
  for (const [field, described] of context.catalog.fields(resource.kind)) {
    const value = props[field];
    if (described.control !== 'rows') {
      yield { field, path: field, described, value };
      continue;
    }
    if (!isRecord(value)) continue;
    for (const [row, cells] of Object.entries(value)) {
      if (!isRecord(cells)) continue;
      for (const [column, each] of Object.entries(described.columns))
        yield {
          field,
          row,
          column,
          path: `${field}.${row}.${column}`,
          described: each,
          value: cells[column],
        };
    }
  }
}

/** The call that writes another value there. */
export function setCell(
  id: ResourceId,
  cell: Pick<Cell, 'field' | 'row' | 'column'>,
  value: unknown,
): CommandCall {
  return cell.row === undefined || cell.column === undefined
    ? call('setProps', { id, props: { [cell.field]: value } })
    : call('setRow', { id, field: cell.field, row: cell.row, values: { [cell.column]: value } });
}

/** The place that a path names: `routes.<row>.target` is a cell, anything else a prop. */
export function placeOf(path: string): Pick<Cell, 'field' | 'row' | 'column'> {
  const first = path.indexOf('.');
  const last = path.lastIndexOf('.');
  if (first < 0 || first === last) return { field: path };
  return { field: path.slice(0, first), row: path.slice(first + 1, last), column: path.slice(last + 1) };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
