/** One step of the tour: what it explains, what it points at, how it is done, and when it has been. */
import type { Editor } from '../../editor/editor';
import type { Words } from '../../lib/words';

export interface Step {
  readonly title: Words;
  readonly text: (editor: Editor) => Words;
  /** How the same is done without a pointer. */
  readonly byKeys: (editor: Editor) => Words;
  /** Ways to do it from the card, which open what the editor itself has for it. */
  readonly ways: readonly Way[];
  /** Resources and flows it speaks of, which are brought into view. */
  readonly about: (editor: Editor) => readonly string[];
  /** The elements of the page that are ringed, in the order in which they are used. */
  readonly pointsAt: (editor: Editor) => readonly Element[];
  /** Calls `done` when the person has done it, with what became of it; gives back how to stop watching. */
  readonly watch: (editor: Editor, done: (outcome: Words) => void) => () => void;
}

export interface Way {
  readonly label: Words;
  run(editor: Editor): void;
}

export function nameOf({ store }: Editor, id: string): string {
  return store.document.resources.get(id)?.name ?? id;
}

/** The first of these that is shown, in the order in which they are given. */
export function firstShown(...selectors: readonly string[]): readonly Element[] {
  for (const selector of selectors)
    for (const found of document.querySelectorAll(selector)) if (isShown(found)) return [found];
  return [];
}

/** What stands for a resource on the canvas. */
export function onCanvas(id: string): readonly Element[] {
  return firstShown(`.canvas [data-node="${CSS.escape(id)}"]`);
}

function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}
