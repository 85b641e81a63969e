/** What is drawn for people alone: frames, plain arrows, numbers; and the groups that they make. */
import type { PictureShape } from '../../core/catalog/kind';
import { call, type CommandCall } from '../../core/commands';
import type { Resource } from '../../core/model/document';
import { groupOf } from '../../core/model/queries';
import type { Words } from '../../lib/words';
import type { Editor } from '../editor';
import type { Keys } from '../keyboard';
import { startPlacing } from '../place';
import { announce } from '../session';
import { viewOf } from '../view';
import type { Action } from './action';

const placing = (id: string, label: Words, draws: PictureShape['draws'], keys?: Keys): Action => ({
  id,
  label,
  ...(keys === undefined ? {} : { keys: [keys] }),
  group: 'tools',
  checked: ({ catalog, session }) => {
    const { tool } = session.getState();
    if (tool.tool !== 'place') return false;
    const { shape } = catalog.kind(tool.kind);
    return shape.as === 'picture' && shape.draws === draws;
  },
  enabled: () => true,
  run: (editor) => {
    for (const { kind, shape } of editor.catalog.kinds.values())
      if (shape.as === 'picture' && shape.draws === draws) startPlacing(editor, kind);
  },
});

/** What of the selection can be in a group. */
function annotations({ catalog, session, store }: Editor): Resource[] {
  return [...session.getState().selection].flatMap((id) => {
    const resource = store.document.resources.get(id);
    return resource !== undefined && catalog.kind(resource.kind).isAnnotation === true ? [resource] : [];
  });
}

function numbers({ catalog, store }: Editor): Resource[] {
  return [...store.document.resources.values()].filter(({ kind }) => {
    const { shape } = catalog.kind(kind);
    return shape.as === 'picture' && shape.draws === 'number';
  });
}

/** From top to bottom, those beside one another from left to right. */
function renumber(editor: Editor): void {
  const boxes = viewOf(editor).standing();
  const row = ({ id }: Resource): number => Math.round((boxes.get(id)?.y ?? 0) / 28);
  const x = ({ id }: Resource): number => boxes.get(id)?.x ?? 0;
  const inOrder = numbers(editor).sort((a, b) => row(a) - row(b) || x(a) - x(b));
  const commands = inOrder.flatMap(({ id, kind }, index): CommandCall[] => {
    for (const [prop, { control }] of editor.catalog.fields(kind))
      if (control === 'number') return [call('setProps', { id, props: { [prop]: index + 1 } })];
    return [];
  });
  editor.store.apply({ title: renumberLabel, commands });
  announce(editor.session, {
    en: `${inOrder.length} numbers set from top left to bottom right`,
    ja: `左上から右下へ ${inOrder.length} 件の番号を振り直しました`,
  });
}

const renumberLabel: Words = { en: 'Renumber call-outs', ja: '番号を振り直す' };
const groupLabel: Words = { en: 'Group notes and pictures', ja: 'メモと図形をグループ化' };
const ungroupLabel: Words = { en: 'Ungroup', ja: 'グループ解除' };

export const picturing: readonly Action[] = [
  placing('add-frame', { en: 'Draw a frame', ja: 'フレームを描く' }, 'frame', { key: 'f' }),
  placing('add-line', { en: 'Draw a plain arrow', ja: '図だけの矢印を描く' }, 'line', {
    key: 'l',
    shift: true,
  }),
  placing('add-call-out', { en: 'Add a numbered call-out', ja: '番号を追加' }, 'number'),
  {
    id: 'renumber-call-outs',
    label: renumberLabel,
    group: 'arrange',
    enabled: (editor) => numbers(editor).length > 0,
    run: renumber,
  },
  {
    id: 'group-selection',
    label: groupLabel,
    keys: [{ key: 'g', mod: true }],
    group: 'arrange',
    enabled: (editor) => annotations(editor).length > 1,
    run: (editor) => {
      const ids = annotations(editor).map(({ id }) => id);
      const commands = [call('setGroup', { ids, group: editor.newId('group') })];
      editor.store.apply({ title: groupLabel, commands });
      announce(editor.session, { en: `${ids.length} grouped`, ja: `${ids.length} 件をグループ化しました` });
    },
  },
  {
    id: 'ungroup-selection',
    label: ungroupLabel,
    keys: [{ key: 'g', mod: true, shift: true }],
    group: 'arrange',
    enabled: (editor) => annotations(editor).some(({ group }) => group !== undefined),
    run: (editor) => {
      const ids = annotations(editor).flatMap(({ id }) => groupOf(editor.store.document, id));
      const commands = [call('setGroup', { ids, group: null })];
      editor.store.apply({ title: ungroupLabel, commands });
      announce(editor.session, { en: 'Ungrouped', ja: 'グループを解除しました' });
    },
  },
];
