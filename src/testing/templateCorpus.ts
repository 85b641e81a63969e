/** The templates of `examples/templates`, in its folders and theirs. */
import { readFileSync, readdirSync } from 'node:fs';

const folder = 'examples/templates';

export interface CorpusTemplate {
  /** Its path within the folder. */
  readonly name: string;
  readonly text: string;
}

export function templateCorpus(): readonly CorpusTemplate[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1))
    .sort()
    .map((name) => ({ name, text: templateText(name) }));
}

/** The templates of one folder of the corpus, which are meant to be read together. */
export function templatesIn(inner: string): readonly CorpusTemplate[] {
  return templateCorpus().filter(({ name }) => name.startsWith(`${inner}/`));
}

function templateText(name: string): string {
  return readFileSync(`${folder}/${name}`, 'utf8');
}
