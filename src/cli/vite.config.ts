/** Bundles the command line: one small entry, and a chunk for what each verb needs. */
import { readFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { cloudformationValidate } from './build/cloudformationValidate.ts';
import { icons } from './build/icons.ts';
import { licences } from './build/licences.ts';
import { playerProgram } from './build/playerProgram.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

// npm's own file: it has a version.
const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { readonly version: string };

export default defineConfig({
  root,
  publicDir: false,
  // Its build for Node asks for files beside it, which a bundle does not have.
  resolve: { alias: [{ find: /^pdfkit$/, replacement: `${root}node_modules/pdfkit/js/pdfkit.browser.mjs` }] },
  define: { VERSION: JSON.stringify(version) },
  plugins: [
    cloudformationValidate(),
    playerProgram(),
    licences().plugin,
    icons(),
    {
      name: 'vpcanvas-executable',
      async writeBundle({ dir }) {
        await chmod(`${dir ?? 'dist-cli'}/vpcanvas.js`, 0o755);
      },
    },
  ],
  build: {
    ssr: true,
    outDir: 'dist-cli',
    emptyOutDir: true,
    target: 'node20',
    minify: true,
    rolldownOptions: {
      input: { vpcanvas: 'src/cli/main.ts', 'validator-thread': 'src/cli/schemas/thread.ts' },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        banner: ({ isEntry, name }) => (isEntry && name === 'vpcanvas' ? '#!/usr/bin/env node' : ''),
      },
    },
  },
  // Everything but Node's own modules goes into the bundle: reading hundreds of files would cost the start-up. What is made
  // for one processor and system cannot.
  ssr: { noExternal: true, external: ['@resvg/resvg-js'] },
});
