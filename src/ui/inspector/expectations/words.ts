import { wordList } from '../../words';

export const words = wordList({
  title: { en: 'Expectations', ja: '期待' },
  add: { en: 'Expect…', ja: '期待を追加…' },
  addLong: {
    en: 'Expect that nothing in here reaches the internet…',
    ja: 'インターネットと通信しないことを期待…',
  },
  what: { en: 'What is expected', ja: '期待する内容' },
  nothingReaches: { en: 'Nothing in here reaches', ja: 'ここからは到達できない' },
  nothingIsReached: { en: 'Nothing in here is reached from', ja: 'ここには到達できない' },
  everythingReaches: { en: 'Everything in here reaches', ja: 'ここのすべてから到達できる' },
  everythingIsReached: { en: 'Everything in here is reached from', ja: 'ここのすべてに到達できる' },
  other: { en: 'The other end', ja: '相手' },
  internet: { en: 'the internet', ja: 'インターネット' },
  boxes: { en: 'Everything in', ja: '次の中のすべて' },
  anyProtocol: { en: 'Any protocol', ja: 'すべてのプロトコル' },
  remove: { en: 'Remove expectation', ja: '期待を削除' },
  holds: { en: 'Holds', ja: '満たされています' },
  partName: { en: 'Name of this part', ja: 'この範囲の名前' },
  also: { en: 'also for', ja: '対象:' },
  inherited: { en: 'Expected of what holds it', ja: '上位の範囲に対する期待' },
});
