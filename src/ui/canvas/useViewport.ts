/** Keeps the session's view and React Flow's the same, whoever moved it: the wheel there, an action or a drag here. */
import { useReactFlow, type Viewport } from '@xyflow/react';
import { useCallback, useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import type { Editor } from '../../editor/editor';
import { viewOf } from '../../editor/view';

export function useViewport(
  editor: Editor,
  surface: RefObject<HTMLElement | null>,
): { readonly defaultViewport: Viewport; readonly onMove: (event: unknown, viewport: Viewport) => void } {
  const { session } = editor;
  const flow = useReactFlow();
  const [defaultViewport] = useState(() => session.getState().viewport);

  useLayoutEffect(() => {
    const element = surface.current;
    if (element === null) return;
    const measure = (): void => {
      viewOf(editor).size = { w: element.clientWidth, h: element.clientHeight };
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [editor, surface]);

  useEffect(() => {
    const show = (viewport: Viewport): void => {
      const shown = flow.getViewport();
      if (shown.x !== viewport.x || shown.y !== viewport.y || shown.zoom !== viewport.zoom)
        void flow.setViewport(viewport);
    };
    show(session.getState().viewport);
    return session.subscribe(({ viewport }, before) => {
      if (viewport !== before.viewport) show(viewport);
    });
  }, [session, flow]);

  const onMove = useCallback(
    (_event: unknown, { x, y, zoom }: Viewport) => {
      const { viewport } = session.getState();
      if (viewport.x !== x || viewport.y !== y || viewport.zoom !== zoom)
        session.setState({ viewport: { x, y, zoom } });
    },
    [session],
  );
  return { defaultViewport, onMove };
}
