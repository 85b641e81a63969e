/** Bending the selected arrow by keyboard; the keys that nudge and delete do it to the bend in hand. */
import type { FlowId } from '../../core/model/document';
import { addBend, piecesOf, removeAllBends, takeNextBend } from '../bending';
import type { Editor } from '../editor';
import type { Action } from './action';

function onlyFlow({ session, store }: Editor): FlowId | undefined {
  const { selection, presenting } = session.getState();
  const [only] = selection.size === 1 && presenting === null ? selection : [];
  return only !== undefined && store.document.flows.has(only) ? only : undefined;
}

const withFlow = (run: (editor: Editor, flow: FlowId) => void) => ({
  enabled: (editor: Editor): boolean => onlyFlow(editor) !== undefined,
  run: (editor: Editor): void => {
    const flow = onlyFlow(editor);
    if (flow !== undefined) run(editor, flow);
  },
});

export const bending: readonly Action[] = [
  {
    id: 'bend-arrow',
    label: { en: 'Bend arrow', ja: '矢印を曲げる' },
    keys: [{ key: 'b' }],
    group: 'arrange',
    onCanvas: true,
    ...withFlow(takeNextBend),
  },
  {
    id: 'add-bend',
    label: { en: 'Add another bend', ja: '曲がり角を追加' },
    keys: [{ key: 'b', shift: true }],
    group: 'arrange',
    onCanvas: true,
    ...withFlow(addBend),
  },
  {
    id: 'straighten-arrow',
    label: { en: 'Remove all bends', ja: '曲がり角をすべて削除' },
    group: 'arrange',
    enabled: (editor) => {
      const flow = onlyFlow(editor);
      return flow !== undefined && piecesOf(editor, flow).some(({ bends }) => bends.length > 0);
    },
    run: (editor) => {
      const flow = onlyFlow(editor);
      if (flow !== undefined) removeAllBends(editor, flow);
    },
  },
];
