import { wordList } from '../words';

export const words = wordList({
  offer: { en: 'Tour', ja: 'ツアー' },
  newHere: { en: 'New here?', ja: 'はじめての方へ' },
  take: { en: 'Take the tour', ja: 'ツアーを始める' },
  takeHint: { en: 'Five steps, two minutes', ja: '5 ステップ、約 2 分' },
  empty: { en: 'Empty canvas', ja: '空のキャンバス' },
  notNow: { en: 'No tour', ja: 'ツアーを表示しない' },
  back: { en: 'Back', ja: '戻る' },
  next: { en: 'Next', ja: '次へ' },
  finish: { en: 'Finish', ja: '完了' },
  skip: { en: 'Skip the tour', ja: 'ツアーをスキップ' },
  keyHint: { en: 'brings the keyboard here', ja: 'でこのカードに移動' },
  over: {
    en: 'That was the tour. Help shows it again whenever you like.',
    ja: 'ツアーは以上です。ヘルプからいつでももう一度表示できます。',
  },
  offered: {
    en: 'New here? A tour of five steps is offered behind the panels',
    ja: 'はじめての方へ、5 ステップのツアーがあります。パネルの後ろのボタンから始められます',
  },
});
