/**
 * Writes beside a build what the licences of its parts ask for: the licence of each package of which something is in the
 * bundles, and AWS's validator's own three files.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { validatorFolder } from './cloudformationValidate.ts';

export interface Licences {
  readonly plugin: Plugin;
  /** For the bundles of workers, which are made before the page's. */
  readonly forWorkers: Plugin;
}

export function licences(): Licences {
  const folders = new Set<string>();
  const collect = (
    bundle: Readonly<Record<string, { readonly type: string; readonly moduleIds?: readonly string[] }>>,
  ): void => {
    for (const { moduleIds = [] } of Object.values(bundle))
      for (const id of moduleIds) {
        const folder = packageFolder(id);
        if (folder !== undefined) folders.add(folder);
      }
  };
  return {
    plugin: {
      name: 'vpcanvas-licences',
      apply: 'build',
      generateBundle(_, bundle) {
        collect(bundle);
        this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-LICENSES.txt', source: textOf(folders) });
        for (const name of ['LICENSE', 'NOTICE', 'THIRD-PARTY-LICENSES.txt'])
          this.emitFile({
            type: 'asset',
            fileName: `cloudformation-validate/${name.replace(/(?<!\.txt)$/, '.txt')}`,
            source: readFileSync(join(validatorFolder, name)),
          });
      },
    },
    forWorkers: {
      name: 'vpcanvas-licences-of-workers',
      apply: 'build',
      generateBundle: (_, bundle) => collect(bundle),
    },
  };
}

/** Of a module of `node_modules` its package, which has a name; some packages have folders with a `package.json` without. */
function packageFolder(id: string): string | undefined {
  const file = id.replace(/^\0/, '').replace(/\?.*$/, '');
  if (!file.includes('/node_modules/')) return undefined;
  for (let folder = dirname(file); !folder.endsWith('/node_modules'); folder = dirname(folder))
    if (existsSync(join(folder, 'package.json')) && manifestOf(folder).name !== undefined) return folder;
  return undefined;
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
}

function manifestOf(folder: string): Manifest {
  // npm's own file.
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

function textOf(folders: ReadonlySet<string>): string {
  const parts = [...folders]
    .map((folder) => ({ ...manifestOf(folder), text: licenceIn(folder) }))
    .sort((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1))
    .map(
      ({ name = '', version = '', license = '', text }) =>
        `${name} ${version} (${license})\n\n${text ?? `Its package holds no text of the licence; see https://spdx.org/licenses/${license}.html`}`,
    );
  return `This build contains parts of the packages below. The NOTICE says more of some; the folder cloudformation-validate has the licences of AWS's validator of templates.\n\n${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

function licenceIn(folder: string): string | undefined {
  const file = readdirSync(folder).find((name) => /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i.test(name));
  return file === undefined ? undefined : readFileSync(join(folder, file), 'utf8').trim();
}
