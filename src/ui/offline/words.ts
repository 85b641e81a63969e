import { wordList } from '../words';

export const words = wordList({
  newVersion: {
    en: 'A new version of vpcanvas is ready. Your diagram is kept and comes back after reloading.',
    ja: 'vpcanvas の新しいバージョンを利用できます。ダイアグラムは保存され、再読み込み後に復元されます。',
  },
  reload: { en: 'Reload', ja: '再読み込み' },
});
