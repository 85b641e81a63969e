import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createCoverage } from './fontCoverage';

test('a font says which characters it has', () => {
  const has = createCoverage(
    readFileSync('node_modules/@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
  );

  expect(['A', '漢', 'ひ', '→', '…'].filter((letter) => !has(letter))).toEqual([]);
  expect(has('한')).toBe(false);
});

test('what is no font has none', () => {
  expect(createCoverage(new Uint8Array(3))('A')).toBe(false);
  expect(createCoverage(new TextEncoder().encode('nothing of a font'))('A')).toBe(false);
});
