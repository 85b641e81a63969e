/** The examples of the gallery: loaded as text when they are looked at, and read like any file. */
import type { Document } from '../../core/model/document';
import { readTexts } from './readFiles';

const texts = import.meta.glob<string>('/examples/*/*.vpcanvas.json', { query: '?raw', import: 'default' });

export interface ExampleFile {
  /** The file's name without its ending: `three-paths`. */
  readonly id: string;
  read(): Promise<Document | undefined>;
}

export const exampleFiles: readonly ExampleFile[] = Object.entries(texts).map(([path, load]) => ({
  id: path.replace(/^.*\//, '').replace(/\.vpcanvas\.json$/, ''),
  async read() {
    const opened = await readTexts([{ name: path, text: await load() }]);
    return opened.as === 'diagram' ? opened.document : undefined;
  },
}));

/** What somebody sees who comes for the first time. */
export const firstExample = exampleFiles.find(({ id }) => id === 'three-paths') ?? exampleFiles[0];
