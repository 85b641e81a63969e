/** Keeping things in their places. */
import { areAllLocked, toggleLock } from '../locking';
import type { Action } from './action';

export const locking: readonly Action[] = [
  {
    id: 'toggle-lock',
    label: { en: 'Lock', ja: 'ロック' },
    labelNow: (editor) =>
      areAllLocked(editor) ? { en: 'Unlock', ja: 'ロックの解除' } : { en: 'Lock', ja: 'ロック' },
    keys: [{ key: 'l', mod: true, shift: true }],
    group: 'arrange',
    enabled: ({ session, store }) =>
      [...session.getState().selection].some((id) => store.document.resources.has(id)),
    run: toggleLock,
  },
];
