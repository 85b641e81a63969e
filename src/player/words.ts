/** What the player itself says. */
import type { Words } from '../lib/words';

type List = Readonly<Record<string, Words>>;

export const words = {
  untitled: { en: 'Untitled diagram', ja: '無題のダイアグラム' },
  slides: { en: 'Slides', ja: 'スライド' },
  tools: { en: 'View', ja: '表示' },
  next: { en: 'Next', ja: '次へ' },
  previous: { en: 'Previous', ja: '前へ' },
  language: { en: 'Language', ja: '言語' },
  dark: { en: 'Dark colours', ja: 'ダークモード' },
  blankScreen: { en: 'Blank the screen', ja: '画面を消す' },
  fullScreen: { en: 'Full screen', ja: '全画面' },
  print: { en: 'Print', ja: '印刷' },
  blank: {
    en: 'The screen is blank. Press any key to go on.',
    ja: '画面を消しています。いずれかのキーで戻ります。',
  },
  question: { en: 'Does it arrive?', ja: '届くでしょうか?' },
  guessArrives: { en: 'It arrives', ja: '届く' },
  guessBlocked: { en: 'It is blocked', ja: 'ブロックされる' },
  guessedRight: { en: 'Well guessed.', ja: '予想どおりです。' },
  guessedWrong: { en: 'Not as guessed.', ja: '予想とは異なります。' },
  journey: { en: 'The packet’s journey', ja: 'パケットの経路' },
  hop: { en: 'Hop', ja: 'ホップ' },
  reply: { en: 'Reply', ja: '応答' },
  packet: { en: 'Packet', ja: 'パケット' },
  before: { en: 'Came as', ja: '変換前' },
  after: { en: 'Goes on as', ja: '変換後' },
  play: { en: 'Play', ja: '再生' },
  again: { en: 'Play again', ja: 'もう一度再生' },
  pause: { en: 'Pause', ja: '一時停止' },
  text: { en: 'Text', ja: '説明' },
} as const satisfies List;
