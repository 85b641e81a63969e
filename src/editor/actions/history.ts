/** Back and forth in time. */
import type { Action } from './action';

export const history: readonly Action[] = [
  {
    id: 'undo',
    label: { en: 'Undo', ja: '元に戻す' },
    labelNow: ({ store: { undoLabel } }) =>
      undoLabel === undefined
        ? { en: 'Undo', ja: '元に戻す' }
        : { en: `Undo: ${undoLabel.en}`, ja: `元に戻す: ${undoLabel.ja}` },
    keys: [{ key: 'z', mod: true }],
    group: 'edit',
    repeats: true,
    enabled: ({ store }) => store.undoLabel !== undefined,
    run: ({ store }) => store.undo(),
  },
  {
    id: 'redo',
    label: { en: 'Redo', ja: 'やり直す' },
    labelNow: ({ store: { redoLabel } }) =>
      redoLabel === undefined
        ? { en: 'Redo', ja: 'やり直す' }
        : { en: `Redo: ${redoLabel.en}`, ja: `やり直す: ${redoLabel.ja}` },
    keys: [
      { key: 'z', mod: true, shift: true },
      { key: 'y', mod: true },
    ],
    group: 'edit',
    repeats: true,
    enabled: ({ store }) => store.redoLabel !== undefined,
    run: ({ store }) => store.redo(),
  },
];
