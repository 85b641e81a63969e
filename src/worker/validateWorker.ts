/**
 * Off-thread validation: keeps a copy of the document by its patches, and answers each message with findings and traces.
 * Fixes that take time to find are sought when nobody waits for an answer, and are said afterwards.
 */
import { applyPatches, enableMapSet, enablePatches, type Patch } from 'immer';
import { catalog, rules } from '../aws';
import type { Document } from '../core/model/document';
import { emptyDocument } from '../core/model/document';
import type { Finding } from '../core/rules/rule';
import { createAnswers } from './answers';
import type { ToWorker } from './protocol';

enablePatches();
enableMapSet();

const answers = createAnswers(catalog, rules);
let document: Document = emptyDocument;
let answered = -1;

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  // `applyPatches` only reads its patches; its type forgets to say so.
  document = data.say === 'document' ? data.document : applyPatches(document, data.patches as Patch[]);
  void answer(data.revision);
});

/** The next message comes only after this answer, so `document` stays what it is meanwhile. */
async function answer(revision: number): Promise<void> {
  const others = await inTemplates();
  self.postMessage(answers.answer(revision, document, others));
  answered = revision;
  pause.port1.postMessage(revision);
}

/** Lets messages that have come meanwhile be answered before the next fixes are sought. */
const pause = new MessageChannel();
let hasFound = false;
pause.port2.addEventListener('message', ({ data: revision }: MessageEvent<number>) => {
  // The answer to a later message goes on with the fixes that are left.
  if (revision !== answered) return;
  if (answers.seekFixes()) {
    hasFound = true;
    pause.port1.postMessage(revision);
  } else if (hasFound) {
    hasFound = false;
    self.postMessage(answers.late(revision));
  }
});
pause.port2.start();

/** The faults of the document's templates. What reads templates is loaded for documents that have some. */
async function inTemplates(): Promise<readonly Finding[]> {
  if (document.templates.size === 0) return [];
  try {
    const { templateFindings } = await import('../core/cfn/templateFindings');
    return templateFindings(catalog, document);
  } catch {
    // It could not be loaded: the design is judged without them, and the next edit tries again.
    return [];
  }
}
