import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { guidelines } from './index';

test.each(guidelines.map(({ id }) => id))('%s has its examples beside it', (id) => {
  expect(existsSync(`src/core/guidelines/${id}.test.ts`)).toBe(true);
});
