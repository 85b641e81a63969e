/** What the pointer does, for the sheet of shortcuts: the one list of it, as the actions are of the keys. */
import type { Words } from '../../lib/words';

export interface PointerGesture {
  /** What tests call it by: each has one that does it. */
  readonly id: string;
  /** Held meanwhile; `mod` is Cmd on a Mac and Ctrl elsewhere. */
  readonly held?: 'mod' | 'alt' | 'shift' | 'space';
  readonly input: Words;
  readonly does: Words;
}

const click: Words = { en: 'Click', ja: 'クリック' };
const drag: Words = { en: 'Drag', ja: 'ドラッグ' };
const wheel: Words = { en: 'Wheel', ja: 'ホイール' };
const dragThing: Words = { en: 'Drag a resource', ja: 'リソースをドラッグ' };

export const pointerGestures: readonly PointerGesture[] = [
  {
    id: 'wheel',
    input: { en: 'Wheel, two fingers', ja: 'ホイール、2 本指' },
    does: { en: 'Move the view', ja: '表示位置を移動' },
  },
  {
    id: 'shift-wheel',
    held: 'shift',
    input: wheel,
    does: { en: 'Move the view sideways', ja: '表示位置を左右に移動' },
  },
  {
    id: 'mod-wheel',
    held: 'mod',
    input: { en: 'Wheel, or pinch', ja: 'ホイール、またはピンチ' },
    does: { en: 'Zoom at the pointer', ja: 'ポインターの位置で拡大・縮小' },
  },
  {
    id: 'space-drag',
    held: 'space',
    input: drag,
    does: { en: 'Move the view', ja: '表示位置を移動' },
  },
  {
    id: 'middle-drag',
    input: { en: 'Drag with the middle button', ja: '中ボタンでドラッグ' },
    does: { en: 'Move the view', ja: '表示位置を移動' },
  },
  {
    id: 'click',
    input: click,
    does: { en: 'Select', ja: '選択' },
  },
  {
    id: 'shift-click',
    held: 'shift',
    input: click,
    does: { en: 'Add to the selection, or take out', ja: '選択に追加、または除外' },
  },
  {
    id: 'mod-click',
    held: 'mod',
    input: { en: 'Click what is selected', ja: '選択中の項目をクリック' },
    does: { en: 'Select the container around it', ja: '外側のコンテナを選択' },
  },
  {
    id: 'marquee',
    input: { en: 'Drag on the empty canvas', ja: '何もない場所をドラッグ' },
    does: { en: 'Select what the frame touches', ja: '枠に触れた項目を選択' },
  },
  {
    id: 'marquee-within',
    input: { en: 'Drag inside a container', ja: 'コンテナの内側をドラッグ' },
    does: { en: 'Select within that container', ja: 'そのコンテナ内で選択' },
  },
  {
    id: 'one-of-group',
    held: 'mod',
    input: { en: 'Click one of a group', ja: 'グループ内の 1 つをクリック' },
    does: { en: 'Select it alone', ja: 'その項目だけを選択' },
  },
  {
    id: 'frame-alone',
    held: 'mod',
    input: { en: 'Drag a frame', ja: 'フレームをドラッグ' },
    does: { en: 'Move it without what stands in it', ja: '中のものを残して移動' },
  },
  {
    id: 'shift-marquee',
    held: 'shift',
    input: { en: 'Drag on the empty canvas', ja: '何もない場所をドラッグ' },
    does: { en: 'Add to the selection', ja: '選択に追加' },
  },
  {
    id: 'drag-container',
    input: { en: 'Drag a border or a title', ja: '枠線またはタイトルをドラッグ' },
    does: { en: 'Move the container', ja: 'コンテナを移動' },
  },
  {
    id: 'drag',
    input: dragThing,
    does: { en: 'Move it, also into another container', ja: '移動 (別のコンテナへも可能)' },
  },
  {
    id: 'shift-drag',
    held: 'shift',
    input: dragThing,
    does: { en: 'Keep to one axis', ja: '縦または横だけに移動' },
  },
  {
    id: 'alt-drag',
    held: 'alt',
    input: dragThing,
    does: { en: 'Duplicate', ja: '複製' },
  },
  {
    id: 'mod-drag',
    held: 'mod',
    input: dragThing,
    does: {
      en: 'Move freely, snapping to nothing; the container stays the same',
      ja: '吸着せずに移動 (所属するコンテナは変更なし)',
    },
  },
  {
    id: 'connect-handle',
    input: { en: 'Drag a dot at an icon’s edge', ja: 'アイコンの端の点をドラッグ' },
    does: {
      en: 'Draw an arrow; on empty canvas to something new',
      ja: '矢印を引く (何もない場所では新しいリソースへ)',
    },
  },
  {
    id: 'resize',
    input: { en: 'Drag a handle', ja: 'ハンドルをドラッグ' },
    does: { en: 'Change the size', ja: 'サイズを変更' },
  },
  {
    id: 'mod-resize',
    held: 'mod',
    input: { en: 'Drag a handle', ja: 'ハンドルをドラッグ' },
    does: { en: 'Change the size freely, snapping to nothing', ja: '吸着せずにサイズを変更' },
  },
  {
    id: 'fit-border',
    input: { en: 'Double-click a border', ja: '枠線をダブルクリック' },
    does: { en: 'Fit the container to its contents', ja: 'コンテナを内容に合わせる' },
  },
  {
    id: 'expand-chip',
    input: { en: 'Double-click a chip', ja: 'チップをダブルクリック' },
    does: { en: 'Expand the container', ja: 'コンテナを展開' },
  },
  {
    id: 'bend',
    input: { en: 'Drag an arrow', ja: '矢印をドラッグ' },
    does: { en: 'Bend it there, or move the bend', ja: 'その位置で曲げる、または曲がり角を移動' },
  },
  {
    id: 'remove-bend',
    input: { en: 'Double-click a bend', ja: '曲がり角をダブルクリック' },
    does: { en: 'Remove the bend', ja: '曲がり角を削除' },
  },
  {
    id: 'double-click',
    input: { en: 'Double-click', ja: 'ダブルクリック' },
    does: { en: 'Rename', ja: '名前の変更' },
  },
  {
    id: 'right-click',
    input: { en: 'Right-click', ja: '右クリック' },
    does: { en: 'Show the menu of what is there', ja: 'その項目のメニューを表示' },
  },
  {
    id: 'pinch',
    input: { en: 'Pinch with two fingers, or drag them', ja: '2 本指でピンチ、またはドラッグ' },
    does: { en: 'Zoom and move the view, on a touch screen', ja: '拡大・縮小と移動 (タッチ画面)' },
  },
  {
    id: 'long-press',
    input: { en: 'Press long with a finger', ja: '指で長押し' },
    does: { en: 'Show the menu of what is there', ja: 'その項目のメニューを表示' },
  },
  {
    id: 'shift-place',
    held: 'shift',
    input: { en: 'Click while placing', ja: '配置中にクリック' },
    does: { en: 'Place, and keep the tool for another', ja: '配置して、続けてもう 1 つ配置' },
  },
];
