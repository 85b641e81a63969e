/** Opens what was dropped: files, or all that is ours in folders; images become pictures in the diagram. */
import type { Point } from '../../core/model/document';
import { canvasPoint } from '../pictures/canvasPoint';
import { imagesAmong } from '../pictures/imageFiles';
import { tell } from '../shell/messages';
import type { Desk } from './desk';
import { droppedFiles } from './droppedFiles';
import { openFiles } from './openDiagram';
import { holdsDiagram } from './pictureFile';

/**
 * `handle`: of the only file, where the browser gives it, so that it can be saved again. Images are put into the diagram, the
 * first where it was dropped, at `at` of the window.
 */
export async function openDropped(
  desk: Desk,
  files: readonly File[],
  entries: readonly (FileSystemEntry | null)[],
  handle: Promise<FileSystemHandle | null> | undefined,
  at?: Point,
): Promise<void> {
  const isFolder = entries.some((entry) => entry?.isDirectory === true);
  const images = isFolder ? [] : await plainImages(files);
  if (images.length > 0) {
    const { addImages } = await import('../pictures/addImages');
    await addImages(desk.editor, images, at === undefined ? undefined : canvasPoint(desk.editor, at));
    if (images.length === files.length) return;
  }
  const rest = files.filter((file) => !images.includes(file));
  const dropped = await droppedFiles(
    rest,
    entries.filter((entry) => entry === null || !images.some(({ name }) => name === entry.name)),
  );
  if (dropped.length === 0 && files.length > 0)
    tell({
      tone: 'failure',
      words: {
        en: 'There is nothing in this folder that vpcanvas opens: no template, no diagram, no output of the AWS CLI.',
        ja: 'このフォルダーに、テンプレート、ダイアグラム、AWS CLI の出力はありません。',
      },
    });
  const only = await handle;
  await openFiles(desk, dropped, only instanceof FileSystemFileHandle ? only : null);
}

/** The images among the files but for those that were exported here, which hold a diagram to open. */
async function plainImages(files: readonly File[]): Promise<readonly File[]> {
  const images = imagesAmong(files);
  const ours = await Promise.all(images.map(holdsDiagram));
  return images.filter((_, index) => ours[index] !== true);
}
