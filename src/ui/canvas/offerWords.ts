import { wordList } from '../words';

export const offerWords = wordList({
  title: { en: 'No way yet: give it one', ja: '経路がありません。作成しますか' },
  close: { en: 'Leave it as it is', ja: 'このままにする' },
  byKeys: { en: 'chooses by keyboard', ja: 'でキーボードから選択' },
});
