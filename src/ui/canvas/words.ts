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
  pending: { en: 'Not computed yet', ja: '計算中' },
  arrives: { en: 'Arrives, and the reply comes back', ja: '到達し、応答も戻ります' },
  replyBlocked: { en: 'Arrives, but the reply is blocked', ja: '到達しますが、応答が遮断されます' },
  blocked: { en: 'Blocked', ja: '遮断されます' },
  cannotSay: { en: 'Cannot say', ja: '判定できません' },
});
