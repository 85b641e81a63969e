/** What lays things out; how is loaded when it is first asked for. */
import { scopeOf, scopeWords, tidyVerb } from '../layoutScope';
import { acceptProposal } from '../proposal';
import type { Action } from './action';

export const tidying: readonly Action[] = [
  {
    id: 'apply-proposal',
    label: { en: 'Move to the ghosts', ja: '表示中の配置を適用' },
    // Enter is that of renaming, which carries a proposal out first. In no menu: the bar beside the ghosts has it.
    group: 'arrange',
    keyboardOnly: true,
    enabled: ({ session }) => session.getState().proposal !== null,
    run: acceptProposal,
  },
  {
    id: 'arrange',
    label: { en: 'Arrange by connections', ja: '接続に沿って配置' },
    group: 'arrange',
    enabled: ({ store }) => store.document.resources.size > 1,
    run: (editor) => void import('../layingOut').then((way) => way.arrangeByConnections(editor)),
  },
  {
    id: 'lay-out',
    label: { en: 'Lay out anew', ja: '配置し直す' },
    group: 'arrange',
    enabled: ({ store }) => store.document.resources.size > 0,
    run: (editor) => void import('../layingOut').then((way) => way.layOutAnew(editor)),
  },
  {
    id: 'tidy',
    label: { en: 'Tidy', ja: '自動で整える' },
    labelNow: (editor) => scopeWords(scopeOf(editor), tidyVerb),
    keys: [{ code: 'KeyT', alt: true, shift: true }],
    group: 'arrange',
    enabled: ({ store }) => store.document.resources.size > 0,
    run: (editor) => void import('../layingOut').then((way) => way.tidyUp(editor)),
  },
];
