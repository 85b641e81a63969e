import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemaFiles } from '../../../testing/serviceSpec';

test.each(['resourceTypes', 'typeNames'] as const)('%s.ts is current (UPDATE=1 makes it so)', (name) => {
  const path = new URL(`./${name}.ts`, import.meta.url);
  const text = schemaFiles()[name];
  if (process.env['UPDATE'] === '1') writeFileSync(path, text);

  expect(readFileSync(path, 'utf8')).toBe(text);
});
