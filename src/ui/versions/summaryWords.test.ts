import { expect, test } from 'vitest';
import { summaryWords } from './summaryWords';
import { fileTime, timeWords } from './timeWords';

const none = { added: [], removed: [], changed: [], flows: 0, elsewhere: 0 };

test('a summary names the first of what was added, removed and changed, and counts the rest', () => {
  const words = summaryWords({ ...none, added: ['Web', 'Db', 'Cache'], removed: ['Old'], flows: 2 });

  expect(words.en).toBe('3 added: Web, Db, … · 1 removed: Old · 2 arrows');
  expect(words.ja).toBe('追加 3 件: Web、Db ほか · 削除 1 件: Old · 矢印 2 件');
});

test('a summary says when nothing on the canvas is another', () => {
  expect(summaryWords(none)).toEqual({ en: 'No change on the canvas', ja: '図の変更なし' });
});

test('a version of today is spoken of by its time, one of another year with its year', () => {
  const now = new Date(2026, 10, 29, 18, 0).getTime();

  expect(timeWords(new Date(2026, 10, 29, 9, 5).getTime(), now)).toEqual({
    en: expect.stringMatching(/^Today 9:05\sAM$/),
    ja: '今日 9:05',
  });
  expect(timeWords(new Date(2025, 0, 2, 9, 5).getTime(), now).en).toMatch(/2025/);
  expect(fileTime(new Date(2026, 0, 2, 9, 5).getTime())).toBe('2026-01-02 09-05');
});
