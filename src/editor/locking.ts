/**
 * What is locked keeps its place, its size and its life, whatever the pointer and the keys ask for; whoever asks is told how
 * to unlock it. Its fields, and what stands in it, can be changed as before.
 */
import { call } from '../core/commands';
import type { Document, ResourceId } from '../core/model/document';
import { withDescendants } from '../core/model/queries';
import type { Words } from '../lib/words';
import type { Editor } from './editor';
import { shortName } from './naming';
import { announce, notify } from './session';

export function isLocked(document: Document, id: ResourceId): boolean {
  return document.resources.get(id)?.locked === true;
}

/** Locks what is selected, or unlocks it where all of it is locked. */
export function toggleLock(editor: Editor): void {
  const { store, session } = editor;
  const ids = [...session.getState().selection].filter((id) => store.document.resources.has(id));
  const [first] = ids;
  if (first === undefined) return;
  const locked = !areAllLocked(editor);
  const what =
    ids.length === 1
      ? shortName(editor, first)
      : { en: `${ids.length} resources`, ja: `${ids.length} 個のリソース` };
  store.apply({
    title: locked ? { en: 'Lock', ja: 'ロック' } : { en: 'Unlock', ja: 'ロックの解除' },
    commands: [call('setLocked', { ids, locked })],
  });
  announce(session, {
    en: `${what.en} ${locked ? 'locked' : 'unlocked'}`,
    ja: `${what.ja}${locked ? 'をロックしました' : 'のロックを解除しました'}`,
  });
}

/** Whether everything that is selected, if anything, is locked. */
export function areAllLocked({ store, session }: Editor): boolean {
  const resources = [...session.getState().selection].flatMap((id) => store.document.resources.get(id) ?? []);
  return resources.length > 0 && resources.every(({ locked }) => locked === true);
}

/** What a gesture is told that asks something of what is locked. */
export function lockedWords(editor: Editor, ids: readonly ResourceId[], why?: Words): Words {
  const [first] = ids;
  const name = first === undefined ? { en: '', ja: '' } : shortName(editor, first);
  const more = ids.length - 1;
  const keys = editor.session.getState().hasCmdKey ? '⇧⌘L' : 'Ctrl+Shift+L';
  return {
    en: `Locked: ${name.en}${more > 0 ? ` and ${more} more` : ''}${why === undefined ? '' : ` ${why.en}`}; unlock with ${keys}`,
    ja: `ロック中: ${name.ja}${more > 0 ? ` ほか ${more} 件` : ''}${why === undefined ? '' : ` ${why.ja}`}。${keys} で解除できます`,
  };
}

export function tellLocked(editor: Editor, ids: readonly ResourceId[], why?: Words): void {
  if (ids.length > 0) notify(editor.session, lockedWords(editor, ids, why));
}

/** For a key that is held down: what is still shown is not said again. */
export function tellLockedOnce(editor: Editor, ids: readonly ResourceId[]): void {
  const isShown = editor.session.getState().notice?.en === lockedWords(editor, ids).en;
  if (!isShown) tellLocked(editor, ids);
}

/** The locked ones of a container's content (null: of the canvas), however deep. */
export function lockedIn(document: Document, container: ResourceId | null): ResourceId[] {
  const inside =
    container === null ? document.resources.keys() : withDescendants(document, [container]).slice(1);
  return [...inside].filter((id) => isLocked(document, id));
}

/**
 * Whether something would have to grow that is locked; that is told then, and nothing may be done. `changes` are the new
 * sizes by id.
 */
export function isHeldByLock(editor: Editor, changes: ReadonlyMap<ResourceId, unknown>): boolean {
  const full = [...changes.keys()].find((id) => isLocked(editor.store.document, id));
  if (full === undefined) return false;
  tellLocked(editor, [full], { en: 'has no room left', ja: 'に空きがありません' });
  return true;
}
