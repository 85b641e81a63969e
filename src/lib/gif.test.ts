import fc from 'fast-check';
import { decodeFrames } from 'modern-gif';
import { expect, test } from 'vitest';
import { createGif } from './gif';

const grey = Uint8Array.from({ length: 768 }, (_, at) => Math.floor(at / 3));

test('another program reads back the very pixels that were written', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 90 }),
      fc.integer({ min: 1, max: 90 }),
      fc.integer({ min: 2, max: 255 }),
      fc.integer(),
      (w, h, colours, seed) => {
        // Runs as in drawings, and noise as in none.
        const indexes = Uint8Array.from({ length: w * h }, (_, at) =>
          at % 97 < 60 ? (at >> 4) % colours : Math.abs(Math.imul(at + seed, 2654435761) >> 7) % colours,
        );
        const gif = createGif({ width: w, height: h, palette: grey, transparent: 255 });
        gif.put({ x: 0, y: 0, w, h, indexes, delay: 10 });

        const [frame] = decodeFrames(gif.end());

        expect(Array.from(frame?.data ?? []).filter((_, at) => at % 4 === 0)).toEqual([...indexes]);
      },
    ),
  );
});

test('a large frame fills the table of codes, which begins anew', () => {
  const indexes = Uint8Array.from({ length: 400 * 400 }, (_, at) => (Math.imul(at, at + 7919) >> 3) & 0x7f);
  const gif = createGif({ width: 400, height: 400, palette: grey, transparent: 255 });
  gif.put({ x: 0, y: 0, w: 400, h: 400, indexes, delay: 10 });

  const [frame] = decodeFrames(gif.end());

  expect(Array.from(frame?.data ?? []).filter((_, at) => at % 4 === 0)).toEqual([...indexes]);
});

test('a frame may be a part, and leaves what it does not cover', () => {
  const gif = createGif({ width: 3, height: 2, palette: grey, transparent: 255, comment: 'x'.repeat(300) });
  gif.put({ x: 0, y: 0, w: 3, h: 2, indexes: Uint8Array.from([1, 2, 3, 4, 5, 6]), delay: 10 });
  gif.put({ x: 1, y: 0, w: 2, h: 1, indexes: Uint8Array.from([255, 9]), delay: 25 });

  const [, second] = decodeFrames(gif.end());

  expect(Array.from(second?.data ?? []).filter((_, at) => at % 4 === 0)).toEqual([1, 2, 9, 4, 5, 6]);
  expect(second?.delay).toBe(250);
});
