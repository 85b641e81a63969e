import type { Resource, ResourceId } from '../model/document';
import type { KindName } from '../model/kinds';
import type { Catalog } from './catalog';
import type { Size } from './kind';

export interface NewResource {
  readonly kind: KindName;
  readonly id: ResourceId;
  readonly name: string;
  readonly parentId: ResourceId | null;
  readonly order: string;
}

/** A resource with its kind's defaults, at the upper left corner of its parent. */
export function newResource(catalog: Catalog, given: NewResource): Resource {
  const props: Record<string, unknown> = {};
  for (const [name, field] of catalog.fields(given.kind)) props[name] = field.default;
  // The fields of a kind are checked to cover its props, one for one (`Fields`).
  return { ...given, x: 0, y: 0, ...sizeOf(catalog, given.kind), props } as unknown as Resource;
}

/** The size a kind starts with, in px. Chips and badges take no room of their own. */
export function sizeOf(catalog: Catalog, kind: KindName): Size {
  const shape = catalog.kind(kind).shape;
  return 'size' in shape ? shape.size : { w: 0, h: 0 };
}
