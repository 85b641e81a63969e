import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64url, toBase64url } from './base64url';

test('bytes come back from their text, which an address takes as it is', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 20_000, size: 'max' }), (bytes) => {
      const text = toBase64url(bytes);

      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64url(text)).toEqual(bytes);
    }),
    { numRuns: 20 },
  );
});

test.each(['a', 'ab+d', 'ab/d', 'abc=', 'ab d', 'あ'])('%j is no base64url', (text) => {
  expect(fromBase64url(text)).toBeUndefined();
});
