/**
 * `virtual:player`: the program and the style of the HTML player (`src/player`), bundled into text that stands in the file
 * it is exported as. The page, its workers, the command line and the tests all import the same.
 */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';

const name = 'virtual:player';

export function playerProgram(): Plugin {
  let folder = '';
  return {
    name: 'vpcanvas-player-program',
    configResolved({ root }) {
      folder = join(root, 'src/player');
    },
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      for (const file of readdirSync(folder)) this.addWatchFile(join(folder, file));
      return `export const program = ${JSON.stringify(await (made ??= bundled(folder)))};`;
    },
  };
}

let made: Promise<Readonly<Record<string, string>>> | undefined;

async function bundled(folder: string): Promise<Readonly<Record<string, string>>> {
  const built = await build({
    configFile: false,
    root: folder,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      // The style is to be a file, and not a string within the script.
      cssCodeSplit: false,
      rolldownOptions: { input: join(folder, 'main.ts'), output: { format: 'iife' } },
    },
  });
  // One build with one input, which does not watch.
  const { output } = built as unknown as { readonly output: readonly BuiltFile[] };
  const script = output.find(({ type }) => type === 'chunk')?.code?.trim() ?? '';
  const style = String(output.find(({ fileName }) => fileName.endsWith('.css'))?.source ?? '').trim();
  if (output.length !== 2 || script === '' || style === '')
    throw new Error(`src/player should become one script and one style, and became ${output.length} files`);
  if (/<\/(?:script|style)|<!--/i.test(script + style))
    throw new Error('What src/player becomes would end its own element: write that text in two parts');
  return { script, style, scriptHash: hashOf(script), styleHash: hashOf(style) };
}

interface BuiltFile {
  readonly type: 'chunk' | 'asset';
  readonly fileName: string;
  readonly code?: string;
  readonly source?: string | Uint8Array;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
