/** The signs of changes, each with a shape of its own, and what their sorts are called. */
import type { ChangeSign, ChangeSort } from '../../core/diff/comparison';
import type { Words } from '../../lib/words';

export const signTexts: Readonly<Record<ChangeSign, string>> = {
  added: '+',
  removed: '−',
  changed: '~',
  moved: '→',
  doubtful: '?',
  elsewhere: '↔',
};

export const sortWords: Readonly<Record<ChangeSort, Words>> = {
  region: { en: 'Region', ja: 'リージョン' },
  added: { en: 'Added', ja: '追加' },
  removed: { en: 'Removed', ja: '削除' },
  moved: { en: 'Moved into another box', ja: '別の枠へ移動' },
  changed: { en: 'Changed', ja: '変更' },
  opened: { en: 'Connections opened', ja: '開いた通信' },
  closed: { en: 'Connections closed', ja: '閉じた通信' },
  doubtful: { en: 'Connections that may be closed', ja: '閉じた可能性がある通信' },
  flow: { en: 'Drawn flows', ja: '図のフロー' },
  'drawn-elsewhere': { en: 'Only drawn elsewhere', ja: '図上の位置のみ変更' },
};
