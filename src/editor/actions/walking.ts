/** Moving about by keyboard, renaming, and Escape's ladder. */
import type { Editor } from '../editor';
import { connect } from '../connect';
import { loadSpacing } from '../loadedSpacing';
import { acceptProposal, leaveProposal } from '../proposal';
import { startRenaming } from '../renaming';
import { announce } from '../session';
import { spokenName } from '../naming';
import { viewOf } from '../view';
import { neighbourOf, nextOf, walkTo, type Direction } from '../walking';
import type { Action } from './action';

function walk(editor: Editor, id: string | undefined): void {
  if (id === undefined) return;
  walkTo(editor, id);
}

const onlySelected = (editor: Editor): string | undefined => {
  const { selection } = editor.session.getState();
  return selection.size === 1 ? [...selection][0] : undefined;
};

const neighbour = (id: string, direction: Direction, key: string, en: string, ja: string): Action => ({
  id,
  label: { en, ja },
  keys: [{ key, alt: true }],
  group: 'walk',
  onCanvas: true,
  keyboardOnly: true,
  repeats: true,
  enabled: (editor) => onlySelected(editor) !== undefined,
  run: (editor) => {
    const from = onlySelected(editor);
    if (from === undefined) return;
    const to = neighbourOf(editor, from, direction);
    if (to === undefined)
      announce(editor.session, { en: 'Nothing in that direction', ja: 'その方向には何もありません' });
    else walkTo(editor, to);
  },
});

export const walking: readonly Action[] = [
  {
    id: 'rename',
    label: { en: 'Rename', ja: '名前の変更' },
    keys: [{ key: 'Enter' }, { key: 'F2' }, { key: 'e' }],
    group: 'edit',
    onCanvas: true,
    enabled: (editor) => {
      const { proposal, tool } = editor.session.getState();
      return proposal !== null || tool.tool === 'space' || onlySelected(editor) !== undefined;
    },
    run: (editor) => {
      if (editor.session.getState().tool.tool === 'space') {
        void loadSpacing().then((making) => making.endSpace(editor));
        return;
      }
      if (editor.session.getState().proposal !== null) {
        acceptProposal(editor);
        return;
      }
      const id = onlySelected(editor);
      const { tool } = editor.session.getState();
      const start = viewOf(editor).connectFrom;
      if (tool.tool === 'connect' && id !== undefined && start !== null && start !== id) {
        connect(editor, start, id);
        editor.session.setState({ tool: { tool: 'select' } });
        return;
      }
      if (id !== undefined) startRenaming(editor, id);
    },
  },
  {
    id: 'select-next',
    label: { en: 'Next', ja: '次へ' },
    keys: [{ key: 'Tab' }],
    group: 'walk',
    onCanvas: true,
    keyboardOnly: true,
    repeats: true,
    enabled: (editor) => !viewOf(editor).isLeaving && nextOf(editor, 1) !== undefined,
    run: (editor) => walk(editor, nextOf(editor, 1)),
  },
  {
    id: 'select-previous',
    label: { en: 'Previous', ja: '前へ' },
    keys: [{ key: 'Tab', shift: true }],
    group: 'walk',
    onCanvas: true,
    keyboardOnly: true,
    repeats: true,
    enabled: (editor) => nextOf(editor, -1) !== undefined,
    run: (editor) => walk(editor, nextOf(editor, -1)),
  },
  neighbour('go-right', 'right', 'ArrowRight', 'Go right', '右へ移動'),
  neighbour('go-left', 'left', 'ArrowLeft', 'Go left', '左へ移動'),
  neighbour('go-up', 'up', 'ArrowUp', 'Go up', '上へ移動'),
  neighbour('go-down', 'down', 'ArrowDown', 'Go down', '下へ移動'),
  {
    id: 'escape',
    label: { en: 'Go outwards', ja: '外側を選択' },
    keys: [{ key: 'Escape' }],
    group: 'walk',
    onCanvas: true,
    keyboardOnly: true,
    enabled: ({ session }) => {
      const { selection, editing, flowInFocus, preview, proposal, bendInHand } = session.getState();
      if (bendInHand !== null) return true;
      return (
        editing !== null ||
        proposal !== null ||
        preview !== null ||
        flowInFocus !== null ||
        selection.size > 0
      );
    },
    run: (editor) => {
      const { session, store } = editor;
      const { editing, selection, preview, offerFor } = session.getState();
      if (editing !== null) {
        session.setState({ editing: null });
        return;
      }
      if (session.getState().bendInHand !== null) {
        session.setState({ bendInHand: null });
        return;
      }
      if (session.getState().proposal !== null) {
        leaveProposal(editor);
        return;
      }
      if (preview !== null || offerFor !== null) {
        session.setState({ preview: null, offerFor: null });
        return;
      }
      const id = onlySelected(editor);
      const parent = id === undefined ? null : (store.document.resources.get(id)?.parentId ?? null);
      if (parent !== null) {
        walkTo(editor, parent);
        announce(session, spokenName(editor, parent));
        return;
      }
      session.setState({ selection: new Set(), flowInFocus: null });
      if (selection.size > 0) announce(session, { en: 'Nothing selected', ja: '選択を解除しました' });
      viewOf(editor).isLeaving = true;
    },
  },
];
