/** Puts what is selected, or everything, on the clipboard as a picture, as it is seen now. */
import { actionById } from '../../editor/actions';
import type { Editor } from '../../editor/editor';
import type { Words } from '../../lib/words';
import { tell } from '../shell/messages';
import { pictureFile, selected, themeNow } from './pictureFiles';
import { words } from './words';

/** What a clipboard takes. */
export type CopiedFormat = 'svg' | 'png';

export async function copyPicture(editor: Editor, format: CopiedFormat): Promise<void> {
  const isPart = selected(editor) !== undefined;
  const { language } = editor.session.getState();
  const made = pictureFile(editor, {
    format,
    theme: themeNow(),
    language,
    pages: 'diagram',
    onlySelected: true,
    legend: false,
    heading: false,
    // What is pasted somewhere is to be seen there; whoever wants the diagram too exports it.
    source: false,
    animated: false,
  });
  try {
    await navigator.clipboard.write([clipboardItem(format, made)]);
  } catch {
    tell({
      tone: 'failure',
      words: (await made.then(
        () => true,
        () => false,
      ))
        ? words.noClipboard
        : words.failed,
      offers: [{ label: words.exportInstead, run: () => actionById(`export-${format}`)?.run(editor) }],
    });
    return;
  }
  tell({ tone: 'note', words: copied(isPart, format) });
}

/** Browsers want the item at once, while they still count the press of the key; what is in it may come later. */
function clipboardItem(format: CopiedFormat, made: ReturnType<typeof pictureFile>): ClipboardItem {
  const blob = (type: string): Promise<Blob> => made.then(({ content }) => new Blob([content], { type }));
  if (format === 'png') return new ClipboardItem({ 'image/png': blob('image/png') });
  const takesSvg = ClipboardItem.supports?.('image/svg+xml') === true;
  return new ClipboardItem({
    'text/plain': blob('text/plain'),
    ...(takesSvg ? { 'image/svg+xml': blob('image/svg+xml') } : {}),
  });
}

function copied(isPart: boolean, format: CopiedFormat): Words {
  const name = format.toUpperCase();
  return isPart
    ? { en: `Copied the selection as ${name}.`, ja: `選択範囲を ${name} としてコピーしました。` }
    : { en: `Copied the whole diagram as ${name}.`, ja: `ダイアグラム全体を ${name} としてコピーしました。` };
}
