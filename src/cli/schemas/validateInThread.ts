import { Worker } from 'node:worker_threads';
import type { Given, Validated } from '../../core/cfn/awsValidator/report';

export type FromThread = 'ready' | Validated;

/** In ms. A template of 500 resources takes less than one second, and the start two, on a machine of 2026. */
const patience = { start: 60_000, template: 30_000 };
/** Built beside this one; in two steps, so that Vite does not take it for an asset. */
const threadFile = './validator-thread.js';

/** Never fails: what upset the validator, or took too long, is told for that text alone. */
export async function validateInThread(
  texts: readonly string[],
  given: Given,
  { start, template } = patience,
): Promise<readonly Validated[]> {
  const answers: Validated[] = [];
  while (answers.length < texts.length) {
    const before = answers.length;
    // oxlint-disable-next-line no-await-in-loop -- the next thread is needed only where this one was given up
    answers.push(...(await inOneThread(texts.slice(before), given, start, template)));
  }
  return answers;
}

/** The answers until all are there, or until one was not to be had; at least one. */
function inOneThread(
  texts: readonly string[],
  given: Given,
  forStart: number,
  forTemplate: number,
): Promise<readonly Validated[]> {
  return new Promise((resolve) => {
    const answers: Validated[] = [];
    const thread = new Worker(new URL(threadFile, import.meta.url), {
      workerData: { texts, given },
      // The words of a panic come with the answer.
      stdout: true,
      stderr: true,
    });
    let clock: AbortSignal | undefined;
    const finish = (last?: Validated): void => {
      clock?.removeEventListener('abort', giveUp);
      if (last !== undefined) answers.push(last);
      void thread.terminate().then(() => resolve(answers));
    };
    let limit = forStart;
    const giveUp = (): void => finish({ gaveUpAfter: limit / 1000 });
    const wait = (most: number): void => {
      clock?.removeEventListener('abort', giveUp);
      limit = most;
      clock = AbortSignal.timeout(most);
      clock.addEventListener('abort', giveUp);
    };
    wait(forStart);
    thread.on('message', (message: FromThread) => {
      if (message !== 'ready') answers.push(message);
      if (answers.length === texts.length) finish();
      else wait(forTemplate);
    });
    // A thread that cannot start, or that ran out of memory, answers for the text that it was at.
    thread.on('error', (error) => finish({ broke: error instanceof Error ? error.message : String(error) }));
  });
}
