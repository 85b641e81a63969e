import { expect, test } from 'vitest';
import { nestsDeeply } from './deepNesting';

test('brackets that go on opening nest deeply, in whatever pieces the text comes', () => {
  expect(nestsDeeply(['['.repeat(50_000)])).toBe(true);
  expect(nestsDeeply(Array.from({ length: 400 }, () => '{"a":'))).toBe(true);
});

test('brackets that close again do not', () => {
  expect(nestsDeeply(['[{}]'.repeat(10_000)])).toBe(false);
  expect(nestsDeeply([']'.repeat(1000), '['.repeat(200)])).toBe(false);
});
