import { expect, test } from 'vitest';
import { decodeText } from './decodeText';

test('a text is read in the encoding that its first bytes say', () => {
  const utf16 = new Uint8Array([0xff, 0xfe, 0x7b, 0, 0xe9, 0]);

  expect(decodeText(utf16)).toBe('{é');
  expect(decodeText(new Uint8Array([0xfe, 0xff, 0, 0x7b]))).toBe('{');
  expect(decodeText(new TextEncoder().encode('{é'))).toBe('{é');
});
