import type { LinkFault } from '../../core/store/shareLink';
import type { Words } from '../../lib/words';
import { wordList } from '../words';

export const words = wordList({
  saveInstead: { en: 'Save as…', ja: '名前を付けて保存…' },
  longForChats: {
    en: 'Some chats cut so long a text off or split it (Discord from 2,000 characters on, Slack from 4,000). A mail takes it.',
    ja: 'チャットによっては、これほど長いテキストは途中で切れたり分割されたりします (Discord は 2,000 文字、Slack は 4,000 文字から)。メールでは問題ありません。',
  },
  onlyTheFragment: {
    en: 'This page is a file of this computer. On another one the link is pasted under File → Open a link….',
    ja: 'このページはこのコンピューター上のファイルです。ほかのコンピューターでは、[ファイル] → [リンクを開く…] にリンクを貼り付けてください。',
  },
  copyTitle: { en: 'Copy the link', ja: 'リンクをコピー' },
  copyByHand: {
    en: 'The browser did not let the link be copied. It is selected here: copy it yourself.',
    ja: 'ブラウザがコピーを許可しませんでした。リンクを選択してあるので、手動でコピーしてください。',
  },
  openTitle: { en: 'Open a link', ja: 'リンクを開く' },
  openIntro: {
    en: 'Paste a link that somebody copied in vpcanvas: as it is, or with the text around it. It holds the diagram itself and is read here; nothing is fetched from anywhere. Your present diagram stays in this browser.',
    ja: 'vpcanvas でコピーされたリンクを貼り付けてください。前後の文章が含まれていてもかまいません。リンク自体にダイアグラムが含まれ、このブラウザ内で読み取ります。どこからも取得しません。現在のダイアグラムはこのブラウザに残ります。',
  },
  link: { en: 'Link', ja: 'リンク' },
  open: { en: 'Open', ja: '開く' },
});

export const faultWords: Readonly<Record<LinkFault, Words>> = {
  'no-link': {
    en: 'There is no vpcanvas link in this text: one has “#d=1.” and a long row of letters behind it. Copy the whole link and paste it again.',
    ja: 'このテキストに vpcanvas のリンクがありません (リンクには「#d=1.」と、それに続く長い文字列が含まれます)。リンク全体をコピーして、もう一度貼り付けてください。',
  },
  cut: {
    en: 'The link was cut: its end is missing. Copy it again wholly, or ask for the diagram as a file.',
    ja: 'リンクが途中で切れており、末尾がありません。全体をコピーし直すか、ダイアグラムをファイルで送ってもらってください。',
  },
  damaged: {
    en: 'The link was changed on its way, so that the diagram in it cannot be read. Copy it again, or ask for the diagram as a file.',
    ja: 'リンクが途中で変更されているため、ダイアグラムを読み取れません。コピーし直すか、ダイアグラムをファイルで送ってもらってください。',
  },
  'other-version': {
    en: 'The link was made by another version of vpcanvas, in a form that this one does not read. Update vpcanvas, then open it again.',
    ja: 'このリンクは別のバージョンの vpcanvas で作成された形式のため、読み取れません。vpcanvas を更新してから開いてください。',
  },
  'too-large': {
    en: 'The link holds more than the 20 MB that vpcanvas opens. A diagram is far smaller: ask its sender.',
    ja: 'リンクの内容が、開ける上限の 20 MB を超えています。通常のダイアグラムはこれよりはるかに小さいため、送信者に確認してください。',
  },
};
