/** Questions to the worker of the version history, which is started with the first. */
import type {
  FromVersionsWorker,
  VersionAnswers,
  VersionQuestion,
  VersionQuestions,
} from '../../worker/versionsProtocol';

/** Rejects where the worker gave up: the diagram is too large for this browser, or a part could not be loaded. */
export type AskVersions = <Q extends VersionQuestion>(
  ask: Q,
  question: VersionQuestions[Q],
) => Promise<VersionAnswers[Q]>;

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (failure: Error) => void;
}

let worker: Worker | undefined;
let last = 0;
const waiting = new Map<number, Waiting>();

export const askVersions: AskVersions = async (ask, question) => {
  const number = ++last;
  const asked = (worker ??= started());
  return new Promise((resolve, reject) => {
    waiting.set(number, { resolve, reject });
    asked.postMessage({ number, ask, ...question });
  });
};

export function hireVersionsWorker(): Worker {
  return new Worker(new URL('../../worker/versionsWorker.ts', import.meta.url), { type: 'module' });
}

function started(): Worker {
  const hired = hireVersionsWorker();
  hired.addEventListener('message', ({ data }: MessageEvent<FromVersionsWorker>) => {
    const asker = waiting.get(data.number);
    waiting.delete(data.number);
    if ('broken' in data) asker?.reject(new Error(data.broken));
    // The answer is to the question of that number, whose asker knows its type.
    else asker?.resolve(data.answer as never);
  });
  hired.addEventListener('error', () => {
    // The next question gets a fresh worker.
    worker = undefined;
    hired.terminate();
    for (const { reject } of waiting.values()) reject(new Error('the worker stopped'));
    waiting.clear();
  });
  return hired;
}
