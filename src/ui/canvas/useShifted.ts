/**
 * While resources are dragged what is mounted of them, and the arrows that go along as they are, is shifted by a style of its
 * own, which React and React Flow know nothing of: a VPC with 500 resources in it makes them draw nothing again.
 */
import { useLayoutEffect, type RefObject } from 'react';
import type { ResourceId } from '../../core/model/document';
import type { Editor } from '../../editor/editor';
import { viewOf } from '../../editor/view';
import type { Point } from '../../lib/rect';

type Shiftable = HTMLElement | SVGElement;

/** What of the mounted may have to be shifted. */
export interface Shifting {
  /** A selector of it. */
  readonly find: string;
  /** The resource with which an element is moved; undefined for one that stays. */
  readonly goesWith: (editor: Editor, element: Shiftable) => ResourceId | undefined;
}

export const shiftingNodes: Shifting = {
  find: '.react-flow__node',
  goesWith(editor, { dataset: { id } }) {
    return id !== undefined && viewOf(editor).moved()?.has(id) === true ? id : undefined;
  },
};

export const shiftingFlows: Shifting = {
  find: '[data-flow]',
  goesWith: (editor, { dataset }) =>
    viewOf(editor)
      .following()
      ?.carried.flows.get(dataset['flow'] ?? ''),
};

export const shiftingReferences: Shifting = {
  find: '[data-reference]',
  goesWith: (editor, { dataset }) =>
    viewOf(editor)
      .following()
      ?.carried.references.get(dataset['reference'] ?? ''),
};

/** So many elements become layers of their own while they are dragged. */
export const mostLayers = 12;

/** `mounted`: another object whenever other elements are mounted. */
export function useShifted(
  editor: Editor,
  within: RefObject<Element | null>,
  { find, goesWith }: Shifting,
  mounted: unknown,
): void {
  useLayoutEffect(() => {
    let held: readonly (readonly [Shiftable, ResourceId])[] | undefined;
    let heldBy: unknown;
    const shifted = new Map<Shiftable, string>();
    const show = (): void => {
      const view = viewOf(editor);
      const by = view.following()?.carried ?? view.moved();
      // Looked for once for each drag.
      if (held === undefined || heldBy !== by) {
        held = [...(within.current?.querySelectorAll<Shiftable>(find) ?? [])].flatMap((element) => {
          const id = goesWith(editor, element);
          return id === undefined ? [] : [[element, id] as const];
        });
        heldBy = by;
        const still = new Set(held.map(([element]) => element));
        for (const element of shifted.keys()) if (!still.has(element)) letGo(element);
        // A layer of its own is moved without the others being put together anew. Too many cost more than that, and so does a
        // container: all that is drawn over it would become layers as well.
        if (held.length <= mostLayers)
          for (const [element] of held)
            if (!element.matches('.react-flow__node-container')) element.style.willChange = 'transform';
      }
      const shift = view.shift();
      const all = shift === null ? undefined : textOf(shift);
      const [standing, boxes] = [view.standing(), view.boxes()];
      for (const [element, id] of held) {
        const [then, now] = [standing.get(id), boxes.get(id)];
        const own = all ?? (then === undefined || now === undefined ? '' : textOf(minus(now, then)));
        if ((shifted.get(element) ?? '') === own) continue;
        element.style.translate = own;
        shifted.set(element, own);
      }
    };
    const letGo = (element: Shiftable): void => {
      element.style.translate = '';
      element.style.willChange = '';
      shifted.delete(element);
    };
    const end = (): void => {
      for (const element of [...shifted.keys(), ...(held ?? []).map(([each]) => each)]) letGo(element);
      held = undefined;
    };
    if (viewOf(editor).moved() !== null) show();
    const stop = editor.session.subscribe((now, before) => {
      if (now.gesture === before.gesture) return;
      if (viewOf(editor).moved() !== null) show();
      else if (held !== undefined) end();
    });
    return () => {
      stop();
      end();
    };
  }, [editor, within, find, goesWith, mounted]);
}

function minus(a: Point, b: Point): Point {
  return { x: a.x - b.x, y: a.y - b.y };
}

function textOf({ x, y }: Point): string {
  return x === 0 && y === 0 ? '' : `${x}px ${y}px`;
}
