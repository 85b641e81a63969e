/** A reading in the diagram's own terms: its ids, and its keys of rows. */
import type { Catalog } from '../../catalog/catalog';
import { movedProvenance } from '../../catalog/movedProvenance';
import { replaceReferences } from '../../catalog/references';
import type { Document, Provenance, Resource, ResourceId } from '../../model/document';
import { valuesOf } from '../../model/queries';
import { identify, isBox, type Identities, type Known } from './identities';
import { isRows, rowKeysFor, type RowKeys } from './rowKeys';
import type { TextReading } from './textReading';

export interface InDiagram {
  readonly reading: TextReading;
  /** Everything the templates make or refer to, and the boxes around it. */
  readonly resources: ReadonlyMap<ResourceId, Resource>;
  readonly known: Known;
  /** By id and field. */
  readonly rowKeys: ReadonlyMap<string, RowKeys>;
  /** The id that a resource of the reading has here; null for a box that the diagram does without. */
  readonly to: Identities['to'];
}

export interface Before {
  readonly known: Omit<Known, 'boxes'> & { readonly boxes?: Known['boxes'] };
  /** The rows that have keys already, of a resource by its id here. */
  readonly rowsOf: (id: ResourceId) => Resource | undefined;
  readonly rowKeys: ReadonlyMap<string, RowKeys>;
}

export function inDiagram(
  catalog: Catalog,
  reading: TextReading,
  document: Document,
  { known, rowsOf, rowKeys: knownRowKeys }: Before,
): InDiagram {
  const identities = identify(catalog, reading.document, document, known);
  const rowKeys = new Map<string, RowKeys>();
  const resources = new Map<ResourceId, Resource>();
  const to = (id: ResourceId): ResourceId => identities.to(id) ?? id;
  for (const read of reading.document.resources.values()) {
    const id = identities.to(read.id);
    if (id === null) continue;
    const { provenance } = read;
    const moved = {
      ...read,
      id,
      parentId: identities.home(read.parentId),
      props: replaceReferences(catalog, read, to),
      ...(provenance === undefined ? {} : { provenance: movedProvenance(provenance, to) }),
    } as Resource; // the same record under another id
    const keys = isBox(read) ? new Map<string, RowKeys>() : rowKeysOf(moved);
    resources.set(id, keys.size === 0 ? moved : withRowKeys(moved, keys));
    for (const [field, each] of keys) rowKeys.set(`${id} ${field}`, each);
  }
  return { reading, resources, known: identities.known, rowKeys, to: identities.to };

  function rowKeysOf(resource: Resource): ReadonlyMap<string, RowKeys> {
    const own = rowsOf(resource.id);
    const now = document.resources.get(resource.id);
    const found = new Map<string, RowKeys>();
    for (const [name, field] of catalog.fields(resource.kind)) {
      const rows = valuesOf(resource)[name];
      if (field.control !== 'rows' || !isRows(rows) || Object.keys(rows).length === 0) continue;
      const target = own?.kind === resource.kind ? valuesOf(own)[name] : undefined;
      const taken = now?.kind === resource.kind ? valuesOf(now)[name] : undefined;
      const before = knownRowKeys.get(`${resource.id} ${name}`) ?? sameKeys(rows);
      found.set(name, rowKeysFor(rows, isRows(target) ? target : {}, before, isRows(taken) ? taken : {}));
    }
    return found;
  }
}

function sameKeys(rows: Readonly<Record<string, unknown>>): RowKeys {
  return new Map(Object.keys(rows).map((key) => [key, key]));
}

function withRowKeys(resource: Resource, keys: ReadonlyMap<string, RowKeys>): Resource {
  const props: Record<string, unknown> = { ...valuesOf(resource) };
  let isSame = true;
  for (const [field, each] of keys) {
    if ([...each].every(([from, as]) => from === as)) continue;
    isSame = false;
    props[field] = Object.fromEntries(
      Object.entries(props[field] as object).map(([key, row]: [string, unknown]) => [
        each.get(key) ?? key,
        row,
      ]),
    );
  }
  if (isSame) return resource;
  const { provenance } = resource;
  const renamed = (prop: string): string => {
    const [field = '', row, ...rest] = prop.split('.');
    const as = row === undefined ? undefined : keys.get(field)?.get(row);
    return as === undefined ? prop : [field, as, ...rest].join('.');
  };
  // The props of the resource's own kind, with other keys of rows.
  return {
    ...resource,
    props,
    ...(provenance === undefined ? {} : { provenance: withProps(provenance, renamed) }),
  } as unknown as Resource;
}

function withProps(provenance: Provenance, renamed: (prop: string) => string): Provenance {
  const { places, expressions, guesses } = provenance;
  const keyed = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).map(([prop, value]) => [renamed(prop), value]));
  return {
    ...provenance,
    ...(places === undefined ? {} : { places: keyed(places) }),
    ...(expressions === undefined ? {} : { expressions: keyed(expressions) }),
    ...(guesses === undefined
      ? {}
      : {
          guesses: Object.fromEntries(
            Object.entries(guesses).map(([key, guess]) => [key, { ...guess, prop: renamed(guess.prop) }]),
          ),
        }),
  };
}
