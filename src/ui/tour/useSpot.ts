/** Follows what a card of the tour points at, wherever it moves to, and keeps the card beside it. */
import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import { boxesFor } from '../../editor/camera';
import type { Editor } from '../../editor/editor';
import { grown, holdsAll, isSameRect, type Point, type Rect } from '../../lib/rect';
import { useEditor } from '../useEditor';
import { mayStay, spotFor, type Surroundings } from './spot';
import type { Step } from './step';

export interface Spot {
  readonly at: Point;
  /** What is pointed at, in px of the window. */
  readonly rings: readonly Rect[];
}

/** Between the card and the edge of the window, and around what is ringed, in px. */
const margin = 8;
const ringGap = 4;

/** What is used together with what the card talks about, whatever the step. */
const usedSelector =
  '.shell-top, .shell-palette, .shell-inspector, .shell-panel, .canvas-tools, .canvas-zoom, .canvas-hints p, .plans-offer, .menu, .message';
/** Resources; the boxes around them are larger. */
const seenSelector = '.canvas [data-node]';
const largestSeen = 180;
/** Boxes with no box in them: what is around these covers most of the canvas. */
const boxesSelector = '.canvas .box[data-node]';
/** No step is about it: it may be covered before anything that is drawn is. */
const minimapSelector = '.canvas-minimap';

export function useSpot(card: RefObject<HTMLElement | null>, step: Step): Spot {
  const editor = useEditor();
  const [spot, setSpot] = useState<Spot>({ at: { x: margin, y: margin }, rings: [] });
  const measure = (): void =>
    // oxlint-disable-next-line react/set-state-in-effect -- where things stand is known once they have been laid out
    setSpot((before) => {
      const element = card.current;
      if (element === null) return before;
      const next = spotNow(editor, step, { w: element.offsetWidth, h: element.offsetHeight }, before);
      return isSame(before, next) ? before : next;
    });
  useLayoutEffect(measure, [editor, step, card]);
  useEffect(() => {
    let frame = 0;
    const soon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(measure);
    };
    // Parts of the page come when they have been loaded, and nothing else tells of it.
    const observer = new MutationObserver(soon);
    observer.observe(document.body, { childList: true, subtree: true });
    const stops = [editor.session, editor.store, editor.verdicts].map((each) => each.subscribe(soon));
    window.addEventListener('resize', soon);
    window.addEventListener('scroll', soon, true);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      for (const stop of stops) stop();
      window.removeEventListener('resize', soon);
      window.removeEventListener('scroll', soon, true);
    };
  });
  return spot;
}

function spotNow(
  editor: Editor,
  step: Step,
  size: { readonly w: number; readonly h: number },
  before: Spot,
): Spot {
  const rings = step
    .pointsAt(editor)
    .filter((element) => !isBehind(element))
    .map((element) => grown(rectOf(element), ringGap));
  const around: Surroundings = {
    room: grown({ x: 0, y: 0, w: innerWidth, h: innerHeight }, -margin),
    subjects: [...rings, ...boxesOnScreen(editor, step.about(editor))],
    used: rectsOf(usedSelector),
    seen: rectsOf(seenSelector).filter(({ w, h }) => w < largestSeen && h < largestSeen),
    boxes: [...innermost(rectsOf(boxesSelector)), ...rectsOf(minimapSelector)],
  };
  const isStanding = mayStay({ ...before.at, ...size }, around);
  return { at: isStanding ? before.at : spotFor(size, around), rings };
}

/** Whether something lies over the middle of it that is no part of the canvas: the palette or the inspector of a narrow window. */
function isBehind(element: Element): boolean {
  const canvas = element.closest('.canvas');
  if (canvas === null) return false;
  const { x, y, w, h } = rectOf(element);
  const over = document.elementFromPoint(x + w / 2, y + h / 2)?.closest('.shell > *');
  return over !== null && over !== undefined && !over.contains(canvas);
}

/** Where resources stand in the window, also those that are drawn without an element of their own. */
function boxesOnScreen(editor: Editor, ids: readonly string[]): Rect[] {
  const canvas = document.querySelector('.canvas')?.getBoundingClientRect();
  const { x, y, zoom } = editor.session.getState().viewport;
  if (canvas === undefined) return [];
  return boxesFor(editor, ids).map((box) => ({
    x: canvas.left + x + box.x * zoom,
    y: canvas.top + y + box.y * zoom,
    w: box.w * zoom,
    h: box.h * zoom,
  }));
}

function innermost(rects: readonly Rect[]): Rect[] {
  return rects.filter((rect) => !rects.some((other) => other !== rect && holdsAll(rect, other)));
}

function rectsOf(selector: string): Rect[] {
  return [...document.querySelectorAll(selector)].map(rectOf);
}

function rectOf(element: Element): Rect {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left, y: top, w: width, h: height };
}

function isSame(a: Spot, b: Spot): boolean {
  return (
    a.at.x === b.at.x &&
    a.at.y === b.at.y &&
    a.rings.length === b.rings.length &&
    a.rings.every((ring, index) => {
      const other = b.rings[index];
      return other !== undefined && isSameRect(ring, other);
    })
  );
}
