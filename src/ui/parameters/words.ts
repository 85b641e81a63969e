import type { Words } from '../../lib/words';
import { wordList } from '../words';

export const words = wordList({
  title: { en: 'Parameters', ja: 'パラメータ' },
  intro: {
    en: 'The diagram shows what the templates make with these values. The templates stay as they are; the values are kept in the diagram.',
    ja: 'ダイアグラムは、次の値でテンプレートが作る構成を表示します。テンプレートは変わりません。値はダイアグラムに保存されます。',
  },
  reading: { en: 'Reading the templates…', ja: 'テンプレートを読み込んでいます…' },
  failed: {
    en: 'The templates could not be read with these values. The diagram has not changed.',
    ja: 'この値ではテンプレートを読み込めませんでした。ダイアグラムは変わっていません。',
  },
  none: { en: 'The templates have no parameters.', ja: 'テンプレートにパラメータはありません。' },
  given: { en: 'given when the stack is made', ja: 'スタックの作成時に指定' },
  change: { en: 'Set parameters', ja: 'パラメータの設定' },
  done: { en: 'Done', ja: '完了' },
});

export function resetText(name: string): Words {
  return { en: `Default of ${name}`, ja: `${name} を既定値に戻す` };
}

export function defaultText(value: string): Words {
  return { en: `Default: ${value}`, ja: `既定値: ${value}` };
}
