/** From an edit to what the editor shows of it, with what the worker does in the worker's place. */
import fc from 'fast-check';
import { applyPatches, type Patch } from 'immer';
import { expect, test } from 'vitest';
import { catalog, rules } from '../aws';
import { fromSketch } from '../core/catalog/fromSketch';
import { emptyDocument, type Document } from '../core/model/document';
import { validate } from '../core/rules/validate';
import { createStore } from '../core/store/store';
import { arbitraryCalls } from '../testing/arbitraryCalls';
import { arbitraryDesign } from '../testing/arbitraryDesign';
import { createAnswers } from '../worker/answers';
import { createVerdicts, type Validator } from './verdicts';

test('the editor shows what validation says after every edit, undone or not, and of another document', () => {
  const design = arbitraryDesign.map((each) => fromSketch(catalog, each));
  const edited = design.chain((document) =>
    fc.tuple(fc.constant(document), arbitraryCalls(catalog, document), design),
  );
  fc.assert(
    fc.property(edited, ([document, calls, other]) => {
      const store = createStore({ catalog }, document);
      const verdicts = createVerdicts(store, workerAtOnce());
      const agree = (): void => {
        const { findings, traces, suppressed } = validate(catalog, rules, store.document);
        expect(verdicts.getState()).toMatchObject({ revision: store.revision, suppressed, findings, traces });
        expect(verdicts.getState().traces.size).toBe(traces.size);
      };

      agree();
      for (const { command, args } of calls) {
        try {
          store.commit(command, args as never); // a call pairs a command with arguments for it
        } catch {
          continue;
        }
        agree();
      }
      store.undo();
      agree();
      store.replace(other);
      agree();
    }),
    { numRuns: 8 },
  );
});

/** Answers as the worker does, and says late fixes before the next question. */
function workerAtOnce(): Validator {
  const answers = createAnswers(catalog, rules);
  let document: Document = emptyDocument;
  let listen: Parameters<Validator['addEventListener']>[1] = () => undefined;
  return {
    addEventListener: (_, listener) => (listen = listener),
    postMessage(message) {
      document =
        message.say === 'document' ? message.document : applyPatches(document, message.patches as Patch[]);
      listen({ data: structuredClone(answers.answer(message.revision, document, [])) });
      while (answers.seekFixes());
      listen({ data: structuredClone(answers.late(message.revision)) });
    },
  };
}
