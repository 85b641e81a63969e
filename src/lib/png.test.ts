import { expect, test } from 'vitest';
import { crc32 } from './checksum';
import { isPng, textIn, withTexts } from './png';

/** A PNG file of one pixel. */
const pixel = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
);

test('a text that was put in is found again by its keyword', () => {
  const png = withTexts(pixel, [
    { keyword: 'Title', text: '構成図' },
    { keyword: 'other', text: 'x'.repeat(100_000) },
  ]);

  expect(isPng(png)).toBe(true);
  expect(textIn(png, 'Title')).toBe('構成図');
  expect(textIn(png, 'other')).toHaveLength(100_000);
  expect(textIn(png, 'none')).toBeUndefined();
});

test('each part of the file keeps to the checksum that readers look at', () => {
  const png = withTexts(pixel, [{ keyword: 'Title', text: 'a' }], 192);
  const view = new DataView(png.buffer);

  const types: string[] = [];
  for (let at = 8; at < png.length;) {
    const length = view.getUint32(at);
    types.push(new TextDecoder().decode(png.subarray(at + 4, at + 8)));
    expect(view.getUint32(at + 8 + length)).toBe(crc32(png.subarray(at + 4, at + 8 + length)));
    at += 12 + length;
  }
  expect(types).toEqual(['IHDR', 'pHYs', 'iTXt', 'IDAT', 'IEND']);
  // https://www.w3.org/TR/png-3/#11pHYs: pixels per metre.
  expect(view.getUint32(33 + 8)).toBe(7559);
});

test('a file that is no PNG has no text', () => {
  expect(textIn(new TextEncoder().encode('iTXt vpcanvas'), 'vpcanvas')).toBeUndefined();
});
