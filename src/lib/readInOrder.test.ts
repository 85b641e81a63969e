import { expect, test } from 'vitest';
import { readInOrder } from './readInOrder';

test('a name that turns the direction of writing leaves the rest of the sentence as it is', () => {
  expect(readInOrder('SgApp lets nothing in from batch\u202e worker, \u2067so\u2069 it waits')).toBe(
    'SgApp lets nothing in from batch worker, so it waits',
  );
});

test('scripts that are read from right to left are kept, and so are line breaks', () => {
  expect(readInOrder('خادم الويب\nשרת')).toBe('خادم الويب\nשרת');
});
