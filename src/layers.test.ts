/**
 * Who may import whom: lib <- core <- kinds, rules <- aws.ts <- editor <- ui, present <- main.tsx, with worker and cli
 * beside editor, and player apart. A breach is mended by moving code, not by an exception here.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const source = dirname(fileURLToPath(import.meta.url));

/** The layers each layer may use besides itself. */
const uses: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  core: ['lib'],
  kinds: ['lib', 'core'],
  rules: ['lib', 'core'],
  'aws.ts': ['lib', 'core', 'kinds', 'rules'],
  worker: ['lib', 'core', 'aws.ts'],
  cli: ['lib', 'core', 'aws.ts'],
  // The editor starts the workers and speaks their protocol.
  editor: ['lib', 'core', 'aws.ts', 'worker'],
  ui: ['lib', 'core', 'aws.ts', 'worker', 'editor'],
  // Both are views of one session; presenting draws on the same canvas.
  present: ['lib', 'core', 'aws.ts', 'worker', 'editor', 'ui'],
  // A page of its own, which stands in what it presents.
  player: ['lib', 'core'],
  'main.tsx': ['lib', 'core', 'aws.ts', 'worker', 'editor', 'ui', 'present'],
  testing: ['lib', 'core', 'aws.ts', 'worker', 'cli', 'editor'],
};

/** Layers that run without a browser. */
const headless = new Set(['lib', 'core', 'kinds', 'rules', 'aws.ts', 'worker', 'cli']);

interface SourceFile {
  /** Relative to `src`, with slashes. */
  readonly path: string;
  readonly layer: string;
  readonly isTest: boolean;
  readonly text: string;
  readonly imports: readonly string[];
}

const files: readonly SourceFile[] = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
  .sort()
  .map((path) => {
    const text = readFileSync(join(source, path), 'utf8');
    return {
      path,
      layer: layerOf(path.replace(/\.(?:test|bench)\.tsx?$/, '')),
      isTest: /\.(?:test|bench)\.tsx?$/.test(path) || path.startsWith('testing/'),
      text,
      imports: importsOf(text),
    };
  });

