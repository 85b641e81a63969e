/** The words of the panels' frame, which is there from the start; those of the panels come with them. */
import { wordList } from '../words';

export const tabWords = wordList({
  panels: { en: 'Panels', ja: 'パネル' },
  outline: { en: 'Outline', ja: 'アウトライン' },
  problems: { en: 'Problems', ja: '問題' },
  flows: { en: 'Flows', ja: 'フロー' },
  paths: { en: 'Paths', ja: '経路' },
  scenes: { en: 'Scenes', ja: 'シーン' },
  cost: { en: 'Cost', ja: 'コスト' },
  code: { en: 'Code', ja: 'コード' },
  guidelines: { en: 'Guidelines', ja: 'ガイドライン' },
  fold: { en: 'Fold panel', ja: 'パネルを折りたたむ' },
  resize: { en: 'Panel height', ja: 'パネルの高さ' },
  loading: { en: 'Loading…', ja: '読み込み中…' },
});
