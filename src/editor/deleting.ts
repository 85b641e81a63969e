/** Deleting what is selected, but for what is locked. */
import { call } from '../core/commands';
import type { ResourceId } from '../core/model/document';
import { withDescendants } from '../core/model/queries';
import type { Editor } from './editor';
import { isLocked, tellLocked } from './locking';
import { shortName } from './naming';
import { announce } from './session';

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
export function lockedAmong({ store }: Editor, ids: readonly ResourceId[]): ResourceId[] {
  return withDescendants(store.document, ids).filter((id) => isLocked(store.document, id));
}
