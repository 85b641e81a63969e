/**
 * Serves the icon pack's SVG files, unmodified, under `icons/<folder>/<name>.svg`: from the package while developing, as
 * copies in a build. They are files and not script, so that only those on the screen are loaded.
 */
import { createReadStream, existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const packFolder = join(dirname(createRequire(import.meta.url).resolve('aws-icons/package.json')), 'icons');

export function iconFiles(): Plugin {
  let outDir = '';
  return {
    name: 'vpcanvas-icon-files',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
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
