import { expect, test } from 'vitest';
import { withLineBreaksOf, withLineFeeds } from './lineBreaks';

test('a text with carriage returns keeps them, and a new line gets one', () => {
  const raw = 'a\r\nb\r\nc\r\n';

  expect(withLineBreaksOf(raw, withLineFeeds(raw))).toBe(raw);
  expect(withLineBreaksOf(raw, 'a\nx\nb\nc\n')).toBe('a\r\nx\r\nb\r\nc\r\n');
});

test('a text with line breaks of two sorts keeps each where it is', () => {
  expect(withLineBreaksOf('a\r\nb\nc\r\nd', 'a\nb\nc2\nd')).toBe('a\r\nb\nc2\r\nd');
});

test('a text without them is left as it is', () => {
  expect(withLineBreaksOf('a\nb', 'a\nx\nb')).toBe('a\nx\nb');
});
