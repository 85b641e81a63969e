/** The cells of a row: one for each column, but one for both ends of a range. */
import type { Field, RowsField } from '../../../core/catalog/field';
import type { Words } from '../../../lib/words';
import { words } from '../words';

export interface Cell {
  readonly column: string;
  readonly field: Field;
  readonly label: Words;
  readonly size: 'narrow' | 'middle' | 'wide' | 'pointing';
  /** The column with the end of the range. */
  readonly rangeTo: string | undefined;
}

export function cellsOf(field: RowsField<unknown>): readonly Cell[] {
  const columns = Object.entries(field.columns);
  const ends = new Set(columns.map(([, each]) => (each.control === 'number' ? each.rangeTo : undefined)));
  return columns
    .filter(([column]) => !ends.has(column))
    .map(([column, each]) => {
      const rangeTo = each.control === 'number' ? each.rangeTo : undefined;
      return {
        column,
        field: each,
        label: rangeTo === undefined ? each.label : words.ports,
        size: rangeTo === undefined ? sizes[each.control] : 'middle',
        rangeTo,
      };
    });
}

const sizes: Readonly<Record<Field['control'], Cell['size']>> = {
  number: 'narrow',
  toggle: 'narrow',
  choice: 'middle',
  cidr: 'wide',
  text: 'wide',
  art: 'wide',
  ref: 'pointing',
  refs: 'pointing',
  peer: 'wide',
  rows: 'wide',
};
