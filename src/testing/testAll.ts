/**
 * `npm test`: the unit tests, then the browser journeys against the built app, then one closing line with the sum of
 * both. `npm run e2e` runs the journeys alone; what follows is handed to Playwright.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { obtainChromium } from '../../e2e/findChromium';
import { runProgram } from './commands';
import { failedJourneys, failedUnitTests } from './failures';

interface Count {
  readonly passed: number;
  readonly failed: number;
  /** A paragraph for each that failed, as far as the reports know of it. */
  readonly told?: readonly string[];
}

export async function main([only, ...rest]: readonly string[]): Promise<number> {
  rmSync('test-results', { recursive: true, force: true });
  mkdirSync('test-results', { recursive: true });
  const counts: Count[] = [];
  if (only === undefined || only === 'unit') counts.push(await unitTests());
  if (only === undefined || only === 'e2e') counts.push(await journeys(rest));
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  for (const told of counts.flatMap((count) => count.told ?? [])) console.log(`\n${told}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function unitTests(): Promise<Count> {
  const file = 'test-results/unit.json';
  const status = await runProgram('npx', [
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = readReport(file);
  return {
    ...counted(Number(report?.['numPassedTests'] ?? 0), Number(report?.['numFailedTests'] ?? 0), status),
    told: failedUnitTests(report),
  };
}

async function journeys(args: readonly string[]): Promise<Count> {
  let chromium: string;
  try {
    chromium = obtainChromium();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
  console.log('Building the app and the command line …');
  for (const config of ['vite.config.ts', 'src/cli/vite.config.ts'])
    if ((await runProgram('npx', ['vite', 'build', '--config', config, '--logLevel', 'error'])) !== 0)
      return { passed: 0, failed: 1 };
  const status = await runProgram('npx', ['playwright', 'test', '--config', 'e2e', ...args], {
    CHROMIUM_PATH: chromium,
  });
  const report = readReport('test-results/e2e.json');
  const stats = report?.['stats'];
  const count = (key: string): number =>
    typeof stats === 'object' && stats !== null && key in stats
      ? Number((stats as Readonly<Record<string, unknown>>)[key])
      : 0;
  // A journey that passed only at its second try did not pass.
  return {
    ...counted(count('expected'), count('unexpected') + count('flaky'), status),
    told: failedJourneys(report),
  };
}

/** A run that failed without a failed test (a file that does not load, no test at all) counts as one failure. */
function counted(passed: number, failed: number, status: number): Count {
  return { passed, failed: failed === 0 && status !== 0 ? 1 : failed };
}

function readReport(file: string): Readonly<Record<string, unknown>> | undefined {
  try {
    // Whatever the report lacks counts as nothing passed.
    return JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
}
