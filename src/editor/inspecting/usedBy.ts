/** Who refers to a resource, and whom it stands in for: the subnets of a main route table name none. */
import type { Catalog } from '../../core/catalog/catalog';
import type { Field } from '../../core/catalog/field';
import { rememberedReferences } from '../../core/catalog/references';
import { surroundingsOf } from '../../core/catalog/surroundings';
import type { Document, Resource, ResourceId } from '../../core/model/document';
import { valuesOf } from '../../core/model/queries';
import { byName, networkOf } from './candidates';

export interface Use {
  readonly by: Resource;
  /** The prop that refers to it, `prop.row.column` in a table. */
  readonly field: string;
  /** It names nothing, and this one is what nothing means there. */
  readonly implied: boolean;
}

export function usesOf(catalog: Catalog, document: Document, id: ResourceId): Use[] {
  const used = document.resources.get(id);
  if (used === undefined) return [];
  const network = networkOf(catalog, document, id);
  const uses: Use[] = [];
  const impliedBy = new Map<Field, boolean>();
  for (const by of document.resources.values()) {
    if (by.id === id) continue;
    for (const { to, field, row, column } of rememberedReferences(catalog, by)) {
      if (to !== id) continue;
      uses.push({
        by,
        field: row === undefined ? field : `${field}.${row}.${column ?? ''}`,
        implied: false,
      });
      break;
    }
    for (const [name, field] of catalog.fields(by.kind)) {
      if (field.control !== 'ref' || field.noneMeans === undefined) continue;
      if (!field.kinds.includes(used.kind) || valuesOf(by)[name] !== null) continue;
      if (networkOf(catalog, document, by.id) !== network) continue;
      let isMeant = impliedBy.get(field);
      if (isMeant === undefined) {
        isMeant = field.noneMeans(surroundingsOf(document, by.id)) === id;
        impliedBy.set(field, isMeant);
      }
      if (isMeant) uses.push({ by, field: name, implied: true });
    }
  }
  return uses.sort((a, b) => byName(a.by, b.by));
}
