/** Asks the worker that prepares presentations and animations. It is there for one answer, and gone when that is not wanted. */
import type { FromPublicationWorker, ToPublicationWorker } from '../../worker/publicationProtocol';

/** How far a file is, and whether it is still wanted. */
export interface Waiting {
  /** From 0 to 1. */
  readonly progress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

export function askPublication(
  question: ToPublicationWorker,
  { progress, signal }: Waiting,
  transfer: Transferable[] = [],
): Promise<FromPublicationWorker> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(new URL('../../worker/publicationWorker.ts', import.meta.url), {
      type: 'module',
    });
    const end = (): void => {
      worker.terminate();
      signal?.removeEventListener('abort', stop);
    };
    const stop = (): void => {
      end();
      reject(new DOMException('it is not wanted any more', 'AbortError'));
    };
    signal?.addEventListener('abort', stop);
    worker.addEventListener('message', ({ data }: MessageEvent<FromPublicationWorker>) => {
      if ('done' in data) {
        progress?.(data.done);
        return;
      }
      end();
      resolve(data);
    });
    worker.addEventListener('error', (event) => {
      end();
      reject(new Error(event.message));
    });
    worker.postMessage(question, transfer);
  });
}
