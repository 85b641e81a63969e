/** What a program for the CDK makes, found out by the real library and the real compiler. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { transformWithOxc } from 'vite';
import type { CfnValue } from '../core/cfn/template';

const require = createRequire(import.meta.url);

/** The part of the library that tests use. */
interface Library {
  readonly App: new (props: object) => object;
}

interface Assertions {
  readonly Template: { fromStack(stack: object): { toJSON(): Readonly<Record<string, CfnValue>> } };
}

type StackClass = new (scope: object, id: string, props?: object) => object;

/** The template that a stack of TypeScript synthesizes; throws what the library throws. */
export async function synthesized(
  code: string,
  className: string,
): Promise<Readonly<Record<string, CfnValue>>> {
  const stripped = await transformWithOxc(code, 'stack.ts', { target: 'es2022' });
  const script = stripped.code
    .replace(/^import \* as (\w+) from "([^"]+)";$/gm, 'const $1 = require("$2");')
    .replace(/^import \{ (\w+) \} from "([^"]+)";$/gm, 'const { $1 } = require("$2");')
    .replace(/^export /gm, '');
  // The code is our own generator's: running it is what the test is about.
  const make = compileFunction(`${script}\nreturn ${className};`, ['require']) as (
    load: NodeJS.Require,
  ) => StackClass;
  const { App } = require('aws-cdk-lib') as Library;
  const { Template } = require('aws-cdk-lib/assertions') as Assertions;
  const outdir = mkdtempSync(join(scratch(), 'out-'));
  try {
    const app = new App({ outdir, analyticsReporting: false, builtinCloudFormationValidation: false });
    return Template.fromStack(new (make(require))(app, 'Stack')).toJSON();
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** What the compiler says of files of TypeScript under `strict`; '' when nothing. Files by name without ending. */
export function typeErrors(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(scratch(), 'types-'));
  try {
    for (const [name, code] of Object.entries(files)) writeFileSync(join(folder, `${name}.ts`), code);
    const compilerOptions = {
      target: 'ES2022',
      module: 'NodeNext',
      moduleResolution: 'NodeNext',
      strict: true,
      noEmit: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      noImplicitReturns: true,
      skipLibCheck: true,
      types: [],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    execFileSync(resolve('node_modules/.bin/tsc'), ['-p', folder], { encoding: 'utf8' });
    return '';
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Inside the project, so that the library is found from there. */
function scratch(): string {
  const folder = resolve('node_modules/.vpcanvas-cdk');
  mkdirSync(folder, { recursive: true });
  return folder;
}
