/** Sees to the arrows that wait for their lines, a slice at a time between the frames, and tells when all have them. */
import { useEffect } from 'react';
import type { Editor } from '../../editor/editor';
import { loadArrows, loadedArrows } from '../../editor/loadedArrows';
import { loadRoom } from '../../editor/loadedRoom';
import type { RouteOffice } from '../../core/drawing/routesElsewhere';
import { viewOf } from '../../editor/view';
import { createRouteOffice } from './routeOffice';
import { useOnceDrawn } from './useOnceDrawn';

/** A slice leaves half of a frame of 16 ms to everything else. */
const slice = 8;
/** How long to wait before asking again, in ms. */
const whileDragging = 100;

const listeners = new WeakMap<Editor, Set<() => void>>();

function listenersOf(editor: Editor): Set<() => void> {
  let found = listeners.get(editor);
  if (found === undefined) listeners.set(editor, (found = new Set()));
  return found;
}

/** Calls back when lines that waited have been routed, and when there can be lines at all. */
export function subscribeToRouting(editor: Editor, changed: () => void): () => void {
  listenersOf(editor).add(changed);
  return () => listenersOf(editor).delete(changed);
}

/** Called when an office has answered. */
const resumers = new Set<() => void>();

export function useRouting(editor: Editor, waiting: number): void {
  const isDrawn = useOnceDrawn();
  useEffect(() => {
    if (!isDrawn || loadedArrows() !== undefined) return;
    void loadRoom();
    const office = (): RouteOffice => createRouteOffice(() => resumers.forEach((resume) => resume()));
    void loadArrows(office).then(() => listenersOf(editor).forEach((changed) => changed()));
  }, [editor, isDrawn]);
  useEffect(() => {
    if (waiting === 0) return;
    let timer: ReturnType<typeof setTimeout>;
    const step = (): void => {
      // Nothing is done during a drag: its steps need the time.
      if (editor.session.getState().gesture !== null) {
        timer = setTimeout(step, whileDragging);
        return;
      }
      const until = performance.now() + slice;
      const { hasNew, isDone } = viewOf(editor).routeOn(() => performance.now() >= until);
      if (hasNew) for (const changed of listenersOf(editor)) changed();
      if (!isDone) resume();
    };
    const resume = (): void => {
      clearTimeout(timer);
      timer = setTimeout(step, 0);
    };
    resume();
    resumers.add(resume);
    return () => {
      clearTimeout(timer);
      resumers.delete(resume);
    };
  }, [editor, waiting]);
}
