/** The examples of the gallery: files of data beside the script, loaded when they are looked at and read like any file. */
import type { Document } from '../../core/model/document';
import { beginWith, readExample } from './firstExample';

const texts = import.meta.glob<string>('/examples/*/**/*.vpcanvas.json', {
  query: '?url',
  import: 'default',
});

/** Templates with one fault each that no drawing could have: a reference to nothing, say. */
const templates = import.meta.glob<string>('/examples/*/broken/*.yaml', { query: '?url', import: 'default' });

export interface FaultyTemplate {
  readonly fileName: string;
  /** The example that it is a variant of. */
  readonly faultIn: string;
  readonly read: () => Promise<string>;
}

export const faultyTemplates: readonly FaultyTemplate[] = Object.entries(templates).map(([path, load]) => ({
  fileName: path.replace(/^.*\//, ''),
  faultIn: exampleOf(path),
  read: async () => (await fetch(await load())).text(),
}));

/** What is wrong with a template, which says so in its description. */
export function descriptionOf(template: string): string | undefined {
  return /^Description: '(.*)'$/m.exec(template)?.[1];
}

export interface ExampleFile {
  /** The file's name without its ending: `three-paths`. */
  readonly id: string;
  /** The example it is a variant of with one fault; null for the examples themselves. */
  readonly faultIn: string | null;
  readonly read: () => Promise<Document | undefined>;
}

/** The example in whose folder a file lies: `/examples/no-nat/broken/….json`. */
function exampleOf(path: string): string {
  return path.split('/')[2] ?? '';
}

export const exampleFiles: readonly ExampleFile[] = Object.entries(texts)
  .map(([path, load]): ExampleFile => {
    return {
      id: path.replace(/^.*\//, '').replace(/\.vpcanvas\.json$/, ''),
      faultIn: path.split('/').length > 4 ? exampleOf(path) : null,
      read: async () => readExample(await load()),
    };
  })
  .sort((one, other) => Number(other.id === beginWith) - Number(one.id === beginWith));
