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
  readonly author?: string | { readonly name?: string };
}

function manifestOf(folder: string): Manifest {
  // npm's own file.
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

function textOf(folders: ReadonlySet<string>): string {
  const parts = [...folders]
    .map((folder) => ({ folder, ...manifestOf(folder) }))
    .sort((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1))
    .map(
      ({ folder, name = '', version = '', license = '' }) =>
        `${name} ${version} (${license})\n\n${licenceText(folder)}`,
    );
  return `This build contains parts of the packages below. The NOTICE says more of some; the folder cloudformation-validate has the licences of AWS's validator of templates.\n\n${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/**
 * The text of a package's licence: its file, else the end of its README, else, of one that only names the MIT licence, that licence
 * with the package's author.
 */
export function licenceText(folder: string): string {
  const { license = '', author } = manifestOf(folder);
  const files = readdirSync(folder);
  const textIn = (pattern: RegExp): string | undefined => {
    const file = files.find((name) => pattern.test(name));
    return file === undefined ? undefined : readFileSync(join(folder, file), 'utf8').trim();
  };
  const own = textIn(/^(?:licen[cs]e|copying)(?:[.-](?:md|markdown|txt|mit))?$/i);
  if (own !== undefined) return own;
  const inReadme = /^#+ *licen[cs]e\b.*/ims.exec(textIn(/^readme\.(?:md|markdown)$/i) ?? '')?.[0];
  if (inReadme?.includes('Permission is hereby granted') === true) return inReadme;
  const name = (typeof author === 'string' ? author.replace(/ *<.*$/, '') : author?.name) ?? '';
  return license === 'MIT' && name !== ''
    ? mitLicence(name)
    : `Its package holds no text of the licence; see https://spdx.org/licenses/${license}.html`;
}

/** https://spdx.org/licenses/MIT.html */
function mitLicence(holder: string): string {
  return `Its package names the MIT licence and holds no text of it. That licence is:

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}
