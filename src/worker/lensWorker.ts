/** Works out what a lens shows, off the thread of the page, from a copy of the document that follows its patches. */
import { applyPatches, enableMapSet, enablePatches, type Patch } from 'immer';
import { catalog } from '../awsKinds';
import { lensView } from '../core/lenses/lensView';
import { emptyDocument, type Document } from '../core/model/document';
import type { FromLensWorker, ToLensWorker } from './lensProtocol';

enablePatches();
enableMapSet();

let document: Document = emptyDocument;

self.addEventListener('message', ({ data }: MessageEvent<ToLensWorker>) => {
  if (data.document !== undefined) ({ document } = data);
  // `applyPatches` only reads its patches; its type forgets to say so.
  if (data.patches !== undefined) document = applyPatches(document, data.patches as Patch[]);
  self.postMessage(lensView(catalog, document, data.lens, data.prices) satisfies FromLensWorker);
});
