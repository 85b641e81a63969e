/** Makes the editor with what a browser has: a worker, randomness, the person's language. */
import { catalog, rules } from '../aws';
import { emptyDocument } from '../core/model/document';
import { createEditor, type Editor } from '../editor/editor';

export interface Started {
  readonly editor: Editor;
}

export async function startEditor(): Promise<Started> {
  const validator = new Worker(new URL('../worker/validateWorker.ts', import.meta.url), { type: 'module' });
  const editor = createEditor({
    catalog,
    rules,
    document: emptyDocument,
    validator,
    random: () => crypto.randomUUID().slice(0, 8),
    session: { language: navigator.language.startsWith('ja') ? 'ja' : 'en' },
  });
  return { editor };
}
