/** Looks for the ways that an arrow can take and weighs them, beside the validation, which edits must not wait for. */
import { catalog } from '../aws';
import { compareAnswer } from './compareAnswers';
import type { ToCompareWorker } from './compareProtocol';

self.addEventListener('message', ({ data }: MessageEvent<ToCompareWorker>) => {
  self.postMessage(compareAnswer(catalog, data));
});
