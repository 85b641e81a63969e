/** What opens the boxes over the whole interface: commands, finding, fixes, the sheet of shortcuts. */
import { fixesAtHand, quickFix } from '../../editor/fixes';
import type { Action } from '../../editor/actions';
import type { Editor } from '../../editor/editor';
import type { Resource } from '../../core/model/document';
import { checkDrawing } from '../guidelines/panelRequests';
import { toggleOutline } from '../outline/focusRequests';
import { focusOffer } from '../canvas/focusOffer';
import { openDialog } from './dialogs';

const always = () => true;

/** What is selected, where that is one resource. */
function onlyResource({ session, store }: Editor): Resource | undefined {
  const { selection } = session.getState();
  return selection.size === 1 ? store.document.resources.get([...selection][0] ?? '') : undefined;
}

export const shellActions: readonly Action[] = [
  {
    id: 'find-on-canvas',
    label: { en: 'Find on the canvas', ja: 'キャンバス内を検索' },
    keys: [{ key: 'f', mod: true }],
    group: 'edit',
    enabled: ({ store }) => store.document.resources.size > 0,
    run: () => openDialog('find'),
  },
  {
    id: 'quick-fix',
    label: { en: 'Fix what is found', ja: '問題を修正' },
    keys: [{ key: '.', mod: true }],
    group: 'edit',
    enabled: (editor) => editor.session.getState().offerFor !== null || fixesAtHand(editor).length > 0,
    run: (editor) => {
      if (editor.session.getState().offerFor === null || !focusOffer())
        quickFix(editor, () => openDialog('fixes'));
    },
  },
  {
    id: 'check-drawing',
    label: { en: 'Check the drawing', ja: '作図を確認' },
    group: 'arrange',
    enabled: ({ store }) => store.document.resources.size > 0,
    run: checkDrawing,
  },
  {
    id: 'plan-addresses',
    label: { en: 'Plan addresses', ja: 'アドレス計画' },
    group: 'view',
    enabled: ({ catalog, store }) =>
      [...store.document.resources.values()].some(({ kind }) => catalog.kind(kind).isNetwork === true),
    run: () => openDialog('planner'),
  },
  {
    id: 'move-to',
    label: { en: 'Move to…', ja: '別の場所へ移動…' },
    keys: [{ key: 'm', shift: true }],
    group: 'edit',
    enabled: ({ session, store }) =>
      [...session.getState().selection].some((id) => {
        const resource = store.document.resources.get(id);
        return resource !== undefined && resource.locked !== true;
      }),
    run: () => openDialog('move-to'),
  },
  {
    id: 'add-inside',
    label: { en: 'Add inside…', ja: '中に追加…' },
    labelNow: (editor) =>
      onlyResource(editor) === undefined
        ? { en: 'Add to the canvas…', ja: 'キャンバスに追加…' }
        : { en: 'Add inside…', ja: '中に追加…' },
    keys: [{ key: 'i' }, { key: 'Insert' }],
    group: 'edit',
    enabled: (editor) => {
      const only = onlyResource(editor);
      if (only !== undefined) return editor.catalog.kind(only.kind).shape.as === 'container';
      return editor.session.getState().selection.size === 0;
    },
    run: () => openDialog('add-inside'),
  },
  {
    id: 'connect-to',
    label: { en: 'Draw an arrow to…', ja: '矢印を引く相手を選択…' },
    keys: [{ key: 'c', shift: true }],
    group: 'tools',
    enabled: (editor) => {
      const only = onlyResource(editor);
      return only !== undefined && editor.catalog.kind(only.kind).isEnd === true;
    },
    run: () => openDialog('connect-to'),
  },
  {
    id: 'show-outline',
    label: { en: 'Outline', ja: 'アウトライン' },
    keys: [{ key: 'o' }],
    group: 'view',
    checked: ({ session }) => session.getState().panel === 'outline',
    enabled: always,
    run: toggleOutline,
  },
  {
    id: 'show-cost',
    label: { en: 'Monthly cost', ja: '月額コスト' },
    group: 'view',
    checked: ({ session }) => session.getState().panel === 'cost',
    enabled: always,
    run: ({ session }) => session.setState(({ panel }) => ({ panel: panel === 'cost' ? null : 'cost' })),
  },
  {
    id: 'show-break-even',
    label: { en: 'NAT gateway or endpoints?', ja: 'NAT ゲートウェイとエンドポイントの比較' },
    group: 'view',
    enabled: always,
    run: () => openDialog('break-even'),
  },
  {
    id: 'replace-kind',
    label: { en: 'Replace with…', ja: '種類を置き換え…' },
    keys: [{ key: 'r' }],
    group: 'edit',
    enabled: ({ session, store }) => {
      const [only, another] = session.getState().selection;
      return another === undefined && store.document.resources.has(only ?? '');
    },
    run: () => openDialog('replace'),
  },
  {
    id: 'command-palette',
    label: { en: 'All commands', ja: 'すべてのコマンド' },
    keys: [
      { key: 'k', mod: true },
      { key: '/', mod: true },
    ],
    whileTyping: true,
    group: 'help',
    enabled: always,
    run: () => openDialog('commands'),
  },
  {
    id: 'show-shortcuts',
    label: { en: 'Keyboard and mouse', ja: 'キーボードとマウスの操作' },
    keys: [{ key: '?' }],
    group: 'help',
    enabled: always,
    run: () => openDialog('shortcuts'),
  },
];
