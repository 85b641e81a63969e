/** The arrows as they are drawn now, or without what is being dragged. */
import { useCallback, useSyncExternalStore } from 'react';
import type { Arrow, Arrows } from '../../core/drawing/arrows';
import type { Editor } from '../../editor/editor';
import type { Point } from '../../lib/rect';
import { viewOf } from '../../editor/view';
import { useEditor } from '../useEditor';
import { subscribeToPlaces } from './useNodes';
import { subscribeToRouting } from './useRouting';

export function useArrows(which: 'now' | 'standing'): Arrows {
  const editor = useEditor();
  const subscribe = useCallback((changed: () => void) => subscribeToArrows(editor, changed), [editor]);
  return useSyncExternalStore(subscribe, () =>
    which === 'now' ? viewOf(editor).arrows() : viewOf(editor).standingArrows(),
  );
}

/** Calls back whenever an arrow may look otherwise than before. */
export function subscribeToArrows(editor: Editor, changed: () => void): () => void {
  const stopPlaces = subscribeToPlaces(editor, changed);
  const stopVerdicts = editor.verdicts.subscribe(changed);
  const stopRouting = subscribeToRouting(editor, changed);
  return () => {
    stopRouting();
    stopPlaces();
    stopVerdicts();
  };
}

/** Whether all that an arrow goes between are such. */
export function isBetween({ pieces }: Arrow, such: (id: string) => boolean): boolean {
  return pieces.every(({ from, to }) => such(from) && such(to));
}

/** By how much each arrow that goes along as it is has moved; the others are where they are drawn. */
export function arrowShifts(editor: Editor): (line: { readonly id: string }) => Point {
  const view = viewOf(editor);
  const [carried, shift] = [view.following()?.carried, view.shift() ?? still];
  return ({ id }) =>
    carried?.flows.has(id) === true || carried?.references.has(id) === true ? shift : still;
}

const still: Point = { x: 0, y: 0 };
