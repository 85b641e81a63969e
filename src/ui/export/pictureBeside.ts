/** The picture that goes with a written walk-through: both together in one archive, for a text that names a picture needs it. */
import { zipOf } from '../../core/cdk/zip';
import type { Editor } from '../../editor/editor';
import type { ExportedFile } from '../../worker/exportProtocol';
import { pictureFile } from '../picture/pictureFiles';

export interface PictureBeside {
  readonly path: string;
  readonly text: string;
}

/** Undefined where it cannot be drawn: then the text goes alone. */
export async function pictureBeside(editor: Editor): Promise<PictureBeside | undefined> {
  const made = await pictureFile(editor, {
    format: 'svg',
    pages: 'diagram',
    theme: 'light',
    language: editor.session.getState().language,
    onlySelected: false,
    legend: true,
    heading: false,
    source: true,
    animated: false,
  }).catch(() => undefined);
  return typeof made?.content === 'string' ? { path: 'diagram.svg', text: made.content } : undefined;
}

export function withPicture(file: ExportedFile, picture: PictureBeside): ExportedFile {
  if (typeof file.content !== 'string') return file;
  return { ...file, content: zipOf([{ path: 'diagram.md', text: file.content }, picture]) };
}
