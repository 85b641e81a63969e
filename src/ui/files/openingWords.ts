import { wordList } from '../words';

export const words = wordList({
  untitled: { en: 'Untitled diagram', ja: '無題のダイアグラム' },
  saveFirst: { en: 'Save it to a file first', ja: '先にファイルに保存' },
  openAnyway: { en: 'Open anyway', ja: '保存せずに開く' },
  notSafe: {
    en: 'The present diagram is kept nowhere yet, because this browser does not store it. Opening another would lose it.',
    ja: 'このブラウザでは現在のダイアグラムを保存できていません。別のダイアグラムを開くと失われます。',
  },
});
