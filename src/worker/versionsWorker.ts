/** Packs, reads and compares versions of a diagram, off the thread of the page: of a large one each takes a moment. */
import { versionAnswers } from './versionAnswers';
import type {
  FromVersionsWorker,
  ToVersionsWorker,
  VersionAnswers,
  VersionQuestion,
} from './versionsProtocol';

self.addEventListener('message', ({ data }: MessageEvent<ToVersionsWorker>) => {
  self.postMessage(answerTo(data) satisfies FromVersionsWorker);
});

function answerTo(question: ToVersionsWorker): FromVersionsWorker {
  try {
    // Each question is answered by the function of its name, which takes what comes with it.
    const answer = versionAnswers[question.ask] as (
      given: ToVersionsWorker,
    ) => VersionAnswers[VersionQuestion];
    return { number: question.number, answer: answer(question) };
  } catch (failure) {
    return { number: question.number, broken: String(failure) };
  }
}
