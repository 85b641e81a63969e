/** Packs, reads and compares versions of a diagram, off the thread of the page: of a large one each takes a moment. */
import { answerTo } from './versionAnswers';
import type { FromVersionsWorker, ToVersionsWorker } from './versionsProtocol';

self.addEventListener('message', ({ data }: MessageEvent<ToVersionsWorker>) => {
  self.postMessage(told(data) satisfies FromVersionsWorker);
});

function told(question: ToVersionsWorker): FromVersionsWorker {
  const { number } = question;
  try {
    return { number, answer: answerTo(question.ask, question) };
  } catch (failure) {
    return { number, broken: String(failure) };
  }
}
