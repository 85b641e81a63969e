/** `npm run check`: everything that should hold before a commit, each part with its time. */
import { runProgram } from './commands';

const parts: readonly (readonly [string, readonly string[]])[] = [
  ['types', ['tsc', '--noEmit']],
  ['lint', ['oxlint', '--type-aware', '--deny-warnings']],
  ['format', ['prettier', '--check', '--cache', '--log-level', 'warn', '.']],
  ['dead code', ['knip', '--no-progress']],
  ['unit tests', ['vitest', 'run', '--reporter=dot']],
];

export async function main(): Promise<number> {
  const failed: string[] = [];
  const started = performance.now();
  for (const [name, args] of parts) {
    const before = performance.now();
    const status = await runProgram('npx', args);
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
