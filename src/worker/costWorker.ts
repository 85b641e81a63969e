/** Works out the bill, off the thread of the page, from a copy of the document that follows its patches. */
import { applyPatches, enableMapSet, enablePatches, type Patch } from 'immer';
import { catalog } from '../awsKinds';
import { wholeBill } from '../core/compare/wholeBill';
import { emptyDocument, type Document } from '../core/model/document';
import type { FromCostWorker, ToCostWorker } from './costProtocol';

enablePatches();
enableMapSet();

let document: Document = emptyDocument;

self.addEventListener('message', ({ data }: MessageEvent<ToCostWorker>) => {
  if (data.document !== undefined) ({ document } = data);
  // `applyPatches` only reads its patches; its type forgets to say so.
  if (data.patches !== undefined) document = applyPatches(document, data.patches as Patch[]);
  self.postMessage(wholeBill(catalog, document, data.prices) satisfies FromCostWorker);
});
