import type { Editor } from '../../editor/editor';
import type { Words } from '../../lib/words';
import { download } from '../files/download';
import { safeName } from '../files/saveDiagram';
import { closeDialog } from '../shell/dialogs';
import { tell } from '../shell/messages';
import { pictureFile, type PictureChoice, type PictureFile } from './pictureFiles';
import type { Waiting } from './publication';
import { words } from './words';

/** Downloads it, closes the dialog and says what became of it; nothing where it was not waited for. */
export async function handOut(editor: Editor, choice: PictureChoice, waiting: Waiting): Promise<void> {
  let file: PictureFile;
  try {
    file = await pictureFile(editor, choice, waiting);
  } catch {
    if (waiting.signal?.aborted === true) return;
    closeDialog();
    tell({ tone: 'failure', words: words.failed });
    return;
  }
  const name = `${safeName(editor.store.document.name)}${file.ending}`;
  download(name, file.content, file.type);
  closeDialog();
  const remarks = [
    ...(file.lacksSource ? [words.lacksSource] : []),
    ...(file.isCoarse ? [words.isCoarse] : []),
    ...(file.missing.length > 0 ? [squares(file.missing)] : []),
  ];
  tell({
    tone: remarks.length === 0 ? 'note' : 'caution',
    words: { en: `Exported ${name}.`, ja: `${name} をエクスポートしました。` },
    particulars: remarks,
  });
}

function squares(letters: readonly string[]): Words {
  const shown = `${letters.slice(0, 10).join(' ')}${letters.length > 10 ? ' …' : ''}`;
  return {
    en: `No font here has these letters; an empty square stands for each: ${shown}`,
    ja: `次の文字はフォントにないため、四角で示しました: ${shown}`,
  };
}
