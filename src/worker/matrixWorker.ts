/**
 * Works out the matrix, off the thread of the page and beside the validation: a large one takes a second, during which edits
 * must not wait for their findings.
 */
import { catalog } from '../awsKinds';
import { emptyDocument, type Document } from '../core/model/document';
import { networkOf } from '../core/network/doubts';
import { matrixOf } from '../core/network/matrix/matrix';
import type { Matrix } from '../core/network/matrix/matrixData';
import type { CompiledNetwork } from '../core/network/network';
import { consequencesOf, whatIfs } from '../core/network/whatIf/whatIf';
import type { FromMatrixWorker, ToMatrixWorker } from './matrixProtocol';

let document: Document = emptyDocument;
let matrix: Matrix | undefined;
let network: CompiledNetwork | undefined;

const nameOf = (id: string): string => {
  const name = document.resources.get(id)?.name ?? '';
  return name === '' ? id : name;
};

self.addEventListener('message', ({ data }: MessageEvent<ToMatrixWorker>) => {
  self.postMessage(answerTo(data) satisfies FromMatrixWorker);
});

function answerTo(question: ToMatrixWorker): FromMatrixWorker {
  const { number } = question;
  switch (question.ask) {
    case 'matrix':
      ({ document } = question);
      matrix = matrixOf(catalog, document, { nameOf });
      network = undefined;
      return { number, tells: 'matrix', matrix, whatIfs: whatIfs(catalog, document, { nameOf }) };
    case 'what-if': {
      matrix ??= matrixOf(catalog, document, { nameOf });
      const consequences = consequencesOf(catalog, document, question.whatIf, matrix, { nameOf });
      return { number, tells: 'what-if', consequences };
    }
    case 'trace':
      network ??= networkOf(catalog, document, { nameOf });
      return { number, tells: 'trace', trace: network.trace(question.query) };
  }
}
