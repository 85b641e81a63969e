import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { gallery } from '../../testing/gallery';
import { documentOf } from '../../testing/gallery/example';
import { speakingTime } from './speakingTime';

const told = (text: string, language: 'en' | 'ja' = 'en') =>
  speakingTime([{ text: { en: text, ja: text } }], language);

test('the three paths are told in less than five minutes, in either language', () => {
  const example = gallery.find(({ id }) => id === 'three-paths');
  if (example === undefined) throw new Error('expected the three paths');
  const { scenes } = documentOf(catalog, example);

  for (const language of ['en', 'ja'] as const) {
    const seconds = speakingTime(scenes.values(), language);
    expect(seconds, language).toBeGreaterThan(120);
    expect(seconds, language).toBeLessThan(300);
  }
});

test('a text of a hundred and forty words takes a minute, and so do three hundred Japanese characters', () => {
  expect(told('word '.repeat(140))).toBeCloseTo(60);
  expect(told('経路'.repeat(150), 'ja')).toBeCloseTo(60);
});

test('marks of Markdown and punctuation are not spoken', () => {
  expect(told('- **one**\n- `10.0.0.0/16`')).toBeCloseTo(told('one 10.0.0.0/16'));
  expect(told('経路、。「経路」', 'ja')).toBeCloseTo(told('経路経路', 'ja'));
});

test('where names of AWS stand in Japanese, both count', () => {
  expect(told('S3 への経路', 'ja')).toBeCloseTo(told('S3', 'ja') + told('への経路', 'ja'));
});

test('a scene without a text takes no time', () => {
  expect(told('')).toBe(0);
});
