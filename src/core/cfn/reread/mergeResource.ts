/** What an edit of a text changed of a resource, put into the resource as the diagram has it. */
import { sameJson } from '../../../lib/sameJson';
import type { Catalog } from '../../catalog/catalog';
import { sizeOf } from '../../catalog/newResource';
import type { Resource, ResourceId } from '../../model/document';
import { valuesOf } from '../../model/queries';
import { isUnknown } from '../../model/value';

/**
 * `before` and `after`: as the text was read and is read now, in the ids of the diagram. What says the same in both stays as
 * the diagram has it. Where one stands is not looked at. The very same object where nothing changes.
 */
export function mergedResource(
  catalog: Catalog,
  own: Resource,
  before: Resource | undefined,
  after: Resource,
): Resource {
  const { provenance } = after;
  const name = before?.name === after.name ? own.name : after.name;
  const rest = {
    name,
    ...(provenance === undefined
      ? {}
      : { provenance: sameJson(own.provenance, provenance) ? own.provenance : provenance }),
  };
  if (after.kind !== own.kind) return { ...asKind(catalog, own, after), ...rest } as Resource; // its own kind's props
  const props = mergedProps(catalog, own, before?.kind === own.kind ? before : undefined, after);
  if (
    props === valuesOf(own) &&
    name === own.name &&
    (provenance === undefined || rest.provenance === own.provenance)
  )
    return own;
  return { ...own, ...rest, props } as unknown as Resource; // each value is one of its field
}

/** Whether two readings say the same of a resource, wherever it stands on the canvas. */
export function saysSame(a: Resource, b: Resource): boolean {
  return (
    a.kind === b.kind &&
    a.name === b.name &&
    a.parentId === b.parentId &&
    sameJson(a.props, b.props) &&
    sameJson(a.provenance, b.provenance)
  );
}

/** Another kind in its place: what people know it by is the same. */
function asKind(catalog: Catalog, own: Resource, after: Resource): Resource {
  const isContainer = (kind: Resource['kind']): boolean => catalog.kind(kind).shape.as === 'container';
  const size =
    isContainer(own.kind) && isContainer(after.kind) ? { w: own.w, h: own.h } : sizeOf(catalog, after.kind);
  const { parentId, x, y, order, locked, collapsed, zOrder } = own;
  return {
    ...after,
    parentId,
    x,
    y,
    ...size,
    order,
    ...(locked === undefined ? {} : { locked }),
    ...(collapsed === undefined ? {} : { collapsed }),
    ...(zOrder === undefined ? {} : { zOrder }),
  };
}

function mergedProps(
  catalog: Catalog,
  own: Resource,
  before: Resource | undefined,
  after: Resource,
): Readonly<Record<string, unknown>> {
  const [is, was, says] = [
    valuesOf(own),
    before === undefined ? undefined : valuesOf(before),
    valuesOf(after),
  ];
  const changed: Record<string, unknown> = {};
  for (const [name, { control }] of catalog.fields(own.kind)) {
    if (was !== undefined && sameJson(was[name], says[name])) continue;
    const value =
      was !== undefined && (control === 'rows' || control === 'refs')
        ? mergedKeys(is[name], was[name], says[name])
        : says[name];
    if (!sameJson(value, is[name])) changed[name] = value;
  }
  return Object.keys(changed).length === 0 ? is : { ...is, ...changed };
}

/** Two changes of one keyed map put together: of its rows and their cells, or of the ids in it. */
function mergedKeys(is: unknown, was: unknown, says: unknown): unknown {
  if (!isKeyed(is) || !isKeyed(was) || !isKeyed(says)) return says;
  const merged: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(is)) {
    if (!Object.hasOwn(says, key)) {
      // Only the diagram has it, or the text took it away.
      if (!Object.hasOwn(was, key)) merged[key] = value;
      continue;
    }
    merged[key] = sameJson(was[key], says[key]) ? value : mergedKeys(value, was[key], says[key]);
  }
  for (const [key, value] of Object.entries(says))
    if (!Object.hasOwn(is, key) && !(Object.hasOwn(was, key) && sameJson(was[key], value)))
      merged[key] = value;
  return merged;
}

function isKeyed(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isUnknown(value);
}

/** The nearest of the boxes around something that is not lost. */
export function nearestKept(
  resources: ReadonlyMap<ResourceId, Resource>,
  id: ResourceId | null,
  isLost: (id: ResourceId) => boolean,
): ResourceId | null {
  const seen = new Set<ResourceId>();
  let at = id;
  while (at !== null && !seen.has(at)) {
    seen.add(at);
    const box = resources.get(at);
    if (box !== undefined && !isLost(at)) return at;
    at = box?.parentId ?? null;
  }
  return null;
}
