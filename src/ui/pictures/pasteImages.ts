/** Images of the clipboard, and the text of an SVG, as drawing programs copy it. */
import { pasteGiven } from '../../editor/actions/editing';
import type { Editor } from '../../editor/editor';
import { viewOf } from '../../editor/view';
import { holdsDiagram } from '../files/pictureFile';
import { addImages } from './addImages';
import { imagesAmong } from './imageFiles';

export async function pasteImages(editor: Editor, files: readonly File[], text: string): Promise<void> {
  const images = files.length > 0 ? imagesAmong(files) : [new File([text], 'drawing.svg')];
  const [first] = images;
  // A picture that was exported here holds the diagram itself, which is offered instead.
  if (first !== undefined && (await holdsDiagram(first))) editor.tellForeignText?.(text, undefined, images);
  else if (images.length > 0) await addImages(editor, images, viewOf(editor).pointer ?? undefined);
  else pasteGiven(editor, text, false);
}
