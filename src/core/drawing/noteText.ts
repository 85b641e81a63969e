/** What is written on a note: its first field of several lines, or its name where its kind has none. */
import type { Catalog } from '../catalog/catalog';
import type { Resource } from '../model/document';
import { valuesOf } from '../model/queries';
import { known } from '../model/value';

export function noteField(catalog: Catalog, kind: string): string | undefined {
  for (const [name, field] of catalog.fields(kind))
    if (field.control === 'text' && field.multiline === true) return name;
  return undefined;
}

export function noteText(catalog: Catalog, resource: Resource): string {
  const field = noteField(catalog, resource.kind);
  const text = field === undefined ? resource.name : known(valuesOf(resource)[field]);
  return typeof text === 'string' ? text : '';
}
