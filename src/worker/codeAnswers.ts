/** Writes the template that is shown and reads what is typed into it: one message after the other, without a thread of its own. */
import { applyPatches, enableMapSet, enablePatches, type Patch } from 'immer';
import type { Catalog } from '../core/catalog/catalog';
import { exportTemplate, exportTemplates, type ExportProblem } from '../core/cfn/exportTemplate';
import { sharersOf } from '../core/cfn/nested/filesApart';
import { sourceOf } from '../core/cfn/places';
import { templateText } from '../core/cfn/templateText';
import { sameJson } from '../lib/sameJson';
import { emptyDocument, type Document, type TemplateId } from '../core/model/document';
import type {
  CodeFormat,
  EditRequest,
  EditStart,
  FromCodeWorker,
  PlacesRequest,
  ToCodeWorker,
} from './codeProtocol';
import { createTextSession, type Proposal } from './textSession';

enablePatches();
enableMapSet();

export interface CodeAnswers {
  /** Takes a message in; what it asks is answered later. */
  take(message: ToCodeWorker): void;
  /** Answers all that has been asked; of several questions of one sort, the last. */
  answer(): void;
}

/** An edit may begin from a text that was written for a revision a little while ago. */
const mostRecent = 100;

export function createCodeAnswers(catalog: Catalog, say: (message: FromCodeWorker) => void): CodeAnswers {
  const session = createTextSession(catalog);
  const recent = new Map<number, Document>();
  const proposals = new Map<number, Proposal>();
  let document: Document = emptyDocument;
  let revision = 0;
  let format: CodeFormat | null = null;
  let shown: TemplateId | null = null;
  let isToWrite = false;
  let places: PlacesRequest | undefined;
  let edit: EditRequest | undefined;

  return { take, answer };

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
    const { template, owners, problems: itsProblems } = exportTemplate(catalog, document, id ?? undefined);
    const as = format ?? authored ?? 'yaml';
    const { text, lines } = templateText(template, as);
    const sharers = id === null ? [] : sharersOf(document, id);
    const same = sharers.filter((each) =>
      sameJson(exportTemplate(catalog, document, each.id).template, template),
    );
    const problems = same.length === sharers.length ? itsProblems : problemsOf(id);
    say({
      say: 'code',
      revision,
      format: as,
      authored,
      template: id,
      stacks: same.length + 1,
      text,
      lines,
      owners,
      problems,
    });
  }

  /** With those of all that is written: a stack that has come to differ needs a file of its own. */
  function problemsOf(id: TemplateId | null): readonly ExportProblem[] {
    return exportTemplates(catalog, document).flatMap(({ template, fileName, exported }) =>
      template?.id === id || template?.fileName !== fileName ? exported.problems : [],
    );
  }
}
