import { wordList } from '../words';

export const newEndWords = wordList({
  title: { en: 'What the arrow leads to', ja: '矢印の接続先' },
  hint: { en: 'New resource', ja: '新しいリソース' },
  choose: { en: 'add and connect', ja: '追加して接続' },
  nothing: {
    en: 'Nothing that traffic can go to may stand here',
    ja: '通信の終点になるリソースはここに置けません',
  },
  left: { en: 'No arrow drawn', ja: '矢印を追加しませんでした' },
});
