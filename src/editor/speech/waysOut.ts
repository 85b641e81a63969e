/** Which resources have a default route, and whether it leads to the internet: by their route tables, as the engine sees these. */
import type { Catalog } from '../../core/catalog/catalog';
import type { Document, Resource, ResourceId } from '../../core/model/document';
import { ancestors } from '../../core/model/queries';
import type { RouteState } from '../../core/network/network';
import { routeTables } from '../outline/details';

export interface Routed {
  readonly document: Document;
  readonly routes: ReadonlyMap<string, readonly RouteState[]>;
}

/** `unknown`: there is a default route, and nobody can say what becomes of it or where it leads. */
export type WayOut = 'internet' | 'elsewhere' | 'none' | 'unknown';

export interface WayChange {
  readonly id: ResourceId;
  readonly before: WayOut;
  readonly after: WayOut;
}

/**
 * Of resources that send and receive, those that stand in both designs and whose way out is another now. Where neither the
 * table nor anything around a resource has changed it is not looked at.
 */
export function wayChanges(catalog: Catalog, before: Routed, after: Routed): readonly WayChange[] {
  const touched = touchedResources(before.document, after.document);
  const tables = new Set<string>();
  for (const id of new Set([...before.routes.keys(), ...after.routes.keys()]))
    if (before.routes.get(id) !== after.routes.get(id)) tables.add(id);
  if (touched.size === 0 && tables.size === 0) return [];
  const [then, now] = [routeTables(catalog, before.document), routeTables(catalog, after.document)];
  const changes: WayChange[] = [];
  for (const resource of after.document.resources.values()) {
    if (catalog.kind(resource.kind).isEnd !== true) continue;
    const old = before.document.resources.get(resource.id);
    if (old === undefined) continue;
    const [oldTable, newTable] = [then(old), now(resource)];
    const isTouched =
      oldTable?.id !== newTable?.id ||
      (newTable !== undefined && (tables.has(newTable.id) || touched.has(newTable.id))) ||
      [resource, ...ancestors(after.document, resource.id)].some(({ id }) => touched.has(id));
    if (!isTouched) continue;
    const [was, is] = [wayBy(before, oldTable), wayBy(after, newTable)];
    if (was !== is) changes.push({ id: resource.id, before: was, after: is });
  }
  return changes;
}

function touchedResources(before: Document, after: Document): ReadonlySet<ResourceId> {
  const touched = new Set<ResourceId>();
  if (before.resources === after.resources) return touched;
  for (const [id, now] of after.resources) {
    const then = before.resources.get(id);
    // Positions and names lead nowhere.
    if (then !== undefined && (then.props !== now.props || then.parentId !== now.parentId)) touched.add(id);
  }
  return touched;
}

const everywhere: ReadonlySet<string> = new Set(['0.0.0.0/0', '::/0']);

/** The best of its default routes: one over IPv4 is enough. */
function wayBy({ routes }: Routed, table: Resource | undefined): WayOut {
  let way: WayOut = 'none';
  for (const route of routes.get(table?.id ?? '') ?? []) {
    if (!everywhere.has(route.destination) || route.beatenBy !== undefined) continue;
    if (route.state === 'active') {
      if (route.leads === 'internet') return 'internet';
      if (way === 'none') way = route.leads ?? 'elsewhere';
    } else if (route.state === 'unknown') way = 'unknown';
  }
  return way;
}
