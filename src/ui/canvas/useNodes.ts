/** The nodes React Flow is given: the projection, and of a large diagram only what is in view or must be there. */
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Editor } from '../../editor/editor';
import { nodesInView, type Shown } from '../../editor/projection';
import { viewOf, viewRect } from '../../editor/view';
import { grown, type Rect } from '../../lib/rect';
import { useEditor, useSession } from '../useEditor';

export function useNodes(): Shown {
  const editor = useEditor();
  const subscribe = useCallback((changed: () => void) => subscribeToPlaces(editor, changed), [editor]);
  const nodes = useSyncExternalStore(subscribe, () => viewOf(editor).nodes());
  const region = useRegion(editor);
  const selection = useSession((session) => session.selection);
  const editing = useSession((session) => session.editing);
  const hovered = useSession((session) => session.hovered);
  return useMemo(
    () => nodesInView(nodes, region, (id) => selection.has(id) || id === editing || id === hovered),
    [nodes, region, selection, editing, hovered],
  );
}

/** Calls back whenever something may have moved: the document changed, or the gesture did. */
export function subscribeToPlaces(editor: Editor, changed: () => void): () => void {
  const stopStore = editor.store.subscribe(changed);
  const stopSession = editor.session.subscribe((now, before) => {
    if (now.gesture !== before.gesture) changed();
  });
  return () => {
    stopStore();
    stopSession();
  };
}

const regions = new WeakMap<Editor, { readonly rect: Rect; readonly zoom: number }>();

/**
 * The part of the canvas whose nodes are mounted: what is on the screen and half as much again on every side. It stays the
 * same object until the view leaves it, so that panning mounts in batches and not at every step.
 */
function useRegion(editor: Editor): Rect {
  return useSession(({ viewport }) => {
    const view = viewRect(editor);
    const before = regions.get(editor);
    const isInside =
      before !== undefined &&
      before.zoom === viewport.zoom &&
      view.x >= before.rect.x &&
      view.y >= before.rect.y &&
      view.x + view.w <= before.rect.x + before.rect.w &&
      view.y + view.h <= before.rect.y + before.rect.h;
    if (isInside) return before.rect;
    const rect = grown(view, Math.min(view.w, view.h) / 2);
    regions.set(editor, { rect, zoom: viewport.zoom });
    return rect;
  });
}
