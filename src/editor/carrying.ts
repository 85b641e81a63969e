/** What goes along with what is taken: the content of containers, and what stands in frames. */
import type { Catalog } from '../core/catalog/catalog';
import { isFrame } from '../core/catalog/kind';
import type { Document, Resource, ResourceId } from '../core/model/document';
import { ancestors } from '../core/model/queries';
import { holdsAll, type Rect } from '../lib/rect';
import type { Editor } from './editor';
import { viewOf } from './view';

/** The ids without those that stand in another one of them. */
export function topsOf(document: Document, ids: Iterable<ResourceId>): ResourceId[] {
  const given = new Set(ids);
  return [...given].filter(
    (id) => document.resources.has(id) && !ancestors(document, id).some((box) => given.has(box.id)),
  );
}

/** With what goes along when frames among them are moved or copied. */
export function withCarried(editor: Editor, ids: readonly ResourceId[]): ResourceId[] {
  const carried = carriers(editor.catalog, viewOf(editor).standing(), ids);
  return topsOf(editor.store.document, [...ids, ...carried.keys()]);
}

/** A place on the canvas and what stands there. */
export type Standing = Rect & { readonly resource: Pick<Resource, 'kind' | 'parentId'> };

/** All that stands in the same box as a frame among these and is wholly inside it, with the frame. */
export function carriers(
  catalog: Catalog,
  standing: ReadonlyMap<ResourceId, Standing>,
  ids: readonly ResourceId[],
): ReadonlyMap<ResourceId, ResourceId> {
  const carried = new Map<ResourceId, ResourceId>();
  /** Of two frames at the same place one is carried, not each by the other. */
  const goesWith = (id: ResourceId | undefined, other: ResourceId): boolean =>
    id !== undefined && (id === other || goesWith(carried.get(id), other));
  for (const id of ids) {
    const frame = standing.get(id);
    if (frame === undefined || !isFrame(catalog.kind(frame.resource.kind).shape)) continue;
    for (const [other, box] of standing)
      if (box.resource.parentId === frame.resource.parentId && holdsAll(frame, box) && !goesWith(id, other))
        carried.set(other, id);
  }
  return carried;
}
