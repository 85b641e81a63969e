/** Off-thread validation: keeps a copy of the document by its patches and answers with findings and traces. */
import { applyPatches, enableMapSet, enablePatches } from 'immer';
import { catalog, rules } from '../aws';
import type { Document } from '../core/model/document';
import { emptyDocument } from '../core/model/document';
import { validate } from '../core/rules/validate';
import type { ToWorker, Verdicts } from './protocol';

enablePatches();
enableMapSet();

let document: Document = emptyDocument;
let revision = 0;
let scheduled = false;

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  revision = data.revision;
  if (data.say === 'document') document = data.document;
  else document = applyPatches(document, data.patches as import('immer').Patch[]);
  // Changes that queued up while we were busy are one question: answer once, after the last of them.
  if (scheduled) return;
  scheduled = true;
  setTimeout(answer, 0);
});

function answer(): void {
  scheduled = false;
  const started = performance.now();
  const { findings, suppressed, traces, network } = validate(catalog, rules, document);
  const routes = new Map<string, Verdicts['routes'] extends ReadonlyMap<string, infer Each> ? Each : never>();
  for (const { id } of document.resources.values()) {
    const found = network.routesOf(id);
    if (found.length > 0) routes.set(id, found);
  }
  const verdicts: Verdicts = {
    revision,
    findings,
    suppressed,
    traces,
    routes,
    took: performance.now() - started,
  };
  self.postMessage(verdicts);
}
