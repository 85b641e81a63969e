/**
 * Exports the diagram: written and proven in a worker, and downloaded at once where all is proven. Else a dialog says what is
 * not, and the person decides.
 */
import { createStore } from 'zustand/vanilla';
import type { TemplateId } from '../../core/model/document';
import type { Editor } from '../../editor/editor';
import type { ExportAnswer, ExportedFile, ExportFormat, ExportRequest } from '../../worker/exportProtocol';
import { ownPrices } from '../cost/ownPrices';
import { download } from '../files/download';
import { safeName } from '../files/saveDiagram';
import { openDialog } from '../shell/dialogs';
import { tell } from '../shell/messages';
import { failedText } from './words';
import { pictureBeside, withPicture } from './pictureBeside';
import { countHandedOut } from './handedOut';
import { tellExported } from './tellExported';
import { templateFileName } from './templateFileName';

export interface NamedFile extends ExportedFile {
  readonly name: string;
  readonly type: string;
}

/** What waits for a decision, or null. */
export interface Waiting {
  readonly files: readonly NamedFile[];
  readonly answer: ExportAnswer;
}

export const waiting = createStore<{ readonly export: Waiting | null }>(() => ({ export: null }));

let worker: Worker | undefined;
let last = 0;

/** `only`: one of the templates that the diagram came from, instead of all. Asking again takes the place of asking before. */
export async function exportProven(
  editor: Editor,
  format: ExportFormat,
  only?: TemplateId | null,
): Promise<void> {
  const { document } = editor.store;
  const number = ++last;
  const { language } = editor.session.getState();
  const picture = format === 'markdown' ? await pictureBeside(editor) : undefined;
  const { prices } = ownPrices.getState();
  const request = { number, document, format, language, prices };
  const asked = written(picture === undefined ? request : { ...request, picture: picture.path });
  const answer = await asked.catch(() => undefined);
  if (answer === undefined) tell({ tone: 'failure', words: failedText });
  if (answer === undefined || number !== last) return;
  const files = answer.files
    .filter(({ templates }) => only === undefined || templates.includes(only))
    .map((file) => (picture === undefined ? file : withPicture(file, picture)))
    .map((file): NamedFile => ({ ...file, ...nameOf(document, file, format) }));
  if (answer.unproven.length === 0) handOut(files, answer);
  else {
    waiting.setState({ export: { files, answer } });
    openDialog('unproven');
  }
}

/** Downloads what was written. */
export function handOut(files: readonly NamedFile[], answer: ExportAnswer): void {
  for (const { name, content, type } of files) download(name, content, type);
  tellExported(
    files.map(({ name }) => name),
    answer,
  );
  countHandedOut();
}

function written(request: ExportRequest): Promise<ExportAnswer> {
  const writer = (worker ??= new Worker(new URL('../../worker/exportWorker.ts', import.meta.url), {
    type: 'module',
  }));
  return new Promise((resolve, reject) => {
    const heard = ({ data }: MessageEvent<ExportAnswer>): void => {
      if (data.number !== request.number) return;
      stop();
      resolve(data);
    };
    const failed = (event: ErrorEvent): void => {
      stop();
      // The next one gets a fresh worker.
      writer.terminate();
      if (worker === writer) worker = undefined;
      reject(new Error(event.message));
    };
    const stop = (): void => {
      writer.removeEventListener('message', heard);
      writer.removeEventListener('error', failed);
    };
    writer.addEventListener('message', heard);
    writer.addEventListener('error', failed);
    writer.postMessage(request);
  });
}

function nameOf(
  document: Editor['store']['document'],
  { fileName, content }: ExportedFile,
  format: ExportFormat,
): Pick<NamedFile, 'name' | 'type'> {
  switch (format) {
    case 'yaml':
      return { name: templateFileName(document, fileName, 'yaml'), type: 'text/yaml' };
    case 'json':
      return { name: templateFileName(document, fileName, 'json'), type: 'application/json' };
    case 'typescript':
    case 'python':
      return { name: `${safeName(document.name)}-cdk-${format}.zip`, type: 'application/zip' };
    case 'drawio':
      return { name: `${safeName(document.name)}.drawio`, type: 'application/xml' };
    case 'mermaid':
      return { name: `${safeName(document.name)}.mmd`, type: 'text/plain' };
    case 'markdown':
      return typeof content === 'string'
        ? { name: `${safeName(document.name)}.md`, type: 'text/markdown' }
        : { name: `${safeName(document.name)}-walkthrough.zip`, type: 'application/zip' };
    default:
      return { name: `${safeName(document.name)}-${format}.zip`, type: 'application/zip' };
  }
}
