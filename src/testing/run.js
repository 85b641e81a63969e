/**
 * Runs one of our TypeScript scripts: `node src/testing/run.js src/testing/bench.ts ARGUMENTS`. Node 20 reads no
 * TypeScript, so Vite does; that also makes `import.meta.glob` in `aws.ts` work.
 * Everything is loaded at once: Vite is gone when the script's `main` runs, so a script cannot import later.
 */
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const [script, ...given] = process.argv.slice(2);
if (script === undefined) throw new Error('expected the path of a script');
const { module } = await runnerImport(resolve(script), { configFile: false, logLevel: 'warn' });
process.exitCode = (await module.main(given)) ?? 0;
