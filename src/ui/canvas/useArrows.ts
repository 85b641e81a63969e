/** The arrows as they are drawn now, or without what is being dragged. */
import { useCallback, useSyncExternalStore } from 'react';
import type { Arrow, Arrows } from '../../core/drawing/arrows';
import { viewOf } from '../../editor/view';
import { useEditor } from '../useEditor';
import { subscribeToPlaces } from './useNodes';
import { subscribeToRouting } from './useRouting';

export function useArrows(which: 'now' | 'standing'): Arrows {
  const editor = useEditor();
  const subscribe = useCallback(
    (changed: () => void) => {
      const stopPlaces = subscribeToPlaces(editor, changed);
      const stopVerdicts = editor.verdicts.subscribe(changed);
      const stopRouting = subscribeToRouting(editor, changed);
      return () => {
        stopRouting();
        stopPlaces();
        stopVerdicts();
      };
    },
    [editor],
  );
  return useSyncExternalStore(subscribe, () =>
    which === 'now' ? viewOf(editor).arrows() : viewOf(editor).standingArrows(),
  );
}

/** Whether all that an arrow goes between are such. */
export function isBetween({ pieces }: Arrow, such: (id: string) => boolean): boolean {
  return pieces.every(({ from, to }) => such(from) && such(to));
}
