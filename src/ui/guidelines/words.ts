import { wordList } from '../words';

export const words = wordList({
  title: { en: 'AWS drawing guidelines', ja: 'AWS の作図ガイドライン' },
  keepsAll: { en: 'The drawing keeps the guidelines', ja: '作図ガイドラインに沿っています' },
  keepsAllHint: {
    en: 'What AWS’s deck of architecture icons asks of a diagram is so here. The network itself is checked under Problems.',
    ja: 'AWS アーキテクチャアイコンの作図ガイドラインを満たしています。ネットワークの確認結果は「問題」にあります。',
  },
  nothing: { en: 'Nothing is drawn yet', ja: 'まだ何も描かれていません' },
  nothingHint: {
    en: 'Where the picture departs from AWS’s drawing guidelines is listed here, with what would mend it.',
    ja: 'AWS の作図ガイドラインに沿っていない箇所が、直す方法とともにここに一覧表示されます。',
  },
  hint: { en: 'Hint', ja: '推奨' },
  fixAll: { en: 'Fix all', ja: 'すべて修正' },
  fixThese: { en: 'Fix these', ja: 'まとめて修正' },
  fixing: { en: 'Working it out…', ja: '修正案を作成中…' },
  nothingFixed: {
    en: 'Nothing here can be mended without harm elsewhere; it needs your hand',
    ja: 'ほかに影響を与えずに自動修正できるものはありません。手動で調整してください',
  },
  why: { en: 'Why', ja: '理由' },
  source: { en: 'Source', ja: '出典' },
});

/** How many places are listed. */
export function countWords(count: number): { readonly en: string; readonly ja: string } {
  return {
    en: `${count} ${count === 1 ? 'place departs' : 'places depart'} from AWS’s drawing guidelines`,
    ja: `AWS の作図ガイドラインに沿っていない箇所: ${count} 件`,
  };
}

export function keptWords(count: number): { readonly en: string; readonly ja: string } {
  return {
    en: `${count} ${count === 1 ? 'guideline is' : 'guidelines are'} kept`,
    ja: `満たしているガイドライン: ${count} 件`,
  };
}
