/** Images of the clipboard, and the text of an SVG, as drawing programs copy it. */
import { pasteGiven } from '../../editor/actions/editing';
import type { Editor } from '../../editor/editor';
import { viewOf } from '../../editor/view';
import { addImages } from './addImages';
import { imagesAmong } from './imageFiles';

export async function pasteImages(editor: Editor, files: readonly File[], text: string): Promise<void> {
  const images = imagesAmong(files);
  const at = viewOf(editor).pointer ?? undefined;
  if (images.length > 0) await addImages(editor, images, at);
  else if (files.length === 0) await addImages(editor, [new File([text], 'drawing.svg')], at);
  else pasteGiven(editor, text, false);
}
