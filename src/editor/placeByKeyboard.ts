/** Placing new resources without a pointer: where the selection, or else the view, says. */
import { sizeOf } from '../core/catalog/newResource';
import { onBorder, standsOnBorder } from '../core/layout/border';
import { isCollapsed } from '../core/layout/collapsed';
import { padding, titleRoom } from '../core/layout/fit';
import type { Resource, ResourceId } from '../core/model/document';
import type { KindName } from '../core/model/kinds';
import { ancestors } from '../core/model/queries';
import { centreOf, overlaps } from '../lib/rect';
import { collapsedWords, refusalWords, type Landing } from './drop';
import type { Editor } from './editor';
import { snapped } from './moving';
import { add } from './place';
import { announce } from './session';
import { viewOf, viewRect } from './view';

/**
 * Puts a new one into the selected container, or the nearest one around the selection that can hold it, else the best there
 * is in view; gives its id, or undefined where nothing can hold it.
 */
export function placeByKeyboard(editor: Editor, kind: KindName): ResourceId | undefined {
  const { catalog, store, session } = editor;
  const { document } = store;
  const boxes = viewOf(editor).standing();
  const { parents } = catalog.kind(kind);
  const accepts = ({ kind: parent }: Pick<Resource, 'kind'>): boolean => parents.includes(parent);
  const around = [...session.getState().selection].flatMap((id) => {
    const resource = document.resources.get(id);
    return resource === undefined ? [] : [resource, ...ancestors(document, id)];
  });
  const view = viewRect(editor);
  const candidates = [...boxes.values()].filter(
    ({ resource }) => accepts(resource) && !isCollapsed(catalog, resource),
  );
  const parent =
    around.find(accepts) ??
    candidates.find((box) => overlaps(box, view))?.resource ??
    candidates[0]?.resource;
  if (parent === undefined && !parents.includes('canvas')) {
    announce(session, refusalWords(catalog, catalog.kind(kind), document, null));
    return undefined;
  }
  if (parent !== undefined && (isCollapsed(catalog, parent) || !boxes.has(parent.id))) {
    announce(session, collapsedWords(parent));
    return undefined;
  }
  const size = sizeOf(catalog, kind);
  const box = parent === undefined ? undefined : boxes.get(parent.id);
  const landing: Landing = { parentId: parent?.id ?? null };
  const selected = around[0];
  const hangOn = selected === undefined ? undefined : hostField(editor, kind, selected);
  const middle = centreOf(box ?? view);
  const near =
    box === undefined
      ? { x: snapped(middle.x - size.w / 2), y: snapped(middle.y - size.h / 2) }
      : { x: box.x + padding, y: box.y + titleRoom };
  const rect =
    box !== undefined && standsOnBorder(catalog, kind, box.resource.kind)
      ? { ...onBorder(box, size, { x: middle.x, y: box.y }), ...size }
      : { ...near, ...size };
  return add(editor, kind, hangOn === undefined ? landing : { ...landing, hangOn }, rect);
}

function hostField(
  editor: Editor,
  kind: KindName,
  host: Resource,
): { readonly id: ResourceId; readonly field: string } | undefined {
  const { as } = editor.catalog.kind(kind).shape;
  if (as !== 'chip' && as !== 'badge') return undefined;
  for (const [field, described] of editor.catalog.fields(host.kind))
    if ((described.control === 'ref' || described.control === 'refs') && described.kinds.includes(kind))
      return { id: host.id, field };
  return undefined;
}
