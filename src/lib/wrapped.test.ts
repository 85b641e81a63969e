import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textWidth } from './textWidth';
import { wrapped } from './wrapped';

test('a text is broken between words, and between the parts of a name', () => {
  expect(wrapped('two words', 70, 12)).toEqual(['two words']);
  expect(wrapped('two words more', 70, 12)).toEqual(['two words', 'more']);
  expect(wrapped('SsmMessagesEndpoint', 100, 12)).toEqual(['SsmMessages', 'Endpoint']);
});

test('a word that is too wide for a line is broken all the same', () => {
  expect(wrapped('abcdefghij', 35, 12)).toEqual(['abcde', 'fghij']);
});

test('lines that a text has stay lines, and Japanese may break anywhere', () => {
  expect(wrapped('one\n\ntwo', 60, 12)).toEqual(['one', '', 'two']);
  expect(wrapped('日本語の名前', 36, 12)).toEqual(['日本語', 'の名前']);
});

test('no line is wider than asked for, and nothing but space is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-composite', maxLength: 40 }), (text) => {
      const lines = wrapped(text, 60, 12);

      for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(60 + 1e-9);
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});
