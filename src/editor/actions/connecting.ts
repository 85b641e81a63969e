/** Connected neighbours by keyboard: an arrow in a direction, to something that is chosen then. */
import { refusalToStart } from '../connect';
import { centreOf } from '../../lib/rect';
import type { Words } from '../../lib/words';
import type { NewEnd } from '../session';
import { viewOf } from '../view';
import type { Action } from './action';

const towards = (direction: NonNullable<NewEnd['towards']>, key: string, label: Words): Action => ({
  id: `connect-${direction}`,
  label,
  keys: [{ key, mod: true }],
  group: 'tools',
  onCanvas: true,
  keyboardOnly: true,
  enabled: (editor) => {
    const { selection } = editor.session.getState();
    const [only] = selection;
    const isResource = only !== undefined && editor.store.document.resources.has(only);
    return selection.size === 1 && isResource && refusalToStart(editor, only) === undefined;
  },
  run: (editor) => {
    const [from] = editor.session.getState().selection;
    const box = from === undefined ? undefined : viewOf(editor).standing().get(from);
    if (from === undefined || box === undefined) return;
    const { x, y } = centreOf(box);
    const [dx, dy] = { right: [1, 0], left: [-1, 0], down: [0, 1], up: [0, -1] }[direction] as [
      number,
      number,
    ];
    editor.session.setState({
      newEnd: { from, towards: direction, at: { x: x + dx * (box.w + 40), y: y + dy * (box.h + 40) } },
    });
  },
});

export const connecting: readonly Action[] = [
  towards('right', 'ArrowRight', { en: 'Connect to the right', ja: '右へ接続を追加' }),
  towards('left', 'ArrowLeft', { en: 'Connect to the left', ja: '左へ接続を追加' }),
  towards('up', 'ArrowUp', { en: 'Connect upwards', ja: '上へ接続を追加' }),
  towards('down', 'ArrowDown', { en: 'Connect downwards', ja: '下へ接続を追加' }),
];
