/** Deleting, copying, pasting, selecting. */
import { call } from '../../core/commands';
import { isCollapsed } from '../../core/layout/collapsed';
import type { ResourceId } from '../../core/model/document';
import { children, withDescendants } from '../../core/model/queries';
import { removeBend } from '../bending';
import { withCarried } from '../carrying';
import type { Editor } from '../editor';
import { withCopying, type Copying } from '../loadedCopying';
import { isLocked, tellLocked } from '../locking';
import { announce } from '../session';
import { shortName } from '../naming';
import type { Action } from './action';

const hasResources = ({ session, store }: Editor): boolean =>
  [...session.getState().selection].some((id) => store.document.resources.has(id));

/** Pastes what the browser hands over with its paste event, which needs no permission; what this tab copied when that is nothing. */
export function pasteGiven(editor: Editor, given: string, inPlace: boolean): void {
  withCopying(({ pasteGivenText }) => pasteGivenText(editor, given, inPlace));
}

export function deleteSelection(editor: Editor): void {
  const { session, store } = editor;
  const { document } = store;
  const { selection } = session.getState();
  const given = [...selection].filter((id) => document.resources.has(id));
  const locked = lockedAmong(editor, given);
  // A container goes with all that is in it, and stays with what is locked there.
  const resources =
    locked.length === 0 ? given : given.filter((id) => lockedAmong(editor, [id]).length === 0);
  const flows = [...selection].filter((id) => document.flows.has(id));
  if (resources.length + flows.length === 0) {
    tellLocked(editor, locked);
    return;
  }
  const [only] = resources.length === 1 ? resources : [];
  const parent = only === undefined ? null : (document.resources.get(only)?.parentId ?? null);
  const what = only === undefined ? undefined : shortName(editor, only);
  store.apply({
    title: { en: 'Delete', ja: '削除' },
    commands: [
      ...(flows.length > 0 ? [call('deleteFlows', { ids: flows })] : []),
      ...(resources.length > 0 ? [call('deleteResources', { ids: resources })] : []),
    ],
  });
  const kept = given.filter((id) => !resources.includes(id));
  session.setState({
    selection: new Set(kept.length > 0 || parent === null ? kept : [parent]),
    flowInFocus: null,
    hovered: null,
    editing: null,
  });
  const count = resources.length + flows.length;
  announce(session, {
    en: what === undefined ? (count === 1 ? 'Arrow deleted' : `${count} deleted`) : `${what.en} deleted`,
    ja: what === undefined ? `${count} 件を削除しました` : `${what.ja}を削除しました`,
  });
  tellLocked(editor, locked);
}

/** The locked ones of these and of what stands in them. */
function lockedAmong({ store }: Editor, ids: readonly ResourceId[]): ResourceId[] {
  return withDescendants(store.document, ids).filter((id) => isLocked(store.document, id));
}

/**
 * With what stands in frames, as that is copied with them. What is locked is not cut: a copy of it in another place would
 * be a second one.
 */
function cut(editor: Editor, copying: Copying): void {
  const { session } = editor;
  const selected = [...session.getState().selection];
  const all = new Set([...selected, ...withCarried(editor, selected)]);
  const free = [...all].filter((id) => lockedAmong(editor, [id]).length === 0);
  if (free.length > 0) {
    session.setState({ selection: new Set(free) });
    copying.copyToClipboard(editor);
  }
  session.setState({ selection: all });
  deleteSelection(editor);
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
    run: (editor) => withCopying((copying) => cut(editor, copying)),
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
