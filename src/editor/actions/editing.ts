/** Deleting, copying, pasting, selecting. */
import { isCollapsed } from '../../core/layout/collapsed';
import type { ResourceId } from '../../core/model/document';
import { children } from '../../core/model/queries';
import { removeBend } from '../bending';
import type { Editor } from '../editor';
import { deleteSelection } from '../deleting';
import { withCopying } from '../loadedCopying';
import { announce } from '../session';
import type { Action } from './action';

const hasResources = ({ session, store }: Editor): boolean =>
  [...session.getState().selection].some((id) => store.document.resources.has(id));

/** Pastes what the browser hands over with its paste event, which needs no permission; what this tab copied when that is nothing. */
export function pasteGiven(editor: Editor, given: string, inPlace: boolean): void {
  withCopying(({ pasteGivenText }, hasWaited) => pasteGivenText(editor, given, inPlace, hasWaited));
}

function selectAll(editor: Editor): void {
  const { session, store } = editor;
  const { document } = store;
  const [first] = session.getState().selection;
  const within = first === undefined ? null : containerToFill(editor, first);
  const ids = children(document, within).map(({ id }) => id);
  const before = session.getState().selection;
  const isAll = ids.length === before.size && ids.every((id) => before.has(id));
  // A second time goes one container outwards.
  const next =
    isAll && within !== null
      ? children(document, document.resources.get(within)?.parentId ?? null).map(({ id }) => id)
      : ids;
  session.setState({ selection: new Set(next) });
  announce(session, { en: `${next.length} selected`, ja: `${next.length} 件を選択しました` });
}

/** A selected container with something in it is meant itself; otherwise the one around the selection. */
function containerToFill(editor: Editor, id: ResourceId): ResourceId | null {
  const { document } = editor.store;
  const { selection } = editor.session.getState();
  const resource = document.resources.get(id);
  const isOpen = resource !== undefined && !isCollapsed(editor.catalog, resource);
  if (isOpen && selection.size === 1 && children(document, id).length > 0) return id;
  return resource?.parentId ?? null;
}

export const editing: readonly Action[] = [
  {
    id: 'cut',
    label: { en: 'Cut', ja: '切り取り' },
    keys: [{ key: 'x', mod: true }],
    group: 'edit',
    enabled: hasResources,
    run: (editor) => withCopying(({ cutSelection }) => cutSelection(editor)),
  },
  {
    id: 'copy',
    label: { en: 'Copy', ja: 'コピー' },
    keys: [{ key: 'c', mod: true }],
    group: 'edit',
    enabled: (editor) => hasResources(editor) && !hasSelectedText(),
    run: (editor) => withCopying(({ copyToClipboard }) => copyToClipboard(editor)),
  },
  {
    id: 'paste',
    label: { en: 'Paste', ja: '貼り付け' },
    keys: [{ key: 'v', mod: true }],
    group: 'edit',
    enabled: () => true,
    run: (editor) => withCopying(({ pasteFromClipboard }) => pasteFromClipboard(editor, false)),
  },
  {
    id: 'paste-in-place',
    label: { en: 'Paste in place', ja: '同じ位置に貼り付け' },
    keys: [{ key: 'v', mod: true, shift: true }],
    group: 'edit',
    enabled: () => true,
    run: (editor) => withCopying(({ pasteFromClipboard }) => pasteFromClipboard(editor, true)),
  },
  {
    id: 'duplicate',
    label: { en: 'Duplicate', ja: '複製' },
    keys: [{ key: 'd', mod: true }],
    group: 'edit',
    enabled: hasResources,
    run: (editor) => withCopying(({ duplicateSelection }) => duplicateSelection(editor)),
  },
  {
    id: 'delete-selection',
    label: { en: 'Delete', ja: '削除' },
    keys: [{ key: 'Delete' }, { key: 'Backspace' }],
    group: 'edit',
    enabled: ({ session }) => session.getState().selection.size > 0,
    run: (editor) => {
      const { bendInHand } = editor.session.getState();
      if (bendInHand === null) deleteSelection(editor);
      else removeBend(editor, bendInHand);
    },
  },
  {
    id: 'select-all',
    label: { en: 'Select all', ja: 'すべて選択' },
    keys: [{ key: 'a', mod: true }],
    group: 'edit',
    // Also on an empty canvas: the browser would select the whole interface.
    enabled: () => true,
    run: selectAll,
  },
];

/** Text that is selected somewhere (in the code pane, a message) is what Copy means then. */
function hasSelectedText(): boolean {
  return typeof getSelection === 'function' && (getSelection()?.toString() ?? '') !== '';
}
