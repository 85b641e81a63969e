/** The texts of the editor's diagram, for as long as a pane shows one. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { TemplateId } from '../../core/model/document';
import type { Store } from '../../core/store/store';
import type { CodeFormat } from '../../worker/codeProtocol';
import { useEditor } from '../useEditor';
import type { EditingState, TextEditing } from './editingState';
import { createTextEditing } from './textEditing';

/** One for each editor: it keeps what was typed while no pane is there. */
const known = new WeakMap<Store, TextEditing>();

/** `format`: null for that of the author. `template`: which of a diagram's templates; the first where null. */
export function useTextEditing(
  format: CodeFormat | null,
  template: TemplateId | null,
): { readonly editing: TextEditing; readonly state: EditingState } {
  const { store } = useEditor();
  const editing = editingOf(store);
  const state = useStore(editing.state);
  useEffect(() => editing.attach(), [editing]);
  useEffect(() => editing.show(format, template), [editing, format, template]);
  return { editing, state };
}

function editingOf(store: Store): TextEditing {
  let editing = known.get(store);
  if (editing === undefined) {
    editing = createTextEditing(
      store,
      () => new Worker(new URL('../../worker/codeWorker.ts', import.meta.url), { type: 'module' }),
      {
        now: () => performance.now(),
        after(ms, work) {
          const timer = setTimeout(work, ms);
          return () => clearTimeout(timer);
        },
      },
    );
    known.set(store, editing);
  }
  return editing;
}
