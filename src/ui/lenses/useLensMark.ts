/** What the canvas reads of the lens: which one it shows, and for each resource whether it matters. */
import { useStore } from 'zustand';
import type { LensMark, LensName } from '../../core/lenses/lens';
import type { ResourceId } from '../../core/model/document';
import { lensShown } from '../../editor/lensShown';
import { useEditor } from '../useEditor';

export function useLens(): LensName | null {
  return useStore(lensShown(useEditor()), (view) => view?.lens ?? null);
}

/** Undefined without a lens, and for what does not matter to the one that is on. */
export function useLensMark(id: ResourceId): LensMark | undefined {
  return useStore(lensShown(useEditor()), (view) => view?.marks.get(id));
}
