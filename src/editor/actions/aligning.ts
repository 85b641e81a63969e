/** Aligning and distributing. What is selected on the canvas decides whether they make sense; they say it where they do not. */
import type { Alignment, Axis } from '../../core/layout/align';
import type { Words } from '../../lib/words';
import type { Editor } from '../editor';
import { viewOf } from '../view';
import type { Action } from './action';

// Loaded when it is asked for.
const aligning = () => import('../aligning');

const hasBoxes = (editor: Editor): boolean => {
  const boxes = viewOf(editor).standing();
  return [...editor.session.getState().selection].some((id) => boxes.has(id));
};

const aligningTo = (id: string, code: string, label: Words, alignment: Alignment): Action => ({
  id,
  label,
  // On a Mac Alt types other characters, so the place of the key counts.
  keys: [{ code, alt: true }],
  group: 'arrange',
  enabled: hasBoxes,
  run: (editor) => void aligning().then(({ align }) => align(editor, label, alignment)),
});

const distributing = (id: string, code: string, label: Words, axis: Axis): Action => ({
  id,
  label,
  keys: [{ code, alt: true, shift: true }],
  group: 'arrange',
  enabled: hasBoxes,
  run: (editor) => void aligning().then(({ distribute }) => distribute(editor, label, axis)),
});

export const aligningActions: readonly Action[] = [
  aligningTo('align-left', 'KeyA', { en: 'Align left', ja: '左揃え' }, 'left'),
  aligningTo('align-centre', 'KeyH', { en: 'Align centres', ja: '左右中央揃え' }, 'centre'),
  aligningTo('align-right', 'KeyD', { en: 'Align right', ja: '右揃え' }, 'right'),
  aligningTo('align-top', 'KeyW', { en: 'Align top', ja: '上揃え' }, 'top'),
  aligningTo('align-middle', 'KeyV', { en: 'Align middles', ja: '上下中央揃え' }, 'middle'),
  aligningTo('align-bottom', 'KeyS', { en: 'Align bottom', ja: '下揃え' }, 'bottom'),
  distributing('distribute-across', 'KeyH', { en: 'Distribute across', ja: '左右に等間隔' }, 'x'),
  distributing('distribute-down', 'KeyV', { en: 'Distribute down', ja: '上下に等間隔' }, 'y'),
];
