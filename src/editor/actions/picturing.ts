/** What is drawn for people alone: frames, plain arrows, numbers; and the groups that they make. */
import type { PictureShape } from '../../core/catalog/kind';
import type { Words } from '../../lib/words';
import type { Editor } from '../editor';
import type { Keys } from '../keyboard';
import { startPlacing } from '../place';
import type { Action } from './action';

const placing = (id: string, label: Words, draws: PictureShape['draws'], keys?: readonly Keys[]): Action => ({
  id,
  label,
  ...(keys === undefined ? {} : { keys }),
  group: 'tools',
  enabled: () => true,
  run: (editor) => {
    for (const { kind, shape } of editor.catalog.kinds.values())
      if (shape.as === 'picture' && shape.draws === draws) startPlacing(editor, kind);
  },
});

/** So many of the selection can be in a group, and of these so many are in one. */
function counts({ catalog, session, store }: Editor): { readonly all: number; readonly grouped: number } {
  let all = 0;
  let grouped = 0;
  for (const id of session.getState().selection) {
    const resource = store.document.resources.get(id);
    if (resource === undefined || catalog.kind(resource.kind).isAnnotation !== true) continue;
    all += 1;
    if (resource.group !== undefined) grouped += 1;
  }
  return { all, grouped };
}

const arranging = (
  id: string,
  label: Words,
  keys: readonly Keys[] | undefined,
  run: 'groupSelection' | 'ungroupSelection' | 'renumber',
  enabled: Action['enabled'],
): Action => ({
  id,
  label,
  ...(keys === undefined ? {} : { keys }),
  group: 'arrange',
  enabled,
  run: (editor) => void import('../grouping').then((grouping) => grouping[run](editor)),
});

export const picturing: readonly Action[] = [
  placing('add-frame', { en: 'Draw a frame', ja: 'フレームを描く' }, 'frame', [{ key: 'f' }]),
  placing('add-line', { en: 'Draw a plain arrow', ja: '図だけの矢印を描く' }, 'line', [
    { key: 'l', shift: true },
  ]),
  placing('add-call-out', { en: 'Add a number', ja: '番号を追加' }, 'number'),
  arranging(
    'renumber-call-outs',
    { en: 'Renumber call-outs', ja: '番号を振り直す' },
    undefined,
    'renumber',
    ({ catalog, store }) =>
      [...store.document.resources.values()].some(({ kind }) => {
        const { shape } = catalog.kind(kind);
        return shape.as === 'picture' && shape.draws === 'number';
      }),
  ),
  arranging(
    'group-selection',
    { en: 'Group notes and pictures', ja: 'メモと図形をグループ化' },
    [{ key: 'g', mod: true }],
    'groupSelection',
    (editor) => counts(editor).all > 1,
  ),
  arranging(
    'ungroup-selection',
    { en: 'Ungroup', ja: 'グループ解除' },
    [{ key: 'g', mod: true, shift: true }],
    'ungroupSelection',
    (editor) => counts(editor).grouped > 0,
  ),
];
