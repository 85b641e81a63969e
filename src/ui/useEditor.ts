/** How components read the editor: each by the little it shows, and drawn again only when that changed. */
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Document } from '../core/model/document';
import type { Editor } from '../editor/editor';
import type { Session } from '../editor/session';
import type { TimedVerdicts } from '../editor/verdicts';
import { readInOrder } from '../lib/readInOrder';
import type { Words } from '../lib/words';

const EditorContext = createContext<Editor | null>(null);
export const EditorProvider = EditorContext.Provider;

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (editor === null) throw new Error('useEditor is used inside an EditorProvider');
  return editor;
}

/** A piece of the document. The selector must give the same object for an unchanged document. */
export function useDocument<T>(select: (document: Document) => T): T {
  const { store } = useEditor();
  const subscribe = useCallback((changed: () => void) => store.subscribe(changed), [store]);
  return useSyncExternalStore(subscribe, () => select(store.document));
}

export function useSession<T>(select: (session: Session) => T): T {
  return useStore(useEditor().session, select);
}

export function useVerdicts<T>(select: (verdicts: TimedVerdicts) => T): T {
  return useStore(useEditor().verdicts, select);
}

/** Gives the words in the person's language. */
export function useSay(): (words: Words) => string {
  const language = useSession((session) => session.language);
  return useCallback((words: Words) => readInOrder(words[language]), [language]);
}
