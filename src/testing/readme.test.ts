/** What is not modelled is said in one place: the app shows the list, and the README has it as it is. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalog } from '../aws';
import { limitationsOf } from '../core/network/limitations';

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
