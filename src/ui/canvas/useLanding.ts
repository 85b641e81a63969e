/** While things land in new places all at once, they glide there. */
import { useEffect, type RefObject } from 'react';
import type { Editor } from '../../editor/editor';
import { movesVisibly } from '../../editor/landing';
import { viewOf } from '../../editor/view';

/** As long as the transition in the style sheet, in ms. */
const duration = 240;

export function useLanding(editor: Editor, surface: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = (): void => surface.current?.classList.remove('is-landing');
    const stop = editor.store.subscribe((change) => {
      clearTimeout(timer);
      end();
      if (!movesVisibly(change, viewOf(editor).isArranging)) return;
      surface.current?.classList.add('is-landing');
      timer = setTimeout(end, duration);
    });
    // What is taken up meanwhile must not lag behind the pointer.
    const stopSession = editor.session.subscribe(({ gesture }) => {
      if (gesture !== null) end();
    });
    return () => {
      clearTimeout(timer);
      stop();
      stopSession();
    };
  }, [editor, surface]);
}
