/** Reads the browser's pointer events and hands them to the editor's pointer machine. */
import { useEffect, useMemo, type RefObject } from 'react';
import { loadCopying } from '../../editor/loadedCopying';
import { loadSnapping } from '../../editor/loadedSnapping';
import type { Editor } from '../../editor/editor';
import { createPointer, type Pointer } from '../../editor/pointer';
import type { Part, PointerInput } from '../../editor/pointerInput';
import { handles } from '../../editor/resizing';
import { followFingers } from './fingers';
import { isMac } from '../shell/isMac';

/** Whether Space is held; key presses say so. */
export const held = { space: false };

export function usePointer(editor: Editor, surface: RefObject<HTMLElement | null>): Pointer {
  const pointer = useMemo(() => createPointer(editor), [editor]);
  useEffect(() => {
    const element = surface.current;
    if (element === null) return;
    let pressed: number | null = null;
    let stopPanning: (() => void) | undefined;
    let pressedAt: { readonly event: PointerEvent; readonly input: PointerInput } | undefined;

    const read = (event: MouseEvent): PointerInput => {
      const { left, top } = element.getBoundingClientRect();
      const { x, y, zoom } = editor.session.getState().viewport;
      const screen = { x: event.clientX - left, y: event.clientY - top };
      return {
        screen,
        at: { x: (screen.x - x) / zoom, y: (screen.y - y) / zoom },
        button: event.button === 1 ? 'middle' : 'left',
        space: held.space,
        shift: event.shiftKey,
        alt: event.altKey,
        mod: isMac ? event.metaKey : event.ctrlKey,
        part: partOf(event.target),
      };
    };
    const isOverCanvas = (event: MouseEvent): boolean =>
      event.target instanceof Element &&
      element.contains(event.target) &&
      event.target.closest('[data-over-canvas]') === null;

    const fingers = followFingers(editor, element, () => {
      pressed = null;
      stopPanning?.();
      const { tool } = editor.session.getState();
      pointer.cancel();
      editor.session.setState({ tool });
    });
    const down = (event: PointerEvent): void => {
      if (isOverCanvas(event) && fingers.down(event)) return;
      if (!isOverCanvas(event) || pressed !== null || (event.button !== 0 && event.button !== 1)) return;
      if (event.target instanceof Element && event.target.closest('.canvas-edit') !== null) return;
      // Otherwise the browser starts to select text, or to scroll with the middle button. A text field that has the
      // focus must end first, so the focus is moved by hand.
      event.preventDefault();
      if (document.activeElement instanceof HTMLElement && !element.contains(document.activeElement))
        document.activeElement.blur();
      element.focus({ preventScroll: true });
      pressed = event.pointerId;
      const input = read(event);
      pressedAt = { event, input };
      pointer.down(input);
      last = event;
      stopPanning = panAtEdges(
        editor,
        element,
        () => last ?? event,
        (at) => pointer.move(at),
        read,
      );
    };
    let last: PointerEvent | undefined;
    let isReady = false;
    const move = (event: PointerEvent): void => {
      last = event;
      if (!isReady) {
        isReady = true;
        loadDragging();
      }
      if (fingers.move(event)) return;
      if (pressed !== null && event.pointerId !== pressed) return;
      if (pressed === null && !isOverCanvas(event)) {
        if (editor.session.getState().hovered !== null || editor.session.getState().gesture !== null)
          pointer.leave();
        return;
      }
      pointer.move(read(event));
      capture(event);
    };
    // While something is dragged no one has to find out what is under the pointer. The cursor stays that of what was taken hold of.
    const capture = ({ pointerId, pointerType, target }: PointerEvent): void => {
      if (pressed === null || pointerType === 'touch' || element.hasPointerCapture(pointerId)) return;
      if (editor.session.getState().gesture === null || !(target instanceof Element)) return;
      element.style.cursor = getComputedStyle(target).cursor;
      element.setPointerCapture(pointerId);
    };
    const released = (): void => {
      element.style.cursor = '';
    };
    const up = (event: PointerEvent): void => {
      if (fingers.up(event)) return;
      if (pressed !== null && event.pointerId !== pressed) return;
      // A drag that began in the palette ends here.
      const isPlacing = editor.session.getState().tool.tool === 'place' && isOverCanvas(event);
      stopPanning?.();
      if (pressed === null && !isPlacing) return;
      // From here on the keys are for what was brought, and no longer for the palette.
      if (pressed === null) element.focus({ preventScroll: true });
      pressed = null;
      pointer.up(read(event));
      // A finger that is gone is over nothing.
      if (event.pointerType === 'touch') pointer.leave();
    };
    const cancel = (event: PointerEvent): void => {
      fingers.up(event);
      if (event.pointerId !== pressed) return;
      pressed = null;
      stopPanning?.();
      pointer.cancel();
    };
    const doubleClick = (event: MouseEvent): void => {
      if (event.button !== 0) return;
      if (isOverCanvas(event)) pointer.doubleClick(read(event));
      // The first click has opened the inspector under the pointer: it is still the thing clicked that is meant.
      else if (pressedAt !== undefined && isSamePlace(pressedAt.event, event))
        pointer.doubleClick(pressedAt.input);
    };
    const modifiers = (event: KeyboardEvent): void => {
      if (['Shift', 'Alt', 'Control', 'Meta'].includes(event.key))
        pointer.modifiers({
          shift: event.shiftKey,
          alt: event.altKey,
          mod: isMac ? event.metaKey : event.ctrlKey,
        });
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('lostpointercapture', released);
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('dblclick', doubleClick);
    window.addEventListener('keydown', modifiers);
    window.addEventListener('keyup', modifiers);
    return () => {
      stopPanning?.();
      fingers.stop();
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('lostpointercapture', released);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('dblclick', doubleClick);
      window.removeEventListener('keydown', modifiers);
      window.removeEventListener('keyup', modifiers);
    };
  }, [editor, pointer, surface]);
  return pointer;
}

/** What a drag needs, loaded while the pointer is on its way to what will be dragged: the first step is not to wait for it. */
function loadDragging(): void {
  void loadSnapping();
  void loadCopying();
  void import('./GuideLayer');
  void import('./RoomGhosts');
}

/** Whether a double click is one with the press: as near and as soon as systems ask for. */
function isSamePlace(press: PointerEvent, now: MouseEvent): boolean {
  const far = Math.hypot(now.clientX - press.clientX, now.clientY - press.clientY);
  return far <= 4 && now.timeStamp - press.timeStamp < 800;
}

/** The parts that only their drawing knows the place of say so by data attributes. */
function partOf(target: EventTarget | null): Part | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement | SVGElement>('[data-part]') : null;
  const { part, id, handle } = element?.dataset ?? {};
  if (id === undefined) return undefined;
  if (part === 'hanging' || part === 'connector' || part === 'flow' || part === 'title' || part === 'fold')
    return { part, id };
  const known = handles.find((each) => each === handle);
  return part === 'handle' && known !== undefined ? { part, id, handle: known } : undefined;
}

