/** What an edit of a text changed, put into the diagram: resources that changed, came, went and moved. */
import type { Catalog } from '../../catalog/catalog';
import { call, runCommand } from '../../commands';
import type { Document, Resource, ResourceId } from '../../model/document';
import { absolutePosition, ancestors, withDescendants } from '../../model/queries';
import { isBox } from './identities';
import type { InDiagram } from './inDiagram';
import { mergedResource, nearestKept, saysSame } from './mergeResource';
import { placedIn } from './placing';

export interface Edit {
  /** The diagram that the text was written for. */
  readonly start: Document;
  readonly before: InDiagram;
  readonly after: InDiagram;
}

/** `current`: the diagram of now, in which more may have changed since the text was written. */
export function mergedEdit(catalog: Catalog, current: Document, { start, before, after }: Edit): Document {
  const resources = new Map(current.resources);
  const toPlace = new Set<ResourceId>();
  const need = (id: ResourceId | null): void => {
    const box = id === null ? undefined : after.resources.get(id);
    if (box === undefined || !isBox(box) || resources.has(box.id)) return;
    need(box.parentId);
    resources.set(box.id, box);
    toPlace.add(box.id);
  };
  for (const read of after.resources.values()) {
    if (isBox(read)) continue;
    const own = resources.get(read.id);
    const was = before.resources.get(read.id);
    if (own === undefined) {
      // Somebody deleted it from the diagram, and the text says nothing new of it.
      if (was !== undefined && start.resources.has(read.id) && saysSame(was, read)) continue;
      need(read.parentId);
      resources.set(read.id, read);
      toPlace.add(read.id);
      continue;
    }
    const merged = mergedResource(catalog, own, was, read);
    const stays = was === undefined ? own.parentId === read.parentId : was.parentId === read.parentId;
    if (stays) {
      if (merged !== own) resources.set(read.id, merged);
      continue;
    }
    need(read.parentId);
    const isMoved = own.parentId !== read.parentId;
    resources.set(read.id, isMoved ? { ...merged, parentId: read.parentId } : merged);
    if (isMoved) toPlace.add(read.id);
  }
  const placed = placedIn(catalog, { ...current, resources: standing(resources) }, after.resources, toPlace);
  return withoutGone(catalog, placed, before, after);
}

/** What would stand in something that is not there stands in the nearest box around that. */
function standing(resources: ReadonlyMap<ResourceId, Resource>): ReadonlyMap<ResourceId, Resource> {
  const lost = [...resources.values()].filter(
    ({ parentId }) => parentId !== null && !resources.has(parentId),
  );
  if (lost.length === 0) return resources;
  const found = new Map(resources);
  for (const resource of lost) found.set(resource.id, { ...resource, parentId: null });
  return found;
}

function withoutGone(catalog: Catalog, document: Document, before: InDiagram, after: InDiagram): Document {
  const gone = new Set<ResourceId>();
  for (const { id } of before.resources.values())
    if (!after.resources.has(id) && document.resources.has(id)) gone.add(id);
  if (gone.size === 0) return document;
  const isBoxOf = (id: ResourceId): boolean => {
    const read = before.resources.get(id) ?? after.resources.get(id);
    return read !== undefined && isBox(read);
  };
  const kept = withSurvivors(document, gone, isBoxOf);
  const inUse = new Set<ResourceId>();
  for (const { id } of kept.resources.values())
    if (!gone.has(id) && !isBoxOf(id)) for (const box of ancestors(kept, id)) inUse.add(box.id);
  const doomed = [...gone].filter((id) => !isBoxOf(id) || !inUse.has(id));
  return doomed.length === 0 ? kept : runCommand({ catalog }, kept, call('deleteResources', { ids: doomed }));
}

/** What stands in something that goes, and does not go itself, steps out of it: a note in a VPC. */
function withSurvivors(
  document: Document,
  gone: ReadonlySet<ResourceId>,
  isBoxOf: (id: ResourceId) => boolean,
): Document {
  const going = [...gone].filter((id) => !isBoxOf(id));
  const inside = new Set(withDescendants(document, going));
  const isLost = (id: ResourceId): boolean => gone.has(id) || (inside.has(id) && isBoxOf(id));
  const resources = new Map(document.resources);
  for (const id of inside) {
    const own = document.resources.get(id);
    if (own === undefined || isLost(id) || own.parentId === null || !isLost(own.parentId)) continue;
    const parentId = nearestKept(document.resources, own.parentId, isLost);
    const [at, origin] = [
      absolutePosition(document, id),
      parentId === null ? { x: 0, y: 0 } : absolutePosition(document, parentId),
    ];
    resources.set(id, { ...own, parentId, x: at.x - origin.x, y: at.y - origin.y });
  }
  return { ...document, resources };
}
