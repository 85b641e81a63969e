/** The order of a template's resources: what others stand in or go through comes first, as one reads a network. */
import type { AnyKind, Catalog } from '../catalog/catalog';
import { paletteGroups } from '../catalog/kind';
import type { Document, Resource, ResourceId } from '../model/document';
import { childrenByParent } from '../model/queries';

/** The resources that have a CloudFormation mapping, in the order in which they are written. */
export function writtenInOrder(catalog: Catalog, document: Document): Resource[] {
  const depths = new Map<string, number>();
  const kindIndex = new Map([...catalog.kinds.keys()].map((kind, index) => [kind, index]));
  const place = placesOnCanvas(document);
  const keyed: { readonly resource: Resource; readonly key: readonly number[] }[] = [];
  for (const resource of document.resources.values()) {
    const kind = catalog.kind(resource.kind);
    if (kind.cfn === undefined) continue;
    const section = sectionOf(kind, depthOf(catalog, kind, depths, new Set()));
    keyed.push({
      resource,
      key: [section, kindIndex.get(kind.kind) ?? 0, place.get(resource.id) ?? document.resources.size],
    });
  }
  keyed.sort((a, b) => compareKeys(a.key, b.key));
  return keyed.map(({ resource }) => resource);
}

/**
 * Networks, their gateways, the boxes in them, the gateways in those, tables, groups, then the palette's groups from
 * endpoints on.
 */
function sectionOf(kind: AnyKind, depth: number): number {
  const { as } = kind.shape;
  if (kind.group === 'network') {
    if (as === 'container') return depth === 0 ? 0 : 2;
    return as === 'badge' ? 5 : 4;
  }
  if (kind.group === 'gateways') return depth <= 1 ? 1 : 3;
  return 4 + paletteGroups.indexOf(kind.group);
}

/** How many kinds of boxes with a CFN type of their own a kind can stand in, one within the other. */
function depthOf(
  catalog: Catalog,
  kind: AnyKind,
  known: Map<string, number>,
  above: ReadonlySet<string>,
): number {
  const found = known.get(kind.kind);
  if (found !== undefined) return found;
  let depth = 0;
  const path = new Set(above).add(kind.kind);
  for (const name of kind.parents) {
    const parent = catalog.kinds.get(name);
    if (parent === undefined || path.has(name)) continue;
    const own = parent.cfn === undefined ? 0 : 1;
    depth = Math.max(depth, own + depthOf(catalog, parent, known, path));
  }
  known.set(kind.kind, depth);
  return depth;
}

/** Each resource's number in a walk over the boxes, outer ones first, siblings by their order keys. */
function placesOnCanvas(document: Document): ReadonlyMap<ResourceId, number> {
  const byParent = childrenByParent(document);
  const places = new Map<ResourceId, number>();
  const waiting = [...(byParent.get(null) ?? [])].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (places.has(next.id)) continue;
    places.set(next.id, places.size);
    waiting.push(...[...(byParent.get(next.id) ?? [])].reverse());
  }
  return places;
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
