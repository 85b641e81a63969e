/** The menu at the pointer: what can be done with the thing under it, or with the selection it belongs to. */
import { lazy, Suspense, useEffect, useRef, useState, type RefObject } from 'react';
import { hitOn } from '../../editor/pointer';
import { selectGroup } from '../../editor/selecting';
import type { Point } from '../../core/model/document';
import { earlyMenu } from './earlyMenu';
import { holdKeys } from '../shell/heldKeys';
import { useEditor } from '../useEditor';

const MenuAt = lazy(async () => ({ default: (await import('./MenuAt')).MenuAt }));

export function ContextMenu({ surface }: { readonly surface: RefObject<HTMLElement | null> }) {
  const editor = useEditor();
  const [at, setAt] = useState<Point | null>(null);
  const isAsked = useRef(false);
  useEffect(() => {
    const element = surface.current;
    if (element === null) return;
    const open = (event: MouseEvent): void => {
      if (
        !(event.target instanceof Element) ||
        event.target.closest('[data-over-canvas], .canvas-edit') !== null
      )
        return;
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      // The menu key has no pointer: it means what has the focus.
      const isByFinger = event instanceof PointerEvent && event.pointerType === 'touch';
      const isByKey = event.button !== 2 && event.detail === 0 && !isByFinger;
      const focused = isByKey ? document.activeElement?.getBoundingClientRect() : undefined;
      if (focused === undefined) {
        const { x, y, zoom } = editor.session.getState().viewport;
        const part = event.target.closest<HTMLElement>('[data-part]')?.dataset['id'];
        const hit = hitOn(editor, {
          x: (event.clientX - left - x) / zoom,
          y: (event.clientY - top - y) / zoom,
        });
        const id = part ?? ('id' in hit ? hit.id : null);
        if (id === null) editor.session.setState({ selection: new Set(), flowInFocus: null });
        else if (!editor.session.getState().selection.has(id)) selectGroup(editor, id, false);
      }
      isAsked.current = true;
      holdKeys({
        isOver: () => !isAsked.current || document.activeElement?.closest('[role="menu"]') != null,
        leave: () => setAt(null),
      });
      setAt(
        focused === undefined
          ? { x: event.clientX, y: event.clientY }
          : { x: focused.left + focused.width / 2, y: focused.top + Math.min(focused.height, 48) },
      );
    };
    element.addEventListener('contextmenu', open);
    const { asked } = earlyMenu;
    earlyMenu.isAwaited = false;
    earlyMenu.asked = undefined;
    if (asked !== undefined) open(asked);
    return () => element.removeEventListener('contextmenu', open);
  }, [editor, surface]);
  if (at === null) return null;
  return (
    <Suspense fallback={null}>
      <MenuAt
        at={at}
        onClose={(takesFocus) => {
          isAsked.current = false;
          setAt(null);
          if (takesFocus) surface.current?.focus({ preventScroll: true });
        }}
      />
    </Suspense>
  );
}
