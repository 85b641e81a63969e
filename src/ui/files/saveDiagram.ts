/** Saves the diagram to a file: the same one again where the browser can, else as a download. */
import type { Words } from '../../lib/words';
import { tell } from '../shell/messages';
import type { Desk } from './desk';
import { download } from './download';
import { words } from './words';

export async function saveDiagram(desk: Desk, how: 'again' | 'as-new'): Promise<void> {
  const { editor, state } = desk;
  const { file } = state.getState();
  try {
    // The picker needs the press of a button to be recent, so it comes before anything is loaded.
    const handle =
      how === 'again' && file?.handle != null ? file.handle : await pickTarget(fileNameFor(desk), editor);
    const { writeDiagram } = await import('../../core/store/diagramFile');
    const { document } = editor.store;
    const text = writeDiagram(editor.catalog, document);
    if (handle === null) {
      const name = fileNameFor(desk);
      download(name, text, 'application/json');
      desk.savedTo({ name, handle: null });
      tell({ tone: 'note', words: { en: `Downloaded ${name}.`, ja: `${name} をダウンロードしました。` } });
      return;
    }
    const writable = await handle.createWritable();
    await writable.write(text);
    await writable.close();
    // Somebody who went on drawing while the file was written has a newer document than the file.
    if (editor.store.document === document) desk.savedTo({ name: handle.name, handle });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') return;
    tell({
      tone: 'failure',
      words: notSaved(failure),
      offers: [{ label: words.saveAs, run: () => void saveDiagram(desk, 'as-new') }],
    });
  }
}

/** Null where the browser has no such picker: then it is a download. */
async function pickTarget(name: string, { session }: Desk['editor']): Promise<FileSystemFileHandle | null> {
  if (window.showSaveFilePicker === undefined) return null;
  return window.showSaveFilePicker({
    suggestedName: name,
    types: [
      {
        description: words.diagramFiles[session.getState().language],
        accept: { 'application/json': ['.vpcanvas.json', '.json'] },
      },
    ],
  });
}

function fileNameFor({ editor, state }: Desk): string {
  return state.getState().file?.name ?? `${safeName(editor.store.document.name)}.vpcanvas.json`;
}

/** A name that every file system takes. */
export function safeName(name: string): string {
  // Control characters are among what file systems refuse.
  // oxlint-disable-next-line no-control-regex
  const safe = name
    .replace(/[\\/:*?"<>|\u0000-\u001f]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '');
  return safe === '' ? 'diagram' : safe.slice(0, 80);
}

function notSaved(failure: unknown): Words {
  const reason = failure instanceof Error ? failure.message : String(failure);
  return {
    en: `The file was not saved: ${reason} Save it under another name or in another place.`,
    ja: `ファイルを保存できませんでした: ${reason} 別の名前または別の場所に保存してください。`,
  };
}
