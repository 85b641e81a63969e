import { current, isDraft, type Draft } from 'immer';
import type { Words } from '../../lib/words';
import type { Catalog } from '../catalog/catalog';
import type { Document, Flow, Resource, Scope } from '../model/document';

/** What every command may use besides its arguments. Time and ids are arguments. */
export interface CommandContext {
  readonly catalog: Catalog;
}

/** The document inside a command: written to as if it could be changed. */
export type DocumentDraft = Draft<Document>;
export type ResourceDraft = Draft<Resource>;
export type FlowDraft = Draft<Flow>;
export type ScopeDraft = Draft<Scope>;

/**
 * One thing a person can do to a diagram. Arguments are plain data (they travel to the worker and into scenes).
 * `run` edits the draft, returns nothing, asks nobody, and leaves the draft alone where it makes no sense (the resource
 * is gone), so that it works on any document.
 */
export interface Command<Args> {
  /** What the undo menu says: "Move", "Delete". */
  readonly label: Words;
  run(draft: DocumentDraft, args: Args, context: CommandContext): void;
}

/** The document as it is so far, only to be read: a draft makes a copy of everything that is looked at. */
export function asItIs(draft: DocumentDraft): Document {
  return isDraft(draft) ? current(draft) : draft;
}

export function defineCommand<Args>(command: Command<Args>): Command<Args> {
  return command;
}
