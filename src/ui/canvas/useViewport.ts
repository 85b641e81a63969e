/** Keeps the session's view and React Flow's the same, whoever moved it: the wheel there, an action or a drag here. */
import { useReactFlow, type Viewport } from '@xyflow/react';
import { useCallback, useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import type { Editor } from '../../editor/editor';
import { viewShowing } from '../../editor/camera';
import { viewOf } from '../../editor/view';
import { glideTo } from './glide';
import { restAfter } from './useRegion';

/** The elements that hide what stands beyond them, and so can be scrolled. */
const surfaces = '.canvas, .react-flow, .react-flow__container';

/** On the canvas while its view moves: it is drawn another way then. */
const moving = 'data-view-moves';

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
      const before = viewOf(editor).size;
      const size = { w: element.clientWidth, h: element.clientHeight };
      viewOf(editor).size = size;
      // The inspector or a panel has opened over what was just clicked.
      const { selection, gesture } = session.getState();
      if (gesture !== null || (size.w >= before.w && size.h >= before.h)) return;
      const shown = selection.size === 1 ? viewShowing(editor, selection) : undefined;
      if (shown !== undefined) glideTo(editor, shown);
    };
    viewOf(editor).size = { w: element.clientWidth, h: element.clientHeight };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // What brings something into view without asking us (find in page, a screen reader) scrolls the surface: the view moves instead.
    const unscroll = ({ target }: Event): void => {
      if (!(target instanceof HTMLElement) || !target.matches(surfaces)) return;
      const { scrollLeft, scrollTop } = target;
      if (scrollLeft === 0 && scrollTop === 0) return;
      target.scrollTo(0, 0);
      session.setState(({ viewport }) => ({
        viewport: { ...viewport, x: viewport.x - scrollLeft, y: viewport.y - scrollTop },
      }));
    };
    element.addEventListener('scroll', unscroll, true);
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', unscroll, true);
    };
  }, [editor, session, surface]);

  useEffect(() => {
    const show = (viewport: Viewport): void => {
      const shown = flow.getViewport();
      if (shown.x !== viewport.x || shown.y !== viewport.y || shown.zoom !== viewport.zoom)
        void flow.setViewport(viewport);
    };
    show(session.getState().viewport);
    let rest: ReturnType<typeof setTimeout> | undefined;
    const stop = session.subscribe(({ viewport }, before) => {
      if (viewport === before.viewport) return;
      const canvas = surface.current;
      canvas?.toggleAttribute(moving, true);
      clearTimeout(rest);
      rest = setTimeout(() => canvas?.removeAttribute(moving), restAfter);
      show(viewport);
    });
    return () => {
      clearTimeout(rest);
      stop();
    };
  }, [session, flow, surface]);

  const onMove = useCallback(
    (event: unknown, { x, y, zoom }: Viewport) => {
      // What the session asked for comes back without an event, and begins with where the view was before.
      if (event === null || event === undefined) return;
      const { viewport } = session.getState();
      if (viewport.x !== x || viewport.y !== y || viewport.zoom !== zoom)
        session.setState({ viewport: { x, y, zoom } });
    },
    [session],
  );
  return { defaultViewport, onMove };
}
