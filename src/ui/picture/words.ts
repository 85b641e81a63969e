import { wordList } from '../words';

export const words = wordList({
  title: { en: 'Export a picture', ja: '画像をエクスポート' },
  format: { en: 'Format', ja: '形式' },
  ground: { en: 'Colours', ja: '配色' },
  light: { en: 'Light', ja: 'ライト' },
  dark: { en: 'Dark', ja: 'ダーク' },
  auto: { en: 'As the reader’s system', ja: '閲覧環境に合わせる' },
  language: { en: 'Language', ja: '言語' },
  english: { en: 'English', ja: 'English' },
  japanese: { en: '日本語', ja: '日本語' },
  shows: { en: 'Shows', ja: '範囲' },
  everything: { en: 'Everything', ja: '全体' },
  selection: { en: 'The selection', ja: '選択範囲' },
  also: { en: 'Also in it', ja: '含める内容' },
  heading: { en: 'The name above it', ja: '上部に名前' },
  legend: { en: 'A legend of the arrows', ja: '矢印の凡例' },
  animated: { en: 'Dots that move along the arrows', ja: '矢印に沿って動く点' },
  source: { en: 'The diagram, to open the picture again', ja: 'ダイアグラム (画像を再び開けるようにする)' },
  sourceHelp: {
    en: 'Whoever has the picture then has everything in the diagram: templates and notes, too.',
    ja: '画像を受け取った人は、テンプレートやメモを含むダイアグラムのすべてを見られます。',
  },
  preview: { en: 'Preview', ja: 'プレビュー' },
  download: { en: 'Download', ja: 'ダウンロード' },
  drawing: { en: 'Drawing…', ja: '描画しています…' },
  failed: {
    en: 'The picture could not be drawn. The diagram is safe; reload the page and try again.',
    ja: '画像を描画できませんでした。ダイアグラムは無事です。ページを再読み込みして、もう一度試してください。',
  },
  noClipboard: {
    en: 'This browser does not let a picture be put on the clipboard.',
    ja: 'このブラウザでは画像をクリップボードにコピーできません。',
  },
  exportInstead: { en: 'Export it instead', ja: '代わりにエクスポート' },
  lacksSource: {
    en: 'The diagram is too large to be in its picture, which cannot be opened again. Keep the diagram’s own file.',
    ja: 'ダイアグラムが大きすぎて画像に含められないため、この画像は再び開けません。ダイアグラムのファイルを保管してください。',
  },
  isCoarse: {
    en: 'The diagram is so large that the picture is less sharp than usual; an SVG file is sharp at every size.',
    ja: 'ダイアグラムが大きいため、画像の解像度を通常より下げました。SVG ならどの大きさでも鮮明です。',
  },
});
