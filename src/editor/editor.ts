/**
 * One person's editor, without React: the document's store, the session, and the verdicts. Everything a menu, a shortcut, the
 * palette or a test can ask for is an action of `editor/actions`, run on this.
 */
import type { Catalog } from '../core/catalog/catalog';
import type { Document } from '../core/model/document';
import { createStore, type Store } from '../core/store/store';
import type { Words } from '../lib/words';
import { createSession, type Session, type SessionStore } from './session';
import { createVerdicts, type Validator, type VerdictStore } from './verdicts';

export interface Editor {
  readonly catalog: Catalog;
  readonly store: Store;
  readonly session: SessionStore;
  readonly verdicts: VerdictStore;
  /** Says what is on the clipboard where nothing of it could be pasted: the text, and why it cannot be read where it was copied from a diagram. */
  readonly tellForeignText?: ForeignText;
  /** A new id, unique in this document and in what is pasted into it. */
  newId(hint: string): string;
}

/** `files`: what lies there in place of a text. */
export type ForeignText = (text: string, damage: Words | undefined, files?: readonly File[]) => void;

export interface EditorOptions {
  readonly catalog: Catalog;
  readonly document: Document;
  readonly validator: Validator;
  readonly session?: Partial<Session>;
  /** A source of fresh randomness, so that two tabs never make the same id. */
  readonly random: () => string;
  readonly onForeignText?: ForeignText;
}

export function createEditor({
  catalog,
  document,
  validator,
  session,
  random,
  onForeignText,
}: EditorOptions): Editor {
  const store = createStore({ catalog }, document);
  return {
    catalog,
    store,
    session: createSession(session),
    verdicts: createVerdicts(store, validator),
    ...(onForeignText === undefined ? {} : { tellForeignText: onForeignText }),
    newId: (hint) => `${hint}-${random()}`,
  };
}
