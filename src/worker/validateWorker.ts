/** Off-thread validation: keeps a copy of the document by its patches, and answers each message with findings and traces. */
import { applyPatches, enableMapSet, enablePatches, type Patch } from 'immer';
import { catalog, rules } from '../aws';
import type { Document } from '../core/model/document';
import { emptyDocument } from '../core/model/document';
import type { RouteState } from '../core/network/network';
import { validate } from '../core/rules/validate';
import type { ToWorker, Verdicts } from './protocol';

enablePatches();
enableMapSet();

let document: Document = emptyDocument;

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  // `applyPatches` only reads its patches; its type forgets to say so.
  document = data.say === 'document' ? data.document : applyPatches(document, data.patches as Patch[]);
  self.postMessage(verdictsOf(data.revision));
});

function verdictsOf(revision: number): Verdicts {
  const { findings, suppressed, traces, network } = validate(catalog, rules, document);
  const routes = new Map<string, readonly RouteState[]>();
  for (const { id } of document.resources.values()) {
    const found = network.routesOf(id);
    if (found.length > 0) routes.set(id, found);
  }
  return { revision, findings, suppressed, traces, routes };
}
