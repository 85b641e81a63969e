import type { Catalog } from './catalog';
import type { Field } from './field';

/** The first prop of a kind whose field has that control; empty where none has. */
export function propWhere(catalog: Catalog, kind: string, control: Field['control']): string {
  for (const [prop, field] of catalog.fields(kind)) if (field.control === control) return prop;
  return '';
}
