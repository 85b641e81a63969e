/**
 * What a format can hold of a design, in a form in which two designs can be compared: by the names that the format has for
 * resources, and without what no format but our own has (places, sizes, order, the keys of rows, what was accepted by hand).
 */
import type { Catalog } from '../catalog/catalog';
import type { Field } from '../catalog/field';
import { replaceReferences } from '../catalog/references';
import type { Document, Resource, ResourceId } from '../model/document';
import { ancestors, valuesOf } from '../model/queries';
import { isUnknown } from '../model/value';

export interface Held {
  readonly id: ResourceId;
  readonly kind: string;
  readonly name: string;
  /** The nearest box that the format has, by its name. */
  readonly box: string | null;
  readonly props: Readonly<Record<string, unknown>>;
}

export interface Naming {
  /** What the format calls a resource that it makes; undefined for all others. */
  made(resource: Resource): string | undefined;
  /**
   * What it calls one that it refers to and does not make, such as a VPC that is there already; null where a reference to
   * it says no more than that there is something.
   */
  outside(resource: Resource): string | null | undefined;
}

export function held(catalog: Catalog, document: Document, naming: Naming): ReadonlyMap<string, Held> {
  const found = new Map<string, Held>();
  const called = (id: ResourceId): string | null => {
    const resource = document.resources.get(id);
    // What refers to nothing is equal only to what refers to nothing.
    if (resource === undefined) return '?';
    const made = naming.made(resource);
    if (made !== undefined) return made;
    const outside = naming.outside(resource);
    return outside === undefined ? `(${resource.kind})` : outside;
  };
  for (const resource of document.resources.values()) {
    const name = naming.made(resource);
    if (name !== undefined) found.set(name, heldOf(catalog, document, resource, called));
  }
  return found;
}

function heldOf(
  catalog: Catalog,
  document: Document,
  resource: Resource,
  called: (id: ResourceId) => string | null,
): Held {
  const fields = catalog.fields(resource.kind);
  const beside = valuesOf(resource);
  const { cfn } = catalog.kind(resource.kind);
  // The props are those of the kind still, with names in the place of ids.
  const named = { ...resource, props: replaceReferences(catalog, resource, called) } as Resource;
  const values = { ...valuesOf(named), ...cfn?.comesTo?.(named) };
  const emptyMeans = cfn?.emptyMeans ?? {};
  const props: Record<string, unknown> = {};
  for (const [prop, field] of fields) {
    if (!isHeld(field) || field.applies?.(beside) === false) continue;
    props[prop] = plain(field, values[prop] === '' ? emptyMeans[prop]?.(resource.name) : values[prop]);
  }
  const boxes = ancestors(document, resource.id).filter(({ kind }) => catalog.kind(kind).cfn !== undefined);
  // To stand in a box may be one way to name the first of several: a subnet, of an endpoint in two of them.
  for (const [prop, field] of fields) {
    const [box] = boxes;
    if (box === undefined || field.control !== 'refs' || !(prop in props) || !field.kinds.includes(box.kind))
      continue;
    boxes.shift();
    // Of a list of references `plain` makes a sorted list.
    props[prop] = [...new Set([...(props[prop] as readonly string[]), called(box.id) ?? ''])].sort();
  }
  const [box] = boxes;
  return {
    id: resource.id,
    kind: resource.kind,
    name: resource.name,
    box: box === undefined ? null : called(box.id),
    props,
  };
}

/** What stands for no property of AWS's resource is said in a drawing only: that a connection was accepted, say. */
function isHeld(field: Field): boolean {
  if (field.control === 'rows')
    return field.property !== undefined || Object.values(field.columns).some(isHeld);
  return field.property !== undefined;
}

function plain(field: Field, value: unknown): unknown {
  // Why it is not known is told in other words by each who does not know it; an empty text says no more.
  if (isUnknown(value) || value === '' || value === undefined) return null;
  if (typeof value !== 'object' || value === null) return value;
  if (field.control === 'refs') return Object.keys(value).sort();
  return field.control === 'rows' ? withoutKeys(field.columns, value) : value;
}

/** The rows of a table, in whatever order, in what means anything of them. */
function withoutKeys(columns: Readonly<Record<string, Field>>, rows: object): readonly string[] {
  return Object.values(rows)
    .map((row: Readonly<Record<string, unknown>>) =>
      JSON.stringify(
        Object.fromEntries(
          Object.entries(row).filter(([column]) => columns[column]?.applies?.(row) !== false),
        ),
        sortedKeys,
      ),
    )
    .sort();
}

function sortedKeys(_: string, value: unknown): unknown {
  if (isUnknown(value)) return null;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