describe('the layers', () => {
  it('are all known', () => {
    const unknown = files.filter(({ layer }) => !(layer in uses) && layer !== 'layers');

    expect(unknown.map(({ path }) => path)).toEqual([]);
  });

  it('import in one direction only', () => {
    const breaches = files.flatMap(({ path, layer, isTest, imports }) =>
      imports
        .filter((name) => name.startsWith('.'))
        .map((name) => posix.normalize(posix.join(posix.dirname(path), name)))
        .filter((target) => !target.startsWith('..'))
        .filter((target) => {
          const to = layerOf(target);
          const allowed = new Set([layer, ...(uses[layer] ?? [])]);
          if (isTest) for (const each of ['aws.ts', 'kinds', 'rules', 'testing']) allowed.add(each);
          return layer !== 'layers' && !allowed.has(to);
        })
        .map((target) => `${path} -> ${target}`),
    );

    expect(breaches).toEqual([]);
  });

  it('keep kinds apart from one another, and rules', () => {
    const breaches = files
      .filter(({ layer, isTest }) => !isTest && (layer === 'kinds' || layer === 'rules'))
      .flatMap(({ path, layer, imports }) =>
        imports
          .filter((name) => name.startsWith('.'))
          .map((name) => posix.normalize(posix.join(posix.dirname(path), name)))
          .filter((target) => layerOf(target) === layer)
          .filter((target) =>
            layer === 'kinds'
              ? target.split('/')[1] !== path.split('/')[1]
              : !target.startsWith('rules/shared/'),
          )
          .map((target) => `${path} -> ${target}`),
      );

    expect(breaches).toEqual([]);
  });

  it('load no browser library below the editor', () => {
    const browser =
      /^(?:react|react-dom|@xyflow|radix-ui|@radix-ui|cmdk|zustand|idb|@codemirror|codemirror)(?:\/|$)/;

    const breaches = files
      .filter(({ layer, path, isTest }) => !isTest && headless.has(layer) && !isView(path))
      .flatMap(({ path, imports }) =>
        imports.filter((name) => browser.test(name)).map((name) => `${path} -> ${name}`),
      );

    expect(breaches).toEqual([]);
  });

  it('use Node only in the command line and in what builds', () => {
    const breaches = files
      .filter(({ layer, path, isTest }) => !isTest && layer !== 'cli' && !path.startsWith('ui/build/'))
      .flatMap(({ path, imports, layer }) =>
        layer === 'layers'
          ? []
          : imports.filter((name) => name.startsWith('node:')).map((name) => `${path} -> ${name}`),
      );

    expect(breaches).toEqual([]);
  });

  it('have no library at all in lib', () => {
    const breaches = files
      .filter(({ layer, isTest }) => layer === 'lib' && !isTest)
      .flatMap(({ path, imports }) =>
        imports.filter((name) => !name.startsWith('.')).map((name) => `${path} -> ${name}`),
      );

    expect(breaches).toEqual([]);
  });

  it('ask for no time, chance or page below the editor', () => {
    const forbidden =
      /\bset(?:Timeout|Interval)\(|\bnew Date\b|\bDate\.|\bMath\.random\b|\blocalStorage\b|\bwindow\.|\bnavigator\.|\bdocument\.(?:createElement|querySelector|getElementById|body|addEventListener)\b|\bcrypto\.randomUUID\b/;

    const breaches = files
      .filter(({ layer, path, isTest }) => !isTest && headless.has(layer) && !isView(path))
      .flatMap(({ path, text }) =>
        withoutComments(text)
          .split('\n')
          .flatMap((line) => forbidden.exec(line)?.[0] ?? [])
          .map((found) => `${path}: ${found}`),
      );

    expect(breaches).toEqual([]);
  });

  it('name no kind outside kinds and rules', () => {
    const asks =
      /\.kind\s*[!=]==\s*'|\b(?:isKind|resourceOf|resourcesOf|ancestorOf)(?:<[^>]*>)?\([^()]*'[a-z-]+'|\.(?:all|ancestor)\('[a-z-]+'/g;

    const breaches = files
      .filter(({ layer, isTest }) => !isTest && !['kinds', 'rules', 'layers'].includes(layer))
      .flatMap(({ path, text }) =>
        (withoutComments(text).match(asks) ?? []).map((found) => `${path}: ${found}`),
      );

    expect(breaches).toEqual([]);
  });
});

describe('the reading of imports', () => {
  it('sees every way to import', () => {
    const text = `
      import a from './a';
      import type { B } from "./b";
      import './c';
      export * from './d';
      export { e } from './e';
      const f = await import('./f');
      type G = import('./g').G;
      const h = new Worker(new URL('./h.ts', import.meta.url));
      const i = import.meta.glob<{ x: 1 }>(['./i/*.ts', '!./j'], {});
      // import k from './k';
      import {
        l,
      } from './l';
    `;

    expect(importsOf(text)).toEqual(
      ['./a', './b', './c', './d', './e', './f', './g', './h', './i/*', './l'].sort(),
    );
  });
});

function importsOf(text: string): string[] {
  const code = withoutComments(text);
  const found: string[] = [];
  const patterns = [
    /\b(?:import|export)\s[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g,
    /\bimport\s*['"]([^'"]+)['"]/g,
    /\bimport\(\s*['"]([^'"]+)['"]/g,
    /\bnew URL\(\s*['"](\.[^'"]+)['"]\s*,\s*import\.meta\.url/g,
  ];
  for (const pattern of patterns) for (const [, name] of code.matchAll(pattern)) found.push(name ?? '');
  for (const [, list] of code.matchAll(/\bimport\.meta\.glob(?:<[^(]*>)?\(\s*(\[[^\]]*\]|['"][^'"]+['"])/g))
    for (const [, name] of (list ?? '').matchAll(/['"]([^'"!][^'"]*)['"]/g)) found.push(name ?? '');
  return found.map((name) => name.replace(/\.tsx?(?:\?.*)?$/, '')).sort();
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[^:'"`])\/\/.*$/gm, '$1');
}

function layerOf(path: string): string {
  const first = path.split('/')[0] ?? '';
  if (path.includes('/')) return first;
  return /^(?:aws(?:Kinds|Terraform|Describe|Answers|Ways)?|page(?:Kinds|Help))(?:\.ts)?$/.test(first)
    ? 'aws.ts'
    : first === 'main' || first === 'main.tsx'
      ? 'main.tsx'
      : first;
}

/** A kind's own picture is React. */
function isView(path: string): boolean {
  return /^kinds\/[^/]+\/view\.tsx$/.test(path);
}
