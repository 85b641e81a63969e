/** `npm run check`: everything that should hold before a commit, each part with its time. */
import { runProgram } from './commands';

/** What takes long and rarely tells anything new: `npm test` runs it. */
const leftToTest = ['**/*laws.test.ts', '**/*.fuzz.test.ts', '**/corpus.test.ts'];

const parts: readonly (readonly [string, readonly string[]])[] = [
  ['types', ['tsc', '--noEmit']],
  ['lint', ['oxlint', '--type-aware', '--deny-warnings']],
  ['format', ['prettier', '--check', '--cache', '--log-level', 'warn', '.']],
  ['dead code', ['knip', '--no-progress']],
  ['unit tests', ['vitest', 'run', '--reporter=dot', ...leftToTest.flatMap((each) => ['--exclude', each])]],
];

export async function main(): Promise<number> {
  const failed: string[] = [];
  const started = performance.now();
  for (const [name, args] of parts) {
    const before = performance.now();
    const status = await runProgram('npx', args, { SHORT_PROPERTIES: 'yes' });
    if (status !== 0) failed.push(name);
    console.log(`${status === 0 ? '✓' : '✗'} ${name} (${seconds(before)})`);
  }
  console.log(
    failed.length === 0
      ? `\nAll is well (${seconds(started)}).`
      : `\nNot well: ${failed.join(', ')} (${seconds(started)}).`,
  );
  return failed.length === 0 ? 0 : 1;
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
