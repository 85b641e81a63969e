/** Off-thread writing of the template that is shown: keeps a copy of the document by its patches. */
import { applyPatches, enableMapSet, enablePatches, type Patch } from 'immer';
import { catalog } from '../awsKinds';
import { exportTemplate } from '../core/cfn/exportTemplate';
import { templateText } from '../core/cfn/templateText';
import { emptyDocument, type Document, type TemplateId } from '../core/model/document';
import type { Code, CodeFormat, ToCodeWorker } from './codeProtocol';

enablePatches();
enableMapSet();

let document: Document = emptyDocument;
let revision = 0;
let format: CodeFormat = 'yaml';
let shown: TemplateId | null = null;
let scheduled = false;

self.addEventListener('message', ({ data }: MessageEvent<ToCodeWorker>) => {
  if (data.say === 'show') ({ format, template: shown } = data);
  else {
    ({ revision } = data);
    if (data.say === 'document') ({ document } = data);
    // The store's patches are immer's; they were only made read-only for the journey.
    else document = applyPatches(document, data.patches as Patch[]);
  }
  // What queued up while we were busy is one question: this message to ourselves comes after all of it.
  if (scheduled) return;
  scheduled = true;
  later.port2.postMessage(null);
});

const later = new MessageChannel();
later.port1.addEventListener('message', answer);
later.port1.start();

function answer(): void {
  scheduled = false;
  // The diagram may have been replaced since one was chosen.
  const id =
    shown !== null && document.templates.has(shown)
      ? shown
      : (document.templates.keys().next().value ?? null);
  const { template, owners, problems } = exportTemplate(catalog, document, id ?? undefined);
  const { text, lines } = templateText(template, format);
  self.postMessage({ revision, format, template: id, text, lines, owners, problems } satisfies Code);
}
