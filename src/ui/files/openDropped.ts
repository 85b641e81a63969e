/** Opens what was dropped: files, or all that is ours in folders. */
import { tell } from '../shell/messages';
import type { Desk } from './desk';
import { droppedFiles } from './droppedFiles';
import { openFiles } from './openDiagram';

/** `handle`: of the only file, where the browser gives it, so that it can be saved again. */
export async function openDropped(
  desk: Desk,
  files: readonly File[],
  entries: readonly (FileSystemEntry | null)[],
  handle: Promise<FileSystemHandle | null> | undefined,
): Promise<void> {
  const dropped = await droppedFiles(files, entries);
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
