import type { Words } from '../../lib/words';
import { wordList } from '../words';

export const words = wordList({
  title: { en: 'Not everything is proven', ja: '検証できていない点があります' },
  rule: { en: 'An error that a rule finds', ja: 'ルールが検出したエラー' },
  fault: { en: 'Wrong in what was written', ja: '出力内容の誤り' },
  difference: { en: 'Not the same when it is read back', ja: '読み戻すと異なる点' },
  goToFirst: { en: 'Go to the first', ja: '最初の箇所に移動' },
  anyway: { en: 'Download anyway', ja: 'このままダウンロード' },
});

export const failedText: Words = {
  en: 'The diagram could not be exported as it is now. It is safe; undo the last change, or reload the page, and try again.',
  ja: '現在のダイアグラムをエクスポートできませんでした。ダイアグラムは無事です。直前の操作を取り消すかページを再読み込みして、もう一度試してください。',
};

export function introText(names: readonly string[], count: number): Words {
  return {
    en: `Before ${names.join(', ')} is downloaded, ${count === 1 ? 'this is' : `these ${count} things are`} to be known:`,
    ja: `${names.join('、')} をダウンロードする前に、次の ${count} 件を確認してください。`,
  };
}
