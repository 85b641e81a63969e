/** What is done with a version: put in the place of the diagram, opened beside it, written to a file. */
import { call } from '../../core/commands';
import type { Document } from '../../core/model/document';
import { announce } from '../../editor/session';
import type { Words } from '../../lib/words';
import type { Desk } from '../files/desk';
import { download } from '../files/download';
import { openCopy } from '../files/openDiagram';
import { safeName } from '../files/saveDiagram';
import { tell } from '../shell/messages';
import { tellRestored } from './tellVersions';
import { fileTime } from './timeWords';
import type { Version } from './version';
import type { Versions } from './versionsOf';
import { words } from './words';

/** One step that undoes. What is there now is kept first; where it cannot be, the step still gives it back. */
export async function restoreVersion(
  desk: Desk,
  versions: Versions,
  document: Document,
  when: Words,
): Promise<void> {
  const { store, session } = desk.editor;
  const { diagram } = desk.state.getState();
  await versions.keep('restored').catch(() => undefined);
  // Another diagram has been put on the desk meanwhile.
  if (desk.state.getState().diagram !== diagram) return;
  store.apply({
    title: { en: `Restore ${when.en}`, ja: `${when.ja} の復元` },
    commands: [call('restoreDocument', { document })],
  });
  announce(session, { en: `Restored: ${when.en}`, ja: `${when.ja} を復元しました` });
  tellRestored(desk, when);
}

export async function openVersionAsCopy(desk: Desk, document: Document, when: Words): Promise<void> {
  await openCopy(desk, document, when);
}

export async function downloadVersion(
  { shelf, ask }: Versions,
  { id, made, name }: Version,
  title: string,
): Promise<void> {
  try {
    const packed = await shelf.read(id);
    if (packed === undefined) throw new Error('it is gone');
    const { text } = await ask('text', { packed });
    const stem = [title, name ?? fileTime(made)].filter((part) => part !== '').join(' ');
    download(`${safeName(stem)}.vpcanvas.json`, text, 'application/json');
  } catch {
    tell({ tone: 'failure', words: words.unreadable });
  }
}
