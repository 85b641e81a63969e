/**
 * While resources are dragged their mounted nodes are shifted by a style of their own, which React and React Flow know
 * nothing of: a VPC with 500 resources in it makes them draw nothing again.
 */
import { useLayoutEffect, type RefObject } from 'react';
import type { Editor } from '../../editor/editor';
import { viewOf } from '../../editor/view';

/** `mounted`: another object whenever other nodes are mounted. */
export function useShifted(editor: Editor, surface: RefObject<HTMLElement | null>, mounted: unknown): void {
  useLayoutEffect(() => {
    const shifted = new Map<HTMLElement, string>();
    const show = (): void => {
      const view = viewOf(editor);
      const [standing, boxes] = [view.standing(), view.boxes()];
      for (const node of surface.current?.querySelectorAll<HTMLElement>('.react-flow__node') ?? []) {
        const id = node.dataset['id'] ?? '';
        const [then, now] = [standing.get(id), boxes.get(id)];
        const by =
          then === undefined || now === undefined || (then.x === now.x && then.y === now.y)
            ? ''
            : `${now.x - then.x}px ${now.y - then.y}px`;
        if ((shifted.get(node) ?? '') === by) continue;
        node.style.translate = by;
        shifted.set(node, by);
      }
    };
    const end = (): void => {
      for (const node of shifted.keys()) node.style.translate = '';
      shifted.clear();
    };
    if (viewOf(editor).moved() !== null) show();
    const stop = editor.session.subscribe((now, before) => {
      if (now.gesture === before.gesture) return;
      if (viewOf(editor).moved() !== null) show();
      else if (shifted.size > 0) end();
    });
    return () => {
      stop();
      end();
    };
  }, [editor, surface, mounted]);
}
