/** Answers why a flow is blocked, beside the validation, which edits must not wait for. */
import { catalog } from '../awsKinds';
import { storyboardAnswer } from './storyboardAnswers';
import type { ToStoryboardWorker } from './storyboardProtocol';

self.addEventListener('message', ({ data }: MessageEvent<ToStoryboardWorker>) => {
  self.postMessage(storyboardAnswer(catalog, data));
});
