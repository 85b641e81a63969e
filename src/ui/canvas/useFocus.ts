/** The keyboard's focus follows the selection while it is on the canvas. */
import { useEffect, type RefObject } from 'react';
import type { Editor } from '../../editor/editor';

export function useFocus(editor: Editor, surface: RefObject<HTMLElement | null>): void {
  const { session } = editor;
  useEffect(() => {
    let frame = 0;
    const stop = session.subscribe(({ selection, editing }, before) => {
      if (selection === before.selection && editing === before.editing) return;
      cancelAnimationFrame(frame);
      // After React has mounted what was just added or scrolled into view.
      frame = requestAnimationFrame(() => {
        const element = surface.current;
        const active = document.activeElement;
        if (element === null || session.getState().editing !== null) return;
        const isOurs = active === null || active === document.body || element.contains(active);
        if (!isOurs || active?.closest('[data-over-canvas]')) return;
        const last = [...session.getState().selection].at(-1);
        const found =
          last === undefined ? null : element.querySelector<HTMLElement>(`[data-node="${CSS.escape(last)}"]`);
        (found ?? element).focus({ preventScroll: true });
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [session, surface]);
}
