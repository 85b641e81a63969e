/**
 * Writes `sw.js` into a build: the service worker with the list of the build's files and a version that changes when any of
 * them does. Of the icon pack only those stand in the list that the script names; what is very large is kept once it was used.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { iconNames } from './iconFiles.ts';

const source = new URL('../offline/serviceWorker.js', import.meta.url);
/** Bytes. Above it are only AWS's validator of templates and nothing that drawing needs. */
const mostPerFile = 4_000_000;

export function offlineFiles(): Plugin {
  let outDir = '';
  return {
    name: 'vpcanvas-offline-files',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    // After the plugins that copy files beside the bundle.
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const files = listed(outDir);
        const hash = createHash('sha256');
        for (const file of files) hash.update(file).update(readFileSync(join(outDir, file)));
        const worker = readFileSync(source, 'utf8');
        const version = hash.update(worker).digest('hex').slice(0, 16);
        const addresses = files.map((file) => (file === 'index.html' ? './' : `./${file}`));
        await writeFile(
          join(outDir, 'sw.js'),
          `self.build = ${JSON.stringify({ version, files: addresses })};\n${worker}`,
        );
      },
    },
  };
}

function listed(outDir: string): readonly string[] {
  const all = readdirSync(outDir, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => statSync(join(outDir, file)).isFile() && file !== 'sw.js')
    .sort();
  const script = all
    .filter((file) => /^assets\/.*\.js$/.test(file))
    .map((file) => readFileSync(join(outDir, file), 'utf8'))
    .join('\n')
    // What there is to choose from is on no screen until it is chosen.
    .replaceAll(iconNames(), '');
  return all.filter((file) => {
    const icon = /^icons\/.*\/(.*)\.svg$/.exec(file)?.[1];
    // The folder may be put before the name elsewhere, as with the icons of services.
    if (icon !== undefined) return script.includes(icon);
    return (
      /^(?:index\.html|assets\/|[\w-]+\.(?:svg|webmanifest)$)/.test(file) &&
      statSync(join(outDir, file)).size <= mostPerFile
    );
  });
}
