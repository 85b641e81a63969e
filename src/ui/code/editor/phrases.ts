/** CodeMirror's own words in Japanese; in English they are as they come. */
import { EditorState, type Extension } from '@codemirror/state';
import type { Language } from '../../../lib/words';

export function phrases(language: Language): Extension {
  return language === 'ja' ? EditorState.phrases.of(japanese) : [];
}

const japanese = {
  // @codemirror/search
  Find: '検索',
  Replace: '置換',
  next: '次へ',
  previous: '前へ',
  all: 'すべて選択',
  'match case': '大文字と小文字を区別',
  regexp: '正規表現',
  'by word': '単語単位',
  replace: '置換',
  'replace all': 'すべて置換',
  close: '閉じる',
  'current match': '現在の一致',
  'replaced $ matches': '$ 件を置換しました',
  'replaced match on line $': '$ 行目の一致を置換しました',
  'on line': '行',
  'Go to line': '行へ移動',
  go: '移動',
  // @codemirror/lint
  Diagnostics: '問題',
  'No diagnostics': '問題はありません',
  // @codemirror/autocomplete
  Completions: '補完候補',
  // @codemirror/commands, @codemirror/view, @codemirror/language
  'Selection deleted': '選択範囲を削除しました',
  'Control character': '制御文字',
  'folded code': '折りたたまれたコード',
  unfold: '展開',
  to: '〜',
};
