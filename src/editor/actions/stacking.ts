/** Before and behind. What is selected on the canvas decides whether that means something; where it does not, that is said. */
import type { Stacking } from '../../core/layout/stacking';
import type { Words } from '../../lib/words';
import type { Editor } from '../editor';
import { viewOf } from '../view';
import type { Action } from './action';

const stacking = (id: string, key: '[' | ']', shift: boolean, label: Words, way: Stacking): Action => ({
  id,
  label,
  keys: [shift ? { key, shift } : { key }, { key, mod: true, ...(shift ? { shift } : {}) }],
  group: 'arrange',
  enabled: (editor: Editor) => {
    const boxes = viewOf(editor).standing();
    return [...editor.session.getState().selection].some((each) => boxes.has(each));
  },
  run: (editor) => {
    void import('../stacking').then(({ restack }) => restack(editor, label, way));
  },
});

export const stackingActions: readonly Action[] = [
  stacking('bring-forward', ']', false, { en: 'Bring forward', ja: '前面へ移動' }, 'forward'),
  stacking('send-backward', '[', false, { en: 'Send backward', ja: '背面へ移動' }, 'backward'),
  stacking('bring-to-front', ']', true, { en: 'Bring to front', ja: '最前面へ移動' }, 'front'),
  stacking('send-to-back', '[', true, { en: 'Send to back', ja: '最背面へ移動' }, 'back'),
];
