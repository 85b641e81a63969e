/** What the lens that is on shows, once it is known; null without one. Apart from the session, since every node asks it. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LensView } from '../core/lenses/lens';
import type { Editor } from './editor';

const shown = new WeakMap<Editor, StoreApi<LensView | null>>();

export function lensShown(editor: Editor): StoreApi<LensView | null> {
  let store = shown.get(editor);
  if (store === undefined) shown.set(editor, (store = createStore<LensView | null>(() => null)));
  return store;
}
