/** The nodes React Flow is given: the projection, and of a large diagram only what is in view or must be there. */
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { ResourceId } from '../../core/model/document';
import type { Editor } from '../../editor/editor';
import { nodesInView } from '../../editor/levelOfDetail';
import type { CanvasNode } from '../../editor/projection';
import { viewOf } from '../../editor/view';
import type { Point } from '../../lib/rect';
import { useEditor, useSession } from '../useEditor';
import { useRegion } from './useRegion';

export function useNodes(): { readonly near: readonly CanvasNode[]; readonly isLarge: boolean } {
  const editor = useEditor();
  const nodes = useAllNodes();
  const region = useRegion();
  const selection = useSession((session) => session.selection);
  const editing = useSession((session) => session.editing);
  const hovered = useSession((session) => session.hovered);
  const carried = useSession(() => carriedBy(editor));
  const near = useMemo(() => {
    const isKept = (id: ResourceId): boolean => selection.has(id) || id === editing || id === hovered;
    return nodesInView(nodes, region, isKept, carried === '' ? undefined : shiftsNow(editor)).near;
  }, [nodes, region, selection, editing, hovered, carried, editor]);
  const resized = useSession(() => viewOf(editor).resized());
  const shown = useMemo(
    () => (resized === null ? near : near.map((node) => (node.id === resized.id ? resized : node))),
    [near, resized],
  );
  return { near: shown, isLarge: nodes.length > 200 };
}

export function useAllNodes(): readonly CanvasNode[] {
  const editor = useEditor();
  const subscribe = useCallback((changed: () => void) => subscribeToPlaces(editor, changed), [editor]);
  return useSyncExternalStore(subscribe, () => viewOf(editor).nodes());
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

/** How far things are carried, in strides of a quarter of the view: what they bring into it is mounted at each. Empty before the first of them. */
export function carriedBy(editor: Editor): string {
  const view = viewOf(editor);
  const { gesture, viewport } = editor.session.getState();
  if (gesture?.doing !== 'moving' || view.moved() === null) return '';
  const [first] = gesture.positions;
  if (first === undefined) return '';
  const stride = Math.min(view.size.w, view.size.h) / viewport.zoom / 4;
  const box = view.standing().get(first[0]);
  const strides = (now: number, then: number): number => Math.trunc((now - then) / stride);
  const [across, down] = [strides(first[1].x, box?.x ?? 0), strides(first[1].y, box?.y ?? 0)];
  return across === 0 && down === 0 ? '' : `${across} ${down}`;
}

/** By how much each resource is being dragged at the moment. */
export function shiftsNow(editor: Editor): (id: ResourceId) => Point {
  const view = viewOf(editor);
  const [standing, boxes] = [view.standing(), view.boxes()];
  return (id) => {
    const [then, now] = [standing.get(id), boxes.get(id)];
    return { x: (now?.x ?? 0) - (then?.x ?? 0), y: (now?.y ?? 0) - (then?.y ?? 0) };
  };
}