/**
 * While something is dragged to the canvas's edge the view follows. What was taken hold of there, as a handle beside the
 * inspector that has just opened, must first be drawn outwards: else it would run away at the first px.
 */
function panAtEdges(
  editor: Editor,
  element: HTMLElement,
  last: () => PointerEvent,
  move: (input: PointerInput) => void,
  read: (event: MouseEvent) => PointerInput,
): () => void {
  const margin = 28;
  const outwards = 12;
  const step = 9;
  const inside = (): readonly [west: number, east: number, north: number, south: number] => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    const { clientX: x, clientY: y } = last();
    return [x - left, right - x, y - top, bottom - y];
  };
  /** How far from each edge the drag has been. */
  let deepest = inside();
  let seen: PointerEvent | undefined;
  const timer = setInterval(() => {
    const { gesture } = editor.session.getState();
    if (gesture === null || gesture.doing === 'panning' || seen === last()) return;
    seen = last();
    const now = inside();
    const [a, b, c, d] = deepest;
    deepest = [Math.max(a, now[0]), Math.max(b, now[1]), Math.max(c, now[2]), Math.max(d, now[3])];
    const [west = 0, east = 0, north = 0, south = 0] = now.map((distance, edge) =>
      distance < Math.min(margin, (deepest[edge] ?? 0) - outwards) ? step : 0,
    );
    if (west === east && north === south) return;
    // It goes on for as long as the pointer stays there.
    seen = undefined;
    editor.session.setState(({ viewport }) => ({
      viewport: { ...viewport, x: viewport.x + west - east, y: viewport.y + north - south },
    }));
    move(read(last()));
  }, 16);
  return () => clearInterval(timer);
}
