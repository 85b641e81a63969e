/**
 * What is wrong with the addresses of something that is being dragged, said before it is let go and without a worker: its
 * block lies outside that of what it would stand in, or overlaps one there. It goes by the kinds' CIDR fields.
 */
import type { Catalog } from '../core/catalog/catalog';
import type { Document, Resource, ResourceId } from '../core/model/document';
import { ancestors, valuesOf } from '../core/model/queries';
import { blockOf, contains, overlaps, type Block } from '../lib/cidr';
import type { Words } from '../lib/words';

export function addressWarning(
  catalog: Catalog,
  document: Document,
  moved: readonly ResourceId[],
  parentId: ResourceId | null,
): Words | undefined {
  const parent = parentId === null ? undefined : document.resources.get(parentId);
  if (parent === undefined) return undefined;
  const around = [parent, ...ancestors(document, parent.id)];
  for (const id of moved) {
    const resource = document.resources.get(id);
    const [own] = resource === undefined ? [] : blocksOf(catalog, resource);
    if (resource === undefined || own === undefined) continue;
    const owner = around.find((box) => box.kind !== resource.kind && blocksOf(catalog, box).length > 0);
    if (owner === undefined) continue;
    const space = blocksOf(catalog, owner);
    if (!space.some(({ block }) => contains(block, own.block)))
      return {
        en: `${own.text} is outside ${owner.name} (${space.map(({ text }) => text).join(', ')})`,
        ja: `${own.text} は ${owner.name} (${space.map(({ text }) => text).join('、')}) の範囲外です`,
      };
    for (const other of document.resources.values()) {
      if (other.kind !== resource.kind || moved.includes(other.id)) continue;
      if (!ancestors(document, other.id).some((box) => box.id === owner.id)) continue;
      const hit = blocksOf(catalog, other).find(({ block }) => overlaps(block, own.block));
      if (hit !== undefined)
        return {
          en: `${own.text} overlaps ${other.name} (${hit.text})`,
          ja: `${own.text} は ${other.name} (${hit.text}) と重複しています`,
        };
    }
  }
  return undefined;
}

interface Written {
  readonly text: string;
  readonly block: Block;
}

/** The blocks a resource states, the primary one first. What is unknown or no block says nothing. */
function blocksOf(catalog: Catalog, resource: Resource): Written[] {
  const found: Written[] = [];
  const values = valuesOf(resource);
  const add = (text: unknown): void => {
    const block = typeof text === 'string' ? blockOf(text) : undefined;
    if (typeof text === 'string' && block !== undefined) found.push({ text, block });
  };
  for (const [name, field] of catalog.fields(resource.kind)) {
    if (field.control === 'cidr') add(values[name]);
    if (field.control !== 'rows') continue;
    const rows = values[name];
    const columns = Object.entries(field.columns).filter(([, column]) => column.control === 'cidr');
    if (columns.length !== 1 || Object.keys(field.columns).length !== 1) continue;
    for (const row of typeof rows === 'object' && rows !== null ? Object.values(rows) : [])
      for (const [column] of columns)
        // A row of a table is a plain record by its field's description.
        add((row as Readonly<Record<string, unknown>> | null)?.[column]);
  }
  return found;
}
