/** Reads files that somebody opened: bounded in size, off the main thread, and never throwing. */
import { decodeText } from '../../lib/decodeText';
import type { Problem } from '../../core/store/diagramFile';
import { diagramIn } from './pictureFile';
import type { OpenAnswer, OpenRequest, Opened, TextFile } from '../../worker/openProtocol';

/** Larger files are refused unread. */
export const maxFileSize = 20_000_000;

export async function readFiles(files: readonly File[]): Promise<Opened> {
  const texts: TextFile[] = [];
  let size = 0;
  let isPicture = false;
  for (const file of files) {
    size += file.size;
    if (size > maxFileSize)
      return { as: 'nothing', fileName: file.name, failure: tooLarge(files.length > 1) };
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const found = await diagramIn(bytes);
      if (found !== undefined && 'failure' in found)
        return { as: 'nothing', fileName: file.name, failure: found.failure };
      isPicture ||= found !== undefined;
      texts.push({ name: file.name, text: found?.text ?? decodeText(bytes) });
    } catch {
      return { as: 'nothing', fileName: file.name, failure: unreadable };
    }
  }
  const opened = await readTexts(texts);
  return isPicture && opened.as === 'diagram' ? { ...opened, isFromPicture: true } : opened;
}

let worker: Worker | undefined;
let last = 0;
const waiting = new Map<number, (opened: Opened) => void>();

/** Texts of files, of which several are templates of one design. */
export async function readTexts(files: readonly TextFile[]): Promise<Opened> {
  const number = ++last;
  const reader = (worker ??= startWorker());
  return new Promise((resolve) => {
    waiting.set(number, resolve);
    reader.postMessage({ number, files } satisfies OpenRequest);
  });
}

function startWorker(): Worker {
  const started = new Worker(new URL('../../worker/openWorker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<OpenAnswer>) => {
    waiting.get(data.number)?.(data.opened);
    waiting.delete(data.number);
  });
  started.addEventListener('error', () => {
    // Out of memory, or the worker's own file could not be loaded: the next one gets a fresh worker.
    worker = undefined;
    started.terminate();
    for (const answer of waiting.values()) answer({ as: 'nothing', fileName: '', failure: gaveUp });
    waiting.clear();
  });
  return started;
}

const tooLarge = (several: boolean): Problem => ({
  severity: 'error',
  message: several
    ? {
        en: 'The files are larger than 20 MB together, which is more than vpcanvas opens. Open fewer of them at a time.',
        ja: 'ファイルの合計が 20 MB を超えているため、開けません。数を減らして開いてください。',
      }
    : {
        en: 'The file is larger than 20 MB, which is more than vpcanvas opens. A diagram is usually far smaller; check that it is the right file.',
        ja: 'ファイルが 20 MB を超えているため、開けません。通常のダイアグラムはこれよりはるかに小さいため、ファイルが正しいか確認してください。',
      },
});

const unreadable: Problem = {
  severity: 'error',
  message: {
    en: 'The file could not be read: it was moved, is a folder, or may not be read. Check it and open it again.',
    ja: 'ファイルを読み取れませんでした。移動されたか、フォルダーであるか、読み取り権限がない可能性があります。確認してからもう一度開いてください。',
  },
};

const gaveUp: Problem = {
  severity: 'error',
  message: {
    en: 'Reading the file took more than this browser has to give. Close other tabs and open it again.',
    ja: 'ファイルの読み取り中にブラウザのリソースが不足しました。ほかのタブを閉じてから、もう一度開いてください。',
  },
};
