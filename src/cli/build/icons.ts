/** Puts the icon pack's files beside the command line, unmodified: pictures are made with them. */
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const packFolder = join(dirname(createRequire(import.meta.url).resolve('aws-icons/package.json')), 'icons');

export function icons(): Plugin {
  let outDir = '';
  return {
    name: 'vpcanvas-icons-of-command-line',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    async writeBundle() {
      await cp(packFolder, join(outDir, 'icons'), { recursive: true });
    },
  };
}
