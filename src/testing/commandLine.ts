/** Runs the command line in a test, over files that exist only in the test. */
import { readFile } from 'node:fs/promises';
import type { Io } from '../cli/io';
import { TooLarge } from '../cli/io';
import { run } from '../cli/run';

export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  /** What was written to files. */
  readonly written: ReadonlyMap<string, string>;
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  /** `out` as JSON. */
  readonly json: unknown;
}

/** `-` among the files is standard input. */
export async function vpcanvas(
  args: string,
  files: Readonly<Record<string, string | Uint8Array | { readonly code: string }>> = {},
  others: Pick<Io, 'validateTemplates'> | Record<string, never> = {},
): Promise<Ran> {
  let out = '';
  let err = '';
  const written = new Map<string, string>();
  const bytes = new Map<string, Uint8Array>();
  const read = (path: string, most: number): Promise<Uint8Array> => {
    const content = files[path];
    if (content === undefined)
      return Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT' }));
    if (typeof content !== 'string' && 'code' in content)
      return Promise.reject(Object.assign(new Error('refused'), content));
    const given = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return given.length >= most ? Promise.reject(new TooLarge()) : Promise.resolve(given);
  };
  const io: Io = {
    readFile: read,
    filesIn(path) {
      const within = Object.keys(files).filter((name) => name.startsWith(`${path}/`));
      return Promise.resolve(within.length === 0 || path in files ? undefined : within.sort());
    },
    readStandardInput: (most) => read('-', most),
    replaceFile(path, content) {
      if (path.startsWith('/forbidden')) return Promise.reject(new Error('EACCES: permission denied'));
      written.set(path, new TextDecoder().decode(content));
      bytes.set(path, content);
      return Promise.resolve();
    },
    makeFolder: () => Promise.resolve(),
    readIcon: (icon) => readFile(`node_modules/aws-icons/icons/${icon}.svg`, 'utf8').catch(() => undefined),
    async validateTemplates(texts, given) {
      const { validated } = await import('./awsValidator');
      return texts.map((text) => validated(text, given));
    },
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    colours: false,
    ...others,
  };
  const status = await run(
    args.split(' ').filter((arg) => arg !== ''),
    io,
  );
  return {
    status,
    out,
    err,
    written,
    bytes,
    get json() {
      return JSON.parse(out) as unknown;
    },
  };
}
