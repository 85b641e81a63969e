/**
 * Off-thread writing and reading of templates: keeps a copy of the document by its patches, writes the template that is
 * shown, and reads what is typed into it.
 */
import { catalog } from '../awsKinds';
import { createCodeAnswers } from './codeAnswers';
import type { FromCodeWorker, ToCodeWorker } from './codeProtocol';

const answers = createCodeAnswers(catalog, (message: FromCodeWorker) => self.postMessage(message));
let scheduled = false;

self.addEventListener('message', ({ data }: MessageEvent<ToCodeWorker>) => {
  answers.take(data);
  // What queued up while we were busy is one question: this message to ourselves comes after all of it.
  if (scheduled) return;
  scheduled = true;
  later.port2.postMessage(null);
});

const later = new MessageChannel();
later.port1.addEventListener('message', () => {
  scheduled = false;
  answers.answer();
});
later.port1.start();
