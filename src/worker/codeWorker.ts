/**
 * Off-thread writing and reading of templates: keeps a copy of the document by its patches, writes the template that is
 * shown, and reads what is typed into it.
 */
import { applyPatches, enableMapSet, enablePatches, type Patch } from 'immer';
import { catalog } from '../awsKinds';
import { exportTemplate } from '../core/cfn/exportTemplate';
import { sourceOf } from '../core/cfn/places';
import { templateText } from '../core/cfn/templateText';
import { emptyDocument, type Document, type TemplateId } from '../core/model/document';
import type { CodeFormat, EditStart, FromCodeWorker, PlacesRequest, ToCodeWorker } from './codeProtocol';
import { createTextSession, type Proposal } from './textSession';

enablePatches();
enableMapSet();

/** An edit may begin from a text that was written for a revision a little while ago. */
const mostRecent = 100;

const session = createTextSession(catalog);
const recent = new Map<number, Document>();
const proposals = new Map<number, Proposal>();
let document: Document = emptyDocument;
let revision = 0;
let format: CodeFormat | null = null;
let shown: TemplateId | null = null;
let isToWrite = false;
let places: PlacesRequest | undefined;
let edit: Extract<ToCodeWorker, { readonly say: 'edit' }> | undefined;
let scheduled = false;

self.addEventListener('message', ({ data }: MessageEvent<ToCodeWorker>) => {
  take(data);
  // What queued up while we were busy is one question: this message to ourselves comes after all of it.
  if (scheduled) return;
  scheduled = true;
  later.port2.postMessage(null);
});

const later = new MessageChannel();
later.port1.addEventListener('message', answer);
later.port1.start();

function take(data: ToCodeWorker): void {
  switch (data.say) {
    case 'show':
      ({ format, template: shown } = data);
      isToWrite = true;
      return;
    case 'begin':
      begin(data);
      return;
    case 'edit':
      edit = data;
      return;
    case 'places':
      places = data;
      return;
    case 'taken': {
      const proposal = proposals.get(data.number);
      proposals.clear();
      if (proposal !== undefined) now(data.revision, session.taken(proposal));
      return;
    }
    case 'document':
      session.changed();
      recent.clear();
      now(data.revision, data.document);
      return;
    case 'patches':
      session.changed();
      // The store's patches are immer's; they were only made read-only for the journey.
      now(data.revision, applyPatches(document, data.patches as Patch[]));
  }
}

function now(number: number, next: Document): void {
  document = next;
  revision = number;
  isToWrite = true;
  recent.set(number, next);
  for (const old of recent.keys()) {
    if (recent.size <= mostRecent) break;
    recent.delete(old);
  }
}

function begin({ revision: at, document: given, template, fileName, text }: EditStart): void {
  const from = given ?? recent.get(at) ?? document;
  session.begin(from, template, fileName, text);
  // More may have happened since.
  if (from !== document) session.changed();
}

function answer(): void {
  scheduled = false;
  if (edit !== undefined) {
    const { number, text } = edit;
    edit = undefined;
    const read = session.edit(document, text);
    if ('fault' in read) say({ say: 'edited', number, fault: read.fault });
    else {
      proposals.clear();
      proposals.set(number, read);
      const { template, changes, outline } = read;
      say({ say: 'edited', number, revision, template, changes, outline });
    }
  }
  if (isToWrite) write();
  if (places !== undefined) {
    const { number, findings } = places;
    places = undefined;
    const found = session.places(findings);
    if (found !== undefined) say({ say: 'places', number, ...found });
  }
}

function write(): void {
  isToWrite = false;
  // The diagram may have been replaced since one was chosen.
  const id =
    shown !== null && document.templates.has(shown)
      ? shown
      : (document.templates.keys().next().value ?? null);
  const own = id === null ? undefined : document.templates.get(id);
  const authored = own === undefined ? null : (sourceOf(own)?.format ?? null);
  const { template, owners, problems } = exportTemplate(catalog, document, id ?? undefined);
  const as = format ?? authored ?? 'yaml';
  const { text, lines } = templateText(template, as);
  say({ say: 'code', revision, format: as, authored, template: id, text, lines, owners, problems });
}

function say(message: FromCodeWorker): void {
  self.postMessage(message);
}
