import { hangingWords } from '../../core/drawing/hangingWords';
import { wordList } from '../words';

export const canvasWords = wordList({
  diagram: { en: 'Diagram', ja: '構成図' },
  howTo: {
    en: 'Tab and Shift+Tab walk through the diagram, Alt with an arrow key goes to a neighbour, arrow keys move, Enter renames, Escape goes outwards.',
    ja: 'Tab と Shift+Tab で図の中を移動し、Alt+矢印キーで隣へ、矢印キーで位置を変更、Enter で名前の変更、Esc で外側へ移動します。',
  },
  tools: { en: 'Tools', ja: 'ツール' },
  zoom: { en: 'Zoom', ja: 'ズーム' },
  minimap: { en: 'Minimap', ja: 'ミニマップ' },
  hideMinimap: { en: 'Hide minimap', ja: 'ミニマップを隠す' },
  showMinimap: { en: 'Show minimap', ja: 'ミニマップを表示' },
  name: { en: 'Name', ja: '名前' },
  text: { en: 'Text', ja: 'テキスト' },
  collapse: { en: 'Collapse', ja: '折りたたむ' },
  expand: { en: 'Expand', ja: '展開する' },
  ...hangingWords,
  emptyTitle: { en: 'Draw your network', ja: 'ネットワークを描きましょう' },
  emptyText: {
    en: 'Drag a VPC here from the palette, then subnets and instances into it. Draw an arrow to see whether the traffic gets there.',
    ja: 'パレットから VPC をここにドラッグし、その中にサブネットやインスタンスを置いてください。矢印を引くと、通信が届くかどうかがわかります。',
  },
  pending: { en: 'Not computed yet', ja: '計算中' },
  arrives: { en: 'Arrives, and the reply comes back', ja: '到達し、応答も戻ります' },
  replyBlocked: { en: 'Arrives, but the reply is blocked', ja: '到達しますが、応答が遮断されます' },
  blocked: { en: 'Blocked', ja: '遮断されます' },
  cannotSay: { en: 'Cannot say', ja: '判定できません' },
  hintMove: {
    en: 'Shift keeps the axis · Alt duplicates · Ctrl moves freely and keeps the parent · Esc cancels',
    ja: 'Shift で軸を固定 · Alt で複製 · Ctrl で吸着せず移動 (親は維持) · Esc で取り消し',
  },
  hintMoveMac: {
    en: 'Shift keeps the axis · Option duplicates · ⌘ moves freely and keeps the parent · Esc cancels',
    ja: 'Shift で軸を固定 · Option で複製 · ⌘ で吸着せず移動 (親は維持) · Esc で取り消し',
  },
  hintConnect: {
    en: 'Drag from one resource to another to draw traffic · Esc leaves the tool',
    ja: 'リソースから別のリソースへドラッグして通信を描きます · Esc で終了',
  },
  hintHand: {
    en: 'Drag to move the view · V goes back to selecting',
    ja: 'ドラッグで表示位置を移動 · V で選択に戻る',
  },
  hintPlace: {
    en: 'Click to place it · Shift places several · Esc cancels',
    ja: 'クリックして配置 · Shift で連続して配置 · Esc で取り消し',
  },
  hintResize: { en: 'Ctrl resizes freely · Esc cancels', ja: 'Ctrl で吸着せずに変更 · Esc で取り消し' },
  release: {
    en: 'Let go on a resource, or where a new one is to be · Esc cancels',
    ja: 'リソースの上、または新しいリソースを置く場所で放してください · Esc で取り消し',
  },
});
