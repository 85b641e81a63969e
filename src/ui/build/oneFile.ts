/**
 * `npm run build:single`: the whole editor as one HTML file, for a classroom without internet or a mail. It opens from
 * anywhere, a folder on the disk included, where browsers let a page load neither modules nor workers from beside it: so
 * all of these stand in the page, compressed, and get addresses within it (`oneFileStart.js`).
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { policyWith } from './contentSecurityPolicy.ts';

const pageName = 'vpcanvas.html';

export function oneFile(): Plugin {
  let outDir = '';
  return {
    name: 'vpcanvas-one-file',
    apply: 'build',
    config: () => ({
      build: {
        outDir: 'dist-single',
        cssCodeSplit: false,
        assetsInlineLimit: 0,
        rolldownOptions: { output: { codeSplitting: false } },
      },
      // Not as modules: a page that is a file starts none of those.
      worker: { format: 'iife', rolldownOptions: { output: { codeSplitting: false } } },
      experimental: {
        renderBuiltUrl: (name, { hostType }) =>
          hostType === 'js' ? { runtime: `self.vpcanvasFile(${JSON.stringify(name)})` } : { relative: true },
      },
    }),
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    // After the plugins that copy files beside the bundle.
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        const page = pageOf(outDir);
        for (const each of readdirSync(outDir)) rmSync(join(outDir, each), { recursive: true });
        writeFileSync(join(outDir, pageName), page);
      },
    },
  };
}

interface PackedFile {
  readonly type: string;
  /** Where it begins in the archive, in bytes. */
  readonly at: number;
  /** In bytes. */
  readonly size: number;
  /** The files that a script which is no part of the page asks for. */
  readonly asksFor?: readonly string[];
}

function pageOf(outDir: string): string {
  const html = readFileSync(join(outDir, 'index.html'), 'utf8');
  const start = found(html, /<script type="module"[^>]* src="\.\/(assets\/[^"]+)"><\/script>\s*/);
  const style = found(html, /<link rel="stylesheet"[^>]* href="\.\/(assets\/[^"]+)">\s*/);
  const names = readdirSync(outDir, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name !== 'index.html' && name !== style.name && statSync(join(outDir, name)).isFile())
    .sort();
  const contents: Buffer[] = [];
  const files: Record<string, PackedFile> = {};
  let at = 0;
  for (const name of names) {
    const content = readFileSync(join(outDir, name));
    const isOther = name.endsWith('.js') && name !== start.name;
    files[name] = {
      type: typeOf(name),
      at,
      size: content.length,
      ...(isOther ? { asksFor: askedFor(content.toString('utf8')) } : {}),
    };
    contents.push(content);
    at += content.length;
  }
  const css = readFileSync(join(outDir, style.name), 'utf8');
  const script = readFileSync(new URL('./oneFileStart.js', import.meta.url), 'utf8');
  const icon = readFileSync(join(outDir, 'favicon.svg')).toString('base64');
  const policy = policyWith({
    // What the script with this hash loads is what stands in the page.
    'script-src': `'sha256-${hashOf(script)}' 'strict-dynamic' 'wasm-unsafe-eval'`,
    'style-src': `'sha256-${hashOf(css)}'`,
    'img-src': 'data: blob:',
    'font-src': "'none'",
    'worker-src': 'blob:',
    'connect-src': 'blob: data:',
    'manifest-src': "'none'",
  });
  // Functions, since a `$` in what is put in would mean something in a string.
  return html
    .replace(start.element, '')
    .replace(style.element, '')
    .replace(/<link rel="manifest"[^>]*>\s*/, '')
    .replace(
      /(<link rel="icon" href=")[^"]*/,
      (_, head: string) => `${head}data:image/svg+xml;base64,${icon}`,
    )
    .replace('<head>', () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`)
    .replace('</head>', () => `<style>${css}</style>\n  </head>`)
    .replace(
      '</body>',
      () =>
        `${block('files', 'application/json', JSON.stringify({ start: start.name, files }))}\n` +
        `${block('archive', 'application/gzip', gzipSync(Buffer.concat(contents), { level: 9 }).toString('base64'))}\n` +
        `<script type="module">${script}</script>\n  </body>`,
    );
}

function block(id: string, type: string, text: string): string {
  return `<script type="${type}" id="${id}">${text}</script>`;
}

function found(html: string, pattern: RegExp): { readonly element: string; readonly name: string } {
  const [element, name] = pattern.exec(html) ?? [];
  if (element === undefined || name === undefined)
    throw new Error(`The built page is not as it was: ${pattern.source} is not in it`);
  return { element, name };
}

function askedFor(script: string): readonly string[] {
  return [
    ...new Set([...script.matchAll(/vpcanvasFile\([`"']([^`"']+)[`"']\)/g)].map(([, name = '']) => name)),
  ];
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

function typeOf(name: string): string {
  const types: Readonly<Record<string, string>> = {
    js: 'text/javascript',
    json: 'application/json',
    svg: 'image/svg+xml',
    wasm: 'application/wasm',
  };
  return types[name.replace(/^.*\./, '')] ?? 'text/plain;charset=utf-8';
}
