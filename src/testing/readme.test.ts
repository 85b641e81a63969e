/** What is not modelled is said in one place: the app shows the list, and the README has it as it is. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { catalog } from '../aws';
import { limitationsOf } from '../core/network/limitations';
import { vpcanvas } from './commandLine';
import { open } from './commandLineFiles';

const readme = 'README.md';
const begin = '<!-- Made by `UPDATE=1 npx vitest run src/testing/readme.test.ts`. -->\n';
const end = '<!-- end -->';

test('the README lists what the app lists', () => {
  const text = readFileSync(readme, 'utf8');
  const from = text.indexOf(begin) + begin.length;
  const to = text.indexOf(end, from);
  const list = `\n${limitationsOf(catalog)
    .map(({ en }) => `- ${en}.\n`)
    .join('')}\n`;

  if (process.env['UPDATE'] !== undefined)
    writeFileSync(readme, `${text.slice(0, from)}${list}${text.slice(to)}`);

  const now = readFileSync(readme, 'utf8');
  expect(now.slice(from, now.indexOf(end, from))).toBe(list);
});

test('the workflow in the README checks, and uploads what the check has written', async () => {
  const text = readFileSync(readme, 'utf8');
  const workflow = parse(/```yaml\n(# \.github\/workflows[\s\S]*?)```/.exec(text)?.[1] ?? '') as {
    readonly permissions: unknown;
    readonly jobs: { readonly check: { readonly steps: readonly Step[] } };
  };
  interface Step {
    readonly uses?: string;
    readonly run?: string;
    readonly if?: string;
    readonly with?: Readonly<Record<string, unknown>>;
  }
  const { steps } = workflow.jobs.check;
  const command = steps.flatMap(({ run = [] }) => run).join('');
  const [, args = '', target = ''] = /vpcanvas (check .*) > (\S+)$/.exec(command) ?? [];
  const upload = steps.find(({ uses }) => uses?.startsWith('github/codeql-action/upload-sarif@') === true);

  // What GitHub asks of a workflow that uploads: https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/uploading-a-sarif-file-to-github
  expect(workflow.permissions).toEqual({ contents: 'read', 'security-events': 'write' });
  expect(upload?.with).toMatchObject({ sarif_file: target });
  // A check that found errors has failed by then.
  expect(upload?.if).toContain('!cancelled()');

  const { status, json } = await vpcanvas(args.replace('templates/*.yaml', 'a.json'), { 'a.json': open });

  expect(status).toBe(0);
  expect(json).toMatchObject({ version: '2.1.0' });
}, 60_000);
