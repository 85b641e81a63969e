/** Props that records of AWS say and no template can. */
import type { Catalog } from '../catalog/catalog';
import { heldProps } from '../catalog/heldProps';
import type { Resource, ResourceId } from '../model/document';
import { isAwsRecord } from './record';

/** A cell of a table that is not there is left out. `idOf`: the resource that a reference to AWS's id means. */
export function saying(
  catalog: Catalog,
  resource: Resource,
  says: Readonly<Record<string, unknown>>,
  idOf: (id: string) => ResourceId | undefined,
): Resource {
  let props = resource.props as unknown as Readonly<Record<string, unknown>>; // every kind's props are a plain record
  for (const [way, value] of Object.entries(says)) props = put(props, way.split('.'), meant(value, idOf));
  return { ...resource, props: heldProps(catalog.fields(resource.kind), props) } as unknown as Resource;
}

function put(
  into: Readonly<Record<string, unknown>>,
  [key = '', ...deeper]: readonly string[],
  value: unknown,
): Readonly<Record<string, unknown>> {
  if (deeper.length === 0) return { ...into, [key]: value };
  const inner = Object.hasOwn(into, key) ? into[key] : undefined;
  return isAwsRecord(inner) ? { ...into, [key]: put(inner, deeper, value) } : into;
}

function meant(value: unknown, idOf: (id: string) => ResourceId | undefined): unknown {
  if (!isAwsRecord(value) || typeof value['Ref'] !== 'string') return value;
  return idOf(value['Ref']) ?? null;
}
