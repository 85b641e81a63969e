/**
 * Serves the icon pack's SVG files, unmodified, under `icons/<folder>/<name>.svg`: from the package while developing, as
 * copies in a build. They are files and not script, so that only those on the screen are loaded. What there is to choose
 * from is the module `virtual:aws-icon-names`, read from the package's folders, so that a new release needs no list.
 */
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const packFolder = join(dirname(createRequire(import.meta.url).resolve('aws-icons/package.json')), 'icons');

const namesModule = 'virtual:aws-icon-names';

/** The names of the icons without their endings, sorted: `folder/one two three` for each folder, divided by colons. */
export function iconNames(): string {
  return readdirSync(packFolder)
    .sort()
    .map((folder) => {
      const names = readdirSync(join(packFolder, folder)).filter((name) => name.endsWith('.svg'));
      return `${folder}/${names
        .map((name) => name.slice(0, -'.svg'.length))
        .sort()
        .join(' ')}`;
    })
    .join(':');
}

export function iconFiles(): Plugin {
  let outDir = '';
  return {
    name: 'vpcanvas-icon-files',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    resolveId: (id) => (id === namesModule ? `\0${namesModule}` : undefined),
    load: (id) => (id === `\0${namesModule}` ? `export default ${JSON.stringify(iconNames())};` : undefined),
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const match = /^\/icons\/([\w-]+\/[\w-]+\.svg)(?:\?|$)/.exec(request.url ?? '');
        const file = match?.[1] === undefined ? undefined : join(packFolder, match[1]);
        if (file === undefined || !existsSync(file)) {
          next();
          return;
        }
        response.setHeader('Content-Type', 'image/svg+xml');
        createReadStream(file).pipe(response);
      });
    },
    async writeBundle() {
      await cp(packFolder, join(outDir, 'icons'), { recursive: true });
    },
  };
}
