/** Collapsed containers: how large the chip is that stands for one, and which of the things inside are out of sight. */
import type { Catalog } from '../catalog/catalog';
import type { Size } from '../catalog/kind';
import type { Resource, ResourceId } from '../model/document';
import { clamp } from '../../lib/rect';
import { textWidth } from '../../lib/textWidth';

/** In px: the chip's height, and what of its width is no name (the arrow, the icon, the count). */
const chipHeight = 32;
const chipFrame = 92;
const narrowest = 112;
const widest = 248;

export function isCollapsed(
  catalog: Catalog,
  { collapsed, kind }: Pick<Resource, 'collapsed' | 'kind'>,
): boolean {
  return collapsed === true && catalog.kind(kind).shape.as === 'container';
}

/** The size of the chip; never wider than the container is when it is open. */
export function chipSize({ name, w }: Pick<Resource, 'name' | 'w'>): Size {
  const wanted = Math.ceil((chipFrame + textWidth(name, 12.6)) / 8) * 8;
  return { w: clamp(wanted, narrowest, Math.max(narrowest, Math.min(widest, w))), h: chipHeight };
}

/** A resource with the size in which it is seen. */
export function asShown<R extends Resource>(catalog: Catalog, resource: R): R {
  return isCollapsed(catalog, resource) ? { ...resource, ...chipSize(resource) } : resource;
}

const none: ReadonlyMap<ResourceId, ResourceId> = new Map();
const known = new WeakMap<ReadonlyMap<ResourceId, Resource>, ReadonlyMap<ResourceId, ResourceId>>();

/** For each resource that is out of sight, the outermost collapsed container around it: the chip that stands for it. */
export function hiddenIn(
  catalog: Catalog,
  resources: ReadonlyMap<ResourceId, Resource>,
): ReadonlyMap<ResourceId, ResourceId> {
  let found = known.get(resources);
  if (found === undefined) known.set(resources, (found = findHidden(catalog, resources)));
  return found;
}

function findHidden(
  catalog: Catalog,
  resources: ReadonlyMap<ResourceId, Resource>,
): ReadonlyMap<ResourceId, ResourceId> {
  let isAny = false;
  for (const resource of resources.values()) if (isCollapsed(catalog, resource)) isAny = true;
  if (!isAny) return none;
  const hidden = new Map<ResourceId, ResourceId>();
  for (const { id, parentId } of resources.values()) {
    const seen = new Set([id]);
    let at = parentId === null ? undefined : resources.get(parentId);
    // A reader may meet a cycle but never keeps one.
    while (at !== undefined && !seen.has(at.id)) {
      seen.add(at.id);
      if (isCollapsed(catalog, at)) hidden.set(id, at.id);
      at = at.parentId === null ? undefined : resources.get(at.parentId);
    }
  }
  return hidden;
}
