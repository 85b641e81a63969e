/** Groups of annotations, and the numbers of call-outs: loaded when they are asked for. */
import { call, type CommandCall } from '../core/commands';
import type { Resource } from '../core/model/document';
import { groupOf } from '../core/model/queries';
import type { Editor } from './editor';
import { announce } from './session';
import { viewOf } from './view';

/** Makes one group of what of the selection only says something to people. */
export function groupSelection(editor: Editor): void {
  const ids = annotations(editor).map(({ id }) => id);
  editor.store.apply({
    title: { en: 'Group', ja: 'グループ化' },
    commands: [call('setGroup', { ids, group: editor.newId('group') })],
  });
  announce(editor.session, { en: `${ids.length} grouped`, ja: `${ids.length} 件をグループ化しました` });
}

/** Takes the groups of the selection apart, also what of them is not selected. */
export function ungroupSelection(editor: Editor): void {
  const ids = annotations(editor).flatMap(({ id }) => groupOf(editor.store.document, id));
  editor.store.apply({
    title: { en: 'Ungroup', ja: 'グループ解除' },
    commands: [call('setGroup', { ids, group: null })],
  });
  announce(editor.session, { en: 'Ungrouped', ja: 'グループを解除しました' });
}

/** Numbers from top to bottom; those beside one another, from left to right. */
export function renumber(editor: Editor): void {
  const { catalog, store, session } = editor;
  const boxes = viewOf(editor).standing();
  const numbers = [...store.document.resources.values()].flatMap((resource) => {
    const { shape } = catalog.kind(resource.kind);
    const box = boxes.get(resource.id);
    return box === undefined || shape.as !== 'picture' || shape.draws !== 'number' ? [] : [box];
  });
  const inOrder = rowsOf(numbers).flatMap((row) => row.sort((a, b) => a.x - b.x));
  const commands = inOrder.flatMap(({ resource: { id, kind } }, index): CommandCall[] => {
    for (const [prop, { control }] of catalog.fields(kind))
      if (control === 'number') return [call('setProps', { id, props: { [prop]: index + 1 } })];
    return [];
  });
  store.apply({ title: { en: 'Renumber', ja: '番号の振り直し' }, commands });
  announce(session, {
    en: `${inOrder.length} numbers set from top left to bottom right`,
    ja: `左上から右下へ ${inOrder.length} 件の番号を振り直しました`,
  });
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly h: number;
}

/** Those whose middle is not below the first one of a row are beside it. */
function rowsOf<T extends Placed>(boxes: readonly T[]): T[][] {
  const rows: T[][] = [];
  let bottom = -Infinity;
  for (const box of [...boxes].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row !== undefined && box.y + box.h / 2 <= bottom) row.push(box);
    else {
      rows.push([box]);
      bottom = box.y + box.h;
    }
  }
  return rows;
}

function annotations({ catalog, session, store }: Editor): Resource[] {
  return [...session.getState().selection].flatMap((id) => {
    const resource = store.document.resources.get(id);
    return resource !== undefined && catalog.kind(resource.kind).isAnnotation === true ? [resource] : [];
  });
}
