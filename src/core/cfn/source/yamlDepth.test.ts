import { expect, test } from 'vitest';
import { tooDeepAt } from './yamlDepth';

test('brackets, indentation and list items without end are told before the library sees them', () => {
  expect(tooDeepAt('['.repeat(5000))).toBe(1000);
  expect(tooDeepAt('a: {'.repeat(3000))).toBeGreaterThan(0);
  expect(tooDeepAt(`${'- '.repeat(1000)}x`)).toBe(0);
  expect(
    tooDeepAt(Array.from({ length: 1500 }, (_, level) => `${' '.repeat(level)}a:\n`).join('')),
  ).toBeGreaterThan(0);
});

test('what people write is never too deep', () => {
  const list = Array.from({ length: 3000 }, (_, index) => `  - [a, { b: ${index} }]\n`).join('');

  expect(tooDeepAt(`Resources:\n${list}`)).toBeUndefined();
  expect(tooDeepAt('')).toBeUndefined();
  expect(tooDeepAt(']]]]}}}}')).toBeUndefined();
});
