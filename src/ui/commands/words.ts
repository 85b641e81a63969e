import { japanese } from '../../lib/japanese';
import type { Words } from '../../lib/words';
import { wordList } from '../words';

export const words = wordList({
  commands: { en: 'Commands', ja: 'コマンド' },
  commandsHint: { en: 'What do you want to do, or where to go?', ja: '実行する操作、または移動先を入力' },
  recent: { en: 'Used last', ja: '最近使用した操作' },
  goTo: { en: 'Go to', ja: '移動' },
  on: { en: 'on', ja: 'オン' },
  off: { en: 'off', ja: 'オフ' },
  find: { en: 'Find on the canvas', ja: 'キャンバス内を検索' },
  findHint: { en: 'Name, kind, logical ID, CIDR or IP', ja: '名前、種類、論理 ID、CIDR、IP アドレス' },
  fixes: { en: 'Fixes', ja: '修正候補' },
  fixesHint: { en: 'Which fix?', ja: '修正を選択' },
  nothing: { en: 'Nothing found', ja: '見つかりませんでした' },
  next: { en: 'Next', ja: '次へ' },
  previous: { en: 'Previous', ja: '前へ' },
  select: { en: 'Select', ja: '選択' },
  run: { en: 'Run', ja: '実行' },
  apply: { en: 'Carry out', ja: '実行' },
  back: { en: 'Back', ja: '戻る' },
  shortcuts: { en: 'Keyboard and mouse', ja: 'キーボードとマウスの操作' },
  pointer: { en: 'Mouse and trackpad', ja: 'マウスとトラックパッド' },
});

/** Where a search finds nothing. */
export const emptyWords = wordList({
  hint: {
    en: 'Nothing is called that here. English and Japanese names are found, and parts of them.',
    ja: '該当するものはありません。英語名と日本語名のどちらでも、名前の一部でも検索できます。',
  },
  clear: { en: 'Clear the search', ja: '検索をクリア' },
});

export const groupWords = wordList({
  file: { en: 'File', ja: 'ファイル' },
  edit: { en: 'Edit', ja: '編集' },
  arrange: { en: 'Arrange', ja: '配置' },
  view: { en: 'View', ja: '表示' },
  tools: { en: 'Tools', ja: 'ツール' },
  walk: { en: 'Moving about', ja: '移動' },
  help: { en: 'Help', ja: 'ヘルプ' },
});

/** "3 found", "3 件". */
export function countWords(count: number, shown: number): { readonly en: string; readonly ja: string } {
  if (count === 0) return words.nothing;
  return count > shown
    ? { en: `${count} found, ${shown} shown`, ja: `${count} 件中 ${shown} 件を表示` }
    : { en: `${count} found`, ja: `${count} 件` };
}

/** Of the boxes in which one chooses by name what one would else point at. */
export const chooseWords = {
  ...wordList({
    canvas: { en: 'The bare canvas', ja: 'キャンバス' },
    mayGo: { en: 'Can go here', ja: '移動できる場所' },
    mayNotGo: { en: 'Cannot go here', ja: '移動できない場所' },
    moveHint: { en: 'Name, kind or CIDR of the container', ja: '移動先の名前、種類、CIDR' },
    move: { en: 'Move', ja: '移動' },
    connectHint: { en: 'Name, kind or IP of the other end', ja: '送信先の名前、種類、IP アドレス' },
    draw: { en: 'Draw the arrow', ja: '矢印を追加' },
    addToCanvas: { en: 'Add to the canvas', ja: 'キャンバスに追加' },
    addHint: { en: 'Which resource?', ja: '追加するリソース' },
    add: { en: 'Add', ja: '追加' },
  }),
  moveTitle: (what: string): Words => ({ en: `Move ${what} to…`, ja: japanese`${what}の移動先` }),
  several: (count: number): Words => ({ en: `${count} resources`, ja: `${count} 個のリソース` }),
  within: (parent: string): Words => ({ en: `in ${parent}`, ja: `${parent} 内` }),
  connectTitle: (from: string): Words => ({
    en: `Arrow from ${from} to…`,
    ja: japanese`${from}からの矢印の送信先`,
  }),
  addTitle: (parent: string): Words => ({ en: `Add to ${parent}`, ja: japanese`${parent}に追加` }),
};
