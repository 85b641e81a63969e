/** Fingers on the canvas: one does what a mouse does, one that rests asks for the menu, two move and zoom the view. */
import { viewBetween } from '../../editor/camera';
import type { Editor } from '../../editor/editor';
import type { Point } from '../../core/model/document';

/** As long as systems wait, in ms. */
const longPress = 500;
/** Fingers tremble: so far, in px of the screen, one still rests. */
const tremor = 8;

export interface Fingers {
  /** Each gives whether the event belongs to more than one finger, or to one that asked for the menu. */
  down(event: PointerEvent): boolean;
  move(event: PointerEvent): boolean;
  up(event: PointerEvent): boolean;
  stop(): void;
}

/** `letGo` is called when what the first finger does turns out to be something else: nothing may come of it. */
export function followFingers(editor: Editor, element: HTMLElement, letGo: () => void): Fingers {
  const at = new Map<number, Point>();
  let isTaken = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pressedAt: Point | undefined;
  const place = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top } = element.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const rest = (): void => clearTimeout(timer);
  // The system asks for the menu by itself: once is enough.
  element.addEventListener('contextmenu', rest);
  // Lifting the finger would click what has come to be under it: the menu.
  const lift = (event: TouchEvent): void => {
    if (isTaken) event.preventDefault();
  };
  element.addEventListener('touchend', lift, { passive: false });
  return {
    down(event) {
      if (event.pointerType !== 'touch') return false;
      at.set(event.pointerId, place(event));
      rest();
      if (at.size > 1) {
        if (!isTaken) letGo();
        isTaken = true;
        return true;
      }
      isTaken = false;
      pressedAt = place(event);
      timer = setTimeout(() => {
        isTaken = true;
        letGo();
        const { clientX, clientY, target } = event;
        target?.dispatchEvent(
          new MouseEvent('contextmenu', { bubbles: true, cancelable: true, button: 2, clientX, clientY }),
        );
      }, longPress);
      return false;
    },
    move(event) {
      const before = at.get(event.pointerId);
      if (before === undefined) return false;
      const now = place(event);
      if (pressedAt !== undefined && Math.hypot(now.x - pressedAt.x, now.y - pressedAt.y) > tremor) rest();
      const other = [...at].find(([id]) => id !== event.pointerId)?.[1];
      at.set(event.pointerId, now);
      if (isTaken && other !== undefined)
        editor.session.setState(({ viewport }) => ({
          viewport: viewBetween(viewport, [before, other], [now, other]),
        }));
      return isTaken;
    },
    up(event) {
      if (!at.delete(event.pointerId)) return false;
      rest();
      return isTaken;
    },
    stop() {
      rest();
      element.removeEventListener('contextmenu', rest);
      element.removeEventListener('touchend', lift);
    },
  };
}
