/**
 * Holds the document. Each commit is one immer recipe, one undo step and one change that everybody else (the canvas, the
 * worker, the journal, the code pane) learns of by its patches.
 */
import type { Patch } from 'immer';
import { applyPatches, enableMapSet, enablePatches, produceWithPatches } from 'immer';
import type { Words } from '../../lib/words';
import type { CommandArgs, CommandCall, CommandName } from '../commands';
import { applyCall, call, commands } from '../commands';
import type { CommandContext, DocumentDraft } from '../commands/command';
import type { Document } from '../model/document';
import type { Plan } from '../plans/plan';

enablePatches();
enableMapSet();

export type { Patch };

export type Origin =
  | { readonly by: 'command'; readonly name: CommandName }
  | { readonly by: 'plan' | 'text' | 'undo' | 'redo' }
  /** Another document took this one's place; there are no patches. */
  | { readonly by: 'replace' };

export interface Change {
  /** Counts up by one with every change, from 0 for the first document. */
  readonly revision: number;
  readonly document: Document;
  readonly patches: readonly Patch[];
  readonly origin: Origin;
}

interface Step {
  readonly label: Words;
  readonly burst: string | undefined;
  readonly patches: readonly Patch[];
  readonly inverse: readonly Patch[];
}

export interface Store {
  readonly document: Document;
  readonly revision: number;
  /** What undo and redo would take back or do again; undefined when there is nothing. */
  readonly undoLabel: Words | undefined;
  readonly redoLabel: Words | undefined;
  commit<N extends CommandName>(name: N, args: CommandArgs<N>): void;
  /** Runs several calls as one undo step, under the title of the plan. */
  apply(plan: Plan): void;
  /**
   * Makes a change that was worked out elsewhere for the document as it is: what an edit of its text changes. All of one
   * `burst` that come one after the other are one undo step.
   */
  follow(label: Words, changes: readonly Patch[], burst: string): void;
  undo(): void;
  redo(): void;
  /** Puts another document in place and forgets the history. */
  replace(document: Document): void;
  /** Calls back after every change; returns how to stop that. */
  subscribe(listener: (change: Change) => void): () => void;
}

export function createStore(context: CommandContext, first: Document): Store {
  let document = first;
  let revision = 0;
  let done: readonly Step[] = [];
  let undone: readonly Step[] = [];
  const listeners = new Set<(change: Change) => void>();

  const publish = (patches: readonly Patch[], origin: Origin): void => {
    revision++;
    const change: Change = { revision, document, patches, origin };
    for (const listener of listeners) listener(change);
  };

  const make = (
    recipe: (draft: DocumentDraft) => void,
    label: Words,
    origin: Origin,
    burst?: string,
  ): void => {
    const [next, patches, inverse] = produceWithPatches(document, recipe);
    if (patches.length === 0) return;
    document = next;
    const last = done.at(-1);
    const before = burst !== undefined && last?.burst === burst && undone.length === 0 ? last : undefined;
    done = [
      ...(before === undefined ? done : done.slice(0, -1)),
      {
        label,
        burst,
        patches: [...(before?.patches ?? []), ...patches],
        inverse: [...inverse, ...(before?.inverse ?? [])],
      },
    ];
    undone = [];
    publish(patches, origin);
  };
  const run = (calls: readonly CommandCall[], label: Words, origin: Origin): void =>
    make(
      (draft) => {
        for (const each of calls) applyCall(draft, each, context);
      },
      label,
      origin,
    );

  return {
    get document() {
      return document;
    },
    get revision() {
      return revision;
    },
    get undoLabel() {
      return done.at(-1)?.label;
    },
    get redoLabel() {
      return undone.at(-1)?.label;
    },
    commit(name, args) {
      run([call(name, args)], commands[name].label, { by: 'command', name });
    },
    apply(plan) {
      run(plan.commands, plan.title, { by: 'plan' });
    },
    follow(label, changes, burst) {
      // `applyPatches` only reads its patches; its type forgets to say so.
      make((draft) => void applyPatches(draft, changes as Patch[]), label, { by: 'text' }, burst);
    },
    undo() {
      const step = done.at(-1);
      if (step === undefined) return;
      document = applyPatches(document, step.inverse);
      done = done.slice(0, -1);
      undone = [...undone, step];
      publish(step.inverse, { by: 'undo' });
    },
    redo() {
      const step = undone.at(-1);
      if (step === undefined) return;
      document = applyPatches(document, step.patches);
      undone = undone.slice(0, -1);
      done = [...done, step];
      publish(step.patches, { by: 'redo' });
    },
    replace(next) {
      document = next;
      done = [];
      undone = [];
      publish([], { by: 'replace' });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
