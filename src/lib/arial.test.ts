import { expect, test } from 'vitest';
import { arialWidth, isMeasured } from './arial';

// Of Helvetica's metrics, which are Arial's: https://github.com/adobe-type-tools/Core14_AFMs
test.each([
  ['Hello', 12, 400, (722 + 556 + 222 + 222 + 556) * 0.012],
  ['Hello', 12, 600, (722 + 556 + 278 + 278 + 611) * 0.012],
  ['10.0.0.0/16', 10, 400, (7 * 556 + 4 * 278) * 0.01],
  ['構成図', 12, 400, 36],
] as const)('%s at %i px and weight %i is as wide as in Arial', (text, size, weight, width) => {
  expect(arialWidth(text, size, weight)).toBeCloseTo(width, 6);
});

test('the table has every letter from the space to ~', () => {
  expect(arialWidth('~', 1000)).toBe(584);
  expect(arialWidth('~', 1000, 600)).toBe(584);
});

test('letters that nobody measured are told', () => {
  expect(isMeasured('Web サーバー → S3')).toBe(true);
  expect(isMeasured('Сервер')).toBe(false);
});
