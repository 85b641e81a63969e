import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mutations } from './mutations';

test('every break of the engine finds the text that it breaks, once', () => {
  const lost = mutations.filter(({ file, search }) => {
    const text = readFileSync(`src/core/network/${file}`, 'utf8');
    return text.split(search).length !== 2;
  });

  expect(lost.map(({ id }) => id)).toEqual([]);
});

test('every break of the engine has a name of its own', () => {
  const names = mutations.map(({ id }) => id);

  expect(names.filter((id, index) => names.indexOf(id) !== index)).toEqual([]);
});
