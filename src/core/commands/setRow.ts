import { defineCommand } from './command';

export interface SetRowArgs {
  readonly id: string;
  /** The prop that holds the table. */
  readonly field: string;
  /** The key of the row; a new key adds a row. */
  readonly row: string;
  /** The cells to set; null deletes the row. */
  readonly values: Readonly<Record<string, unknown>> | null;
}

/** Adds, changes or deletes one row of a table: a route, a security-group rule. */
export const setRow = defineCommand<SetRowArgs>({
  label: { en: 'Change row', ja: '行の変更' },
  run(draft, { id, field, row, values }, { catalog }) {
    const resource = draft.resources.get(id);
    if (resource === undefined) return;
    const described = catalog.fields(resource.kind).get(field);
    if (described?.control !== 'rows') return;
    const rows = (resource.props as Record<string, unknown>)[field] as Record<
      string,
      Record<string, unknown>
    >;
    if (values === null) {
      delete rows[row];
      return;
    }
    const before = rows[row];
    if (before !== undefined) {
      Object.assign(before, values);
      return;
    }
    const defaults: Record<string, unknown> = {};
    for (const [name, column] of Object.entries(described.columns)) defaults[name] = column.default;
    rows[row] = { ...defaults, ...values };
  },
});
