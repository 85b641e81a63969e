/** What the comparison of an editor has come to: shared by the panel that tells it and the canvas that shows it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Alternative, Comparison } from '../../core/compare/alternative';
import type { Document, ResourceId } from '../../core/model/document';
import { documentAfter, type Plan } from '../../core/plans/plan';
import { nameOf } from '../../core/rules/context';
import type { Editor } from '../../editor/editor';
import { planAsSeen } from '../../editor/planWithRoom';
import type { Words } from '../../lib/words';
import type { Asked } from './asked';

export interface Compared {
  /** Why there is nothing to compare; null where there is something. */
  readonly because: Words | null;
  /** The last answer, also while a later question waits for its own. */
  readonly answer: Answer | null;
  readonly isAsking: boolean;
  /** The worker gave up. */
  readonly failed: boolean;
}

export interface Answer {
  readonly asked: Asked;
  readonly comparison: Comparison;
  /** The alternatives that are ways, in their order; counted from 1 for people. */
  readonly ways: readonly Way[];
  /** Those that are none. */
  readonly others: readonly Alternative[];
}

export interface Way {
  readonly alternative: Alternative;
  /** The plan, with what draws the question where it is not drawn. */
  readonly plan: Plan;
  /** The same with the room that it asks for, as it is looked at and presented. */
  readonly seen: Plan;
  /** The diagram with it. */
  readonly after: Document;
  readonly nameOf: (id: ResourceId) => string;
}

export const nothingCompared: Compared = { because: null, answer: null, isAsking: false, failed: false };

const stores = new WeakMap<Editor, StoreApi<Compared>>();

export function comparedIn(editor: Editor): StoreApi<Compared> {
  let store = stores.get(editor);
  if (store === undefined) stores.set(editor, (store = createStore<Compared>(() => nothingCompared)));
  return store;
}

/** The answer with each way's design; to be asked while the diagram is the one that was asked about. */
export function answerOf(editor: Editor, asked: Asked, comparison: Comparison): Answer {
  const { catalog } = editor;
  const { alternatives } = comparison;
  return {
    asked,
    comparison,
    others: alternatives.filter(({ passage }) => passage === null),
    ways: alternatives.flatMap((alternative): Way[] => {
      if (alternative.passage === null) return [];
      const { title, commands } = alternative.plan;
      const plan: Plan = { title, commands: [...asked.commands, ...commands] };
      const seen = planAsSeen(editor, plan);
      const after = documentAfter({ catalog }, asked.document, seen);
      return [{ alternative, plan, seen, after, nameOf: (id) => nameOf(catalog, after, id) }];
    }),
  };
}
