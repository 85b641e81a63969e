/** The part of the canvas that is ready to be seen, one for all who draw. */
import { createStore, useStore, type StoreApi } from 'zustand';
import type { Editor } from '../../editor/editor';
import { regionAround, serves, type Region } from '../../editor/region';
import { viewRect } from '../../editor/view';
import { useEditor } from '../useEditor';

const regions = new WeakMap<Editor, StoreApi<Region>>();

/** How long the view must stay for being at rest, in ms. */
export const restAfter = 250;

export function useRegion(): Region {
  return useStore(regionStore(useEditor()));
}

function regionStore(editor: Editor): StoreApi<Region> {
  const known = regions.get(editor);
  if (known !== undefined) return known;
  const { session } = editor;
  const made = (): Region => regionAround(viewRect(editor), session.getState().viewport.zoom);
  const store = createStore<Region>(made);
  const look = (isAtRest: boolean): void => {
    const { zoom } = session.getState().viewport;
    if (!serves(store.getState(), viewRect(editor), zoom, isAtRest)) store.setState(made(), true);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  session.subscribe(({ viewport }, before) => {
    look(false);
    if (viewport === before.viewport) return;
    clearTimeout(timer);
    timer = setTimeout(() => look(true), restAfter);
  });
  regions.set(editor, store);
  return store;
}
