/** What is seen of the diagram. */
import { around } from '../../lib/rect';
import { boxesFor, fitAll, showRect, zoomTo } from '../camera';
import { announce, notify } from '../session';
import type { Action } from './action';

/** Each press zooms by about a fifth. */
const zoomStep = 1.2;

export const viewing: readonly Action[] = [
  {
    id: 'zoom-in',
    label: { en: 'Zoom in', ja: '拡大' },
    // The same key with and without Shift: `+` needs it on some layouts.
    keys: [
      { key: '=', mod: true },
      { key: '+', mod: true },
      { key: ';', code: 'Semicolon', mod: true, shift: true },
    ],
    group: 'view',
    repeats: true,
    enabled: () => true,
    run: (editor) => zoomTo(editor, editor.session.getState().viewport.zoom * zoomStep),
  },
  {
    id: 'zoom-out',
    label: { en: 'Zoom out', ja: '縮小' },
    keys: [{ key: '-', mod: true }],
    group: 'view',
    repeats: true,
    enabled: () => true,
    run: (editor) => zoomTo(editor, editor.session.getState().viewport.zoom / zoomStep),
  },
  {
    id: 'zoom-actual',
    label: { en: 'Zoom to 100 %', ja: '100% に戻す' },
    keys: [
      { code: 'Digit0', shift: true },
      { key: '0', mod: true },
    ],
    group: 'view',
    enabled: () => true,
    run: (editor) => zoomTo(editor, 1),
  },
  {
    id: 'fit-all',
    label: { en: 'Show everything', ja: '全体を表示' },
    keys: [{ code: 'Digit1', shift: true }],
    group: 'view',
    enabled: () => true,
    run: fitAll,
  },
  {
    id: 'fit-selection',
    label: { en: 'Show selection', ja: '選択範囲を表示' },
    keys: [{ code: 'Digit2', shift: true }],
    group: 'view',
    enabled: ({ session }) => session.getState().selection.size > 0,
    run: (editor) => {
      const rect = around(boxesFor(editor, editor.session.getState().selection));
      if (rect !== undefined) showRect(editor, rect, 2);
    },
  },
  {
    id: 'toggle-grid',
    label: { en: 'Grid', ja: 'グリッド' },
    keys: [
      { key: "'", mod: true },
      { code: 'Quote', mod: true },
    ],
    group: 'view',
    checked: ({ session }) => session.getState().gridShown,
    enabled: () => true,
    run: ({ session }) => session.setState(({ gridShown }) => ({ gridShown: !gridShown })),
  },
  {
    id: 'toggle-snapping',
    label: { en: 'Snap to objects', ja: 'オブジェクトに吸着' },
    // Alt+S aligns bottoms.
    keys: [{ code: 'KeyS', alt: true, shift: true }],
    group: 'view',
    checked: ({ session }) => session.getState().snapsToObjects,
    enabled: () => true,
    run: ({ session }) => {
      const snapsToObjects = !session.getState().snapsToObjects;
      session.setState({ snapsToObjects });
      notify(
        session,
        snapsToObjects
          ? { en: 'Snaps to objects and to the grid', ja: 'オブジェクトとグリッドに吸着します' }
          : { en: 'Snaps to the grid alone', ja: 'グリッドのみに吸着します' },
      );
    },
  },
  {
    id: 'toggle-minimap',
    label: { en: 'Minimap', ja: 'ミニマップ' },
    group: 'view',
    checked: ({ session }) => session.getState().minimapOpen,
    enabled: () => true,
    run: ({ session }) => session.setState(({ minimapOpen }) => ({ minimapOpen: !minimapOpen })),
  },
  {
    id: 'focus-mode',
    label: { en: 'Focus mode', ja: '集中モード' },
    // By its place: Alt types another character on a Mac.
    keys: [{ code: 'KeyZ', alt: true }],
    group: 'view',
    checked: ({ session }) => session.getState().focusMode,
    enabled: () => true,
    run: ({ session }) => {
      const focusMode = !session.getState().focusMode;
      session.setState({ focusMode });
      announce(
        session,
        focusMode
          ? {
              en: 'Focus mode: only the canvas is shown. The same keys show the panels again',
              ja: '集中モード: キャンバスだけを表示しています。同じキーでパネルを再表示します',
            }
          : { en: 'Panels shown again', ja: 'パネルを再表示しました' },
      );
    },
  },
];
