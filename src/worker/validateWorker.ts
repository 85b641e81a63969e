/** Off-thread validation: keeps a copy of the document by its patches, and answers each message with findings and traces. */
import { applyPatches, enableMapSet, enablePatches, type Patch } from 'immer';
import { catalog, rules } from '../aws';
import type { Document } from '../core/model/document';
import { emptyDocument } from '../core/model/document';
import type { RouteState } from '../core/network/network';
import type { Finding } from '../core/rules/rule';
import { validate } from '../core/rules/validate';
import type { ToWorker, Verdicts } from './protocol';

enablePatches();
enableMapSet();

let document: Document = emptyDocument;

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  // `applyPatches` only reads its patches; its type forgets to say so.
  document = data.say === 'document' ? data.document : applyPatches(document, data.patches as Patch[]);
  void answer(data.revision);
});

/** The next message comes only after this answer, so `document` stays what it is meanwhile. */
async function answer(revision: number): Promise<void> {
  self.postMessage(verdictsOf(revision, await inTemplates()));
}

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

function verdictsOf(revision: number, others: readonly Finding[]): Verdicts {
  const { findings, suppressed, traces, network } = validate(catalog, rules, document, others);
  const routes = new Map<string, readonly RouteState[]>();
  for (const { id } of document.resources.values()) {
    const found = network.routesOf(id);
    if (found.length > 0) routes.set(id, found);
  }
  return { revision, findings, suppressed, traces, routes };
}
