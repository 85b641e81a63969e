import { wordList } from '../words';

export const words = wordList({
  history: { en: 'Version history', ja: 'バージョン履歴' },
  compare: { en: 'Compare versions', ja: 'バージョンの比較' },
  versions: { en: 'Versions', ja: 'バージョン' },
  now: { en: 'Now', ja: '現在' },
  nowText: { en: 'The diagram as it is', ja: '現在のダイアグラム' },
  opened: { en: 'As it was opened', ja: '開いたとき' },
  work: { en: 'End of a stretch of work', ja: '作業の区切り' },
  restored: { en: 'Before another version was restored', ja: '別のバージョンを復元する前' },
  named: { en: 'Named version', ja: '名前付きバージョン' },
  onlyHere: { en: 'in this tab only', ja: 'このタブのみ' },
  noVersions: { en: 'No earlier versions yet', ja: '以前のバージョンはまだありません' },
  noVersionsHint: {
    en: 'One is kept by itself before the first change after opening, and after each stretch of work. You can also name the diagram as it is now.',
    ja: '開いた後の最初の変更の前と、作業の区切りごとに自動で保存されます。現在の状態に名前を付けて残すこともできます。',
  },
  nameNow: { en: 'Name this version…', ja: 'このバージョンに名前を付ける…' },
  rename: { en: 'Rename…', ja: '名前を変更…' },
  name: { en: 'Name of the version', ja: 'バージョン名' },
  nameHint: {
    en: 'A version with a name is kept until you delete it.',
    ja: '名前を付けたバージョンは、削除するまで保存されます。',
  },
  keep: { en: 'Keep', ja: '保存' },
  cancel: { en: 'Cancel', ja: 'キャンセル' },
  restore: { en: 'Restore', ja: '復元' },
  openCopy: { en: 'Open as a copy', ja: 'コピーとして開く' },
  download: { en: 'Download', ja: 'ダウンロード' },
  remove: { en: 'Delete', ja: '削除' },
  sure: { en: 'Delete this version for good?', ja: 'このバージョンを完全に削除しますか?' },
  removeForGood: { en: 'Delete for good', ja: '完全に削除' },
  nameTitle: { en: 'Name this version', ja: 'このバージョンに名前を付ける' },
  notKept: {
    en: 'The version could not be kept. The diagram itself is safe; save it to a file to have this state for good.',
    ja: 'バージョンを保存できませんでした。ダイアグラム自体は無事です。この状態を残すには、ファイルに保存してください。',
  },
  compareWithNow: { en: 'Compare with now', ja: '現在と比較' },
  compareWithBefore: { en: 'Compare with the one before', ja: '1 つ前と比較' },
  compareWithFile: { en: 'Compare with a file…', ja: 'ファイルと比較…' },
  back: { en: 'Back to the versions', ja: 'バージョン一覧に戻る' },
  earlier: { en: 'Earlier', ja: '変更前' },
  later: { en: 'Later', ja: '変更後' },
  swap: { en: 'Swap the two', ja: '前後を入れ替え' },
  changes: { en: 'Changes', ja: '変更点' },
  comparing: { en: 'Comparing…', ja: '比較しています…' },
  comparingReach: { en: 'Comparing who reaches whom…', ja: '到達可能性を比較しています…' },
  nothingToCompare: {
    en: 'There is no earlier version yet. Open a file to compare the diagram with, or come back when something has changed.',
    ja: '以前のバージョンはまだありません。比較するファイルを開くか、変更した後にもう一度開いてください。',
  },
  reading: { en: 'Reading…', ja: '読み込んでいます…' },
  same: { en: 'The two are the same.', ja: '2 つのバージョンは同じです。' },
  sameNetwork: {
    en: 'The same network, drawn in another way.',
    ja: '図の描き方だけが異なり、ネットワークは同じです。',
  },
  unreadable: {
    en: 'This version could not be read. Choose another one; the diagram itself is safe.',
    ja: 'このバージョンを読み込めませんでした。別のバージョンを選択してください。ダイアグラム自体は無事です。',
  },
  notCompared: {
    en: 'The two could not be compared in this browser: they need more memory than it has. Close other tabs and try again.',
    ja: 'ブラウザのメモリが不足しているため、比較できませんでした。ほかのタブを閉じてから、もう一度試してください。',
  },
  tooLarge: {
    en: 'The diagram is larger than 20 MB, so no version of it was kept. Save it to a file.',
    ja: 'ダイアグラムが 20 MB を超えているため、バージョンを保存できませんでした。ファイルに保存してください。',
  },
  forbidden: {
    en: 'This browser does not let vpcanvas store anything, so versions last only until this tab is closed. Name and compare them as usual, and download those you need.',
    ja: 'このブラウザでは保存が許可されていないため、バージョンはこのタブを閉じるまでしか残りません。必要なバージョンはダウンロードしてください。',
  },
  full: {
    en: 'The storage of this browser is full. The newest versions are in this tab only; download those you need, or delete others.',
    ja: 'ブラウザの保存領域がいっぱいです。新しいバージョンはこのタブにのみあります。必要なものをダウンロードするか、ほかのバージョンを削除してください。',
  },
  picture: { en: 'The version on the canvas', ja: 'バージョンの図' },
  pictureHowTo: {
    en: 'Arrow keys move the view, plus and minus zoom, 0 shows everything. Nothing can be changed here.',
    ja: '矢印キーで移動、+ と - で拡大・縮小、0 で全体を表示します。ここでは変更できません。',
  },
  readOnly: { en: 'Read only', ja: '読み取り専用' },
  saveToFile: { en: 'Save the diagram to a file', ja: 'ダイアグラムをファイルに保存' },
});

/** `Versions take 120 kB of 40 MB.` */
export function roomWords(bytes: number, most: number): { readonly en: string; readonly ja: string } {
  const [used, all] = [sizeText(bytes), sizeText(most)];
  return {
    en: `All versions in this browser take ${used} of at most ${all}. Automatic ones thin out as they grow older; named ones stay.`,
    ja: `このブラウザのバージョン全体で ${used} を使用しています (上限 ${all})。自動保存のバージョンは古くなるほど間引かれ、名前付きのバージョンは残ります。`,
  };
}

function sizeText(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.ceil(bytes / 1000)} kB`
    : `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, '')} MB`;
}

export function moreWords(count: number): { readonly en: string; readonly ja: string } {
  return { en: `Show more (${count} left)`, ja: `さらに表示 (残り ${count} 件)` };
}
