import { ChangeSet, Text } from '@codemirror/state';
import { expect, test } from 'vitest';
import { changesNesting, nestsDeeply } from './deepNesting';

test('brackets that go on opening nest deeply, in whatever pieces the text comes', () => {
  expect(nestsDeeply(['['.repeat(50_000)])).toBe(true);
  expect(nestsDeeply(Array.from({ length: 400 }, () => '{"a":'))).toBe(true);
});

test('brackets that close again do not', () => {
  expect(nestsDeeply(['[{}]'.repeat(10_000)])).toBe(false);
  expect(nestsDeeply([']'.repeat(1000), '['.repeat(200)])).toBe(false);
});

test.each([
  ['a letter', { from: 1, insert: 'b' }, false],
  ['a bracket that is typed', { from: 1, insert: '{' }, true],
  ['a bracket that is pasted among others', { from: 1, insert: 'Tags:\n  - []' }, true],
  ['a bracket that is deleted', { from: 2, to: 4 }, true],
  ['letters that are deleted', { from: 0, to: 2 }, false],
])('nesting is looked for after %s only if a bracket is among it', (_, change, expected) => {
  const before = Text.of(['a: [x]', 'b']);

  expect(changesNesting(ChangeSet.of(change, before.length), before)).toBe(expected);
});
