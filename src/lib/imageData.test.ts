import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tinyImage } from '../testing/tinyImage';
import { bytesOf, imageHeader, keptImage, mostImageBytes } from './imageData';

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const u32 = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);
const url = (type: string, bytes: readonly number[]): string =>
  `data:image/${type};base64,${btoa(String.fromCharCode(...bytes))}`;
const png = (w: number, h: number): number[] => [
  0x89,
  ...ascii('PNG\r\n\x1a\n'),
  ...u32(13),
  ...ascii('IHDR'),
  ...u32(w),
  ...u32(h),
  8,
  6,
  0,
  0,
  0,
];
const jpeg = (w: number, h: number): number[] => [
  ...u32(0xffd8ffe0),
  ...ascii('\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0'),
  ...u32(0xffc20011),
  ...u32((8 << 24) | (h << 8) | (w >> 8)),
  ...ascii(`${String.fromCharCode(w & 255)}\x03\x01\x22\0`),
];
const webp = (chunk: string, rest: readonly number[]): number[] => [
  ...ascii('RIFF'),
  ...u32(100).toReversed(),
  ...ascii(`WEBP${chunk}`),
  ...u32(50).toReversed(),
  ...rest,
  ...Array<number>(10).fill(0),
];

test('what an image is, and its size in pixels, is read from its first bytes', () => {
  expect(imageHeader(Uint8Array.from(png(640, 480)))).toEqual({ type: 'png', w: 640, h: 480 });
  expect(imageHeader(Uint8Array.from(jpeg(1024, 300)))).toEqual({ type: 'jpeg', w: 1024, h: 300 });
  expect(keptImage(tinyImage)).toEqual({ type: 'gif', w: 1, h: 1 });
  expect(imageHeader(Uint8Array.from(webp('VP8X', [0, 0, 0, 0, 0x7f, 2, 0, 0xdf, 1, 0])))).toEqual({
    type: 'webp',
    w: 640,
    h: 480,
  });
  expect(imageHeader(Uint8Array.from(webp('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, 0x80, 2, 0xe0, 1])))).toEqual({
    type: 'webp',
    w: 640,
    h: 480,
  });
  expect(imageHeader(Uint8Array.from(webp('VP8L', [0x2f, 0x7f, 0xc2, 0x77, 0])))).toEqual({
    type: 'webp',
    w: 640,
    h: 480,
  });
});

test('an image that calls itself something else is none', () => {
  expect(keptImage(url('jpeg', png(4, 4)))).toBe('not-an-image');
  expect(keptImage(url('png', ascii('<svg onload="alert(1)"/>')))).toBe('not-an-image');
});

test('an SVG, an address and text are no images that a diagram keeps', () => {
  for (const text of [
    'data:image/svg+xml;base64,PHN2Zy8+',
    'data:text/html;base64,PHNjcmlwdD4=',
    'https://example.com/a.png',
    'javascript:alert(1)',
    'data:image/png;base64,',
    'data:image/png;base64,####',
    `${tinyImage}" onerror="alert(1)`,
    '',
  ])
    expect(keptImage(text), text).toBe('not-an-image');
});

test('a few bytes that ask for gigabytes of pixels are refused', () => {
  expect(keptImage(url('png', png(100_000, 100_000)))).toBe('too-many-pixels');
  expect(keptImage(url('png', png(0, 10)))).toBe('not-an-image');
});

test('an image beyond the bound of bytes is refused before it is read', () => {
  expect(keptImage(`data:image/png;base64,${'A'.repeat((mostImageBytes / 3) * 4 + 8)}`)).toBe(
    'too-many-bytes',
  );
  expect(bytesOf(url('png', png(5, 5)))).toBe(png(5, 5).length);
});

test('whatever the bytes are, reading them ends and throws nothing', () => {
  const beginning = fc.constantFrom(
    ...[png(5, 5), jpeg(5, 5), webp('VP8X', []), ascii('GIF89a'), [0xff, 0xd8, 0xff]].map((each) => each),
  );
  fc.assert(
    fc.property(beginning, fc.nat({ max: 40 }), fc.uint8Array({ maxLength: 60 }), (start, cut, rest) => {
      const bytes = [...start.slice(0, cut), ...rest];

      expect(() => imageHeader(Uint8Array.from(bytes))).not.toThrow();
      for (const type of ['png', 'jpeg', 'gif', 'webp'])
        expect(() => keptImage(url(type, bytes))).not.toThrow();
    }),
  );
});
