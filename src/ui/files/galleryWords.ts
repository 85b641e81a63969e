import { wordList } from '../words';

export const words = wordList({
  galleryTitle: { en: 'Gallery', ja: 'ギャラリー' },
  examples: { en: 'Examples', ja: 'サンプル' },
  faulty: { en: 'With a fault to find', ja: '不具合を探す' },
  recent: { en: 'Kept in this browser', ja: 'このブラウザに保存されたダイアグラム' },
  empty: { en: 'Empty canvas', ja: '空のキャンバス' },
  emptyText: { en: 'Begin with nothing', ja: '何もない状態から始めます' },
  untitled: { en: 'Untitled diagram', ja: '無題のダイアグラム' },
  presentExample: { en: 'Present', ja: 'プレゼンテーション' },
  present: { en: 'On the canvas now', ja: '現在表示中' },
  inOtherTab: { en: 'Open in another tab', ja: '別のタブで編集中' },
  forget: { en: 'Delete from this browser', ja: 'このブラウザから削除' },
});
