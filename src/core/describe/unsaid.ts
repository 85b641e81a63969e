/**
 * What no answer of AWS can say: that something is unknown. Left out of the answers, an unknown route would make a flow blocked, or
 * reachable by another one. So a file of our own stands beside them, which other readers of such folders pass over: of each
 * resource the props of which something is unknown, whole, with AWS's ids as references.
 */
import type { Catalog } from '../catalog/catalog';
import { heldProps } from '../catalog/heldProps';
import { replaceReferences } from '../catalog/references';
import type { Resource, ResourceId } from '../model/document';
import { valuesOf } from '../model/queries';
import { isUnknown } from '../model/value';
import { partIn, type AwsRecord } from './record';

export const unsaidList = 'VpcanvasUnknown';
export const unsaidFile = 'vpcanvas-unknown.json';

/** The props of a record of it; undefined where everything is known. `idOf`: AWS's id of a resource. */
export function unsaidOf(
  catalog: Catalog,
  resource: Resource,
  idOf: (id: ResourceId) => string,
): Readonly<Record<string, unknown>> | undefined {
  const isUnsaid = ([, value]: readonly [string, unknown]): boolean => hasUnknown(value);
  if (!Object.entries(valuesOf(resource)).some(isUnsaid)) return undefined;
  const named = replaceReferences(catalog, resource, (id) => idOf(id) || id);
  return Object.fromEntries(Object.entries(named).filter(isUnsaid));
}

/** The resource with the props that a record says to be unknown. `idOf`: the resource that AWS's id means. */
export function withUnsaid(
  catalog: Catalog,
  resource: Resource,
  record: AwsRecord,
  idOf: (id: string) => ResourceId | undefined,
): Resource {
  const fields = catalog.fields(resource.kind);
  const said = Object.entries(partIn(record, 'Props') ?? {}).filter(
    ([name, value]) => fields.has(name) && hasUnknown(value),
  );
  const props = heldProps(fields, { ...valuesOf(resource), ...Object.fromEntries(said) });
  // Each value is one that the field of its kind can hold.
  const changed = { ...resource, props } as unknown as Resource;
  const meant = replaceReferences(catalog, changed, (id) => idOf(id) ?? id);
  return { ...changed, props: meant } as Resource;
}

export function hasUnknown(value: unknown): boolean {
  if (isUnknown(value) && typeof (value.unknown as { en?: unknown }).en === 'string') return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasUnknown);
}
