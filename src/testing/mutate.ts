/**
 * `npm run mutate`: breaks the program on purpose, one thing at a time, and sees whether the tests notice. Each rule is
 * switched off in turn and its examples run; each mutation of the engine is made and the engine's tests run. What the
 * tests do not notice is printed. All of it happens in copies of the sources, so that nothing is left behind.
 *
 * `npm run mutate -- TEXT` runs only those whose name has the text.
 */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { rules } from '../aws';
import { mutations } from './mutations';

interface Break {
  readonly id: string;
  readonly file: string;
  readonly search: string;
  readonly replace: string;
  /** What is given to Vitest. */
  readonly tests: readonly string[];
}

const engineTests = ['src/core/network'];

const breaks: readonly Break[] = [
  ...[...rules.keys()].map((id) => ({
    id: `rule ${id} is off`,
    file: 'src/core/rules/rule.ts',
    search: '  return rule;',
    replace: `  return rule.id === '${id}' ? { ...rule, *check() {} } : rule;`,
    tests: ['src/rules/examples.test.ts', '--testNamePattern', `^${id} `],
  })),
  ...mutations.map((each) => ({ ...each, file: `src/core/network/${each.file}`, tests: engineTests })),
];

export async function main([wanted]: readonly string[]): Promise<number> {
  const chosen = breaks.filter(({ id }) => wanted === undefined || id.includes(wanted));
  const folders = ['a', 'b'].map((name) => copyOfSources(name));
  const clean = (): void => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  };
  const stop = (): void => {
    clean();
    process.exit(130);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    return await run(chosen, folders);
  } finally {
    clean();
  }
}

async function run(chosen: readonly Break[], folders: readonly string[]): Promise<number> {
  const started = performance.now();
  const [first = ''] = folders;
  for (const tests of [['src/rules/examples.test.ts'], engineTests]) {
    if (await pass(first, tests)) continue;
    console.log(`The tests fail already, before anything is broken: ${tests.join(' ')}`);
    return 1;
  }
  const survivors: string[] = [];
  const outdated: string[] = [];
  const waiting = [...chosen];
  let noticed = 0;
  const work = async (folder: string): Promise<void> => {
    for (let each = waiting.shift(); each !== undefined; each = waiting.shift()) {
      const file = join(folder, each.file);
      const before = readFileSync(file, 'utf8');
      if (before.split(each.search).length !== 2) {
        outdated.push(each.id);
        continue;
      }
      // Not a pattern: a `$` in the replacement is a `$`.
      writeFileSync(
        file,
        before.replace(each.search, () => each.replace),
      );
      const survived = await pass(folder, each.tests);
      writeFileSync(file, before);
      if (survived) survivors.push(each.id);
      else noticed++;
      console.log(`${survived ? 'SURVIVED' : 'noticed '}  ${each.id}`);
    }
  };
  await Promise.all(folders.map(work));
  console.log(
    `\n${noticed} of ${chosen.length} noticed (${((performance.now() - started) / 1000).toFixed(0)} s)`,
  );
  for (const id of survivors.sort()) console.log(`not noticed by any test: ${id}`);
  for (const id of outdated.sort()) console.log(`the text to break is not there, or there twice: ${id}`);
  return survivors.length + outdated.length === 0 ? 0 : 1;
}

function copyOfSources(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `vpcanvas-mutate-${name}-`));
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  });
  for (const file of files.split('\n')) {
    if (!/^(?:src\/|examples\/|package\.json$|tsconfig\.json$|vite\.config\.ts$)/.test(file)) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    try {
      cpSync(file, join(folder, file));
    } catch {
      // Listed by git and deleted since.
    }
  }
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'dir');
  return folder;
}

/** Whether the tests pass in that folder. */
function pass(folder: string, tests: readonly string[]): Promise<boolean> {
  return new Promise((done) => {
    const vitest = spawn(
      process.execPath,
      [
        resolve('node_modules/vitest/vitest.mjs'),
        'run',
        '--bail=1',
        '--reporter=dot',
        '--maxWorkers=1',
        ...tests,
      ],
      { cwd: folder, stdio: 'ignore' },
    );
    vitest.on('close', (status) => done(status === 0));
  });
}
