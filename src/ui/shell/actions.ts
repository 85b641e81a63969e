/** What opens the boxes over the whole interface: commands, finding, fixes, the sheet of shortcuts. */
import { fixesAtHand, quickFix } from '../../editor/fixes';
import type { Action } from '../../editor/actions';
import { openDialog } from './dialogs';

const always = () => true;

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
    enabled: (editor) => fixesAtHand(editor).length > 0,
    run: (editor) => quickFix(editor, () => openDialog('fixes')),
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
