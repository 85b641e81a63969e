import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlaps } from '../lib/rect';
import { cardPlace } from './cardPlace';

const screen = { w: 1200, h: 600 };
const card = { w: 300, h: 200 };

test('a card stands to the right of its hop where nothing is in its way', () => {
  expect(cardPlace({ x: 500, y: 280, w: 48, h: 48 }, card, screen, [], [])).toEqual({ x: 562, y: 204 });
});

test('a card makes room for the arrow', () => {
  const place = cardPlace(
    { x: 500, y: 280, w: 48, h: 48 },
    card,
    screen,
    [
      { x: 524, y: 304 },
      { x: 1100, y: 304 },
    ],
    [],
  );

  expect(overlaps({ ...place, ...card }, { x: 524, y: 303, w: 576, h: 2 })).toBe(false);
});

test('a card is on the screen, and never over its hop while there is room beside it', () => {
  const hop = fc.record({
    x: fc.integer({ min: 0, max: 1150 }),
    y: fc.integer({ min: 0, max: 550 }),
    w: fc.constant(48),
    h: fc.constant(48),
  });
  fc.assert(
    fc.property(hop, (at) => {
      const { x, y } = cardPlace(at, card, screen, [], []);

      expect(x >= 0 && y >= 0 && x + card.w <= screen.w && y + card.h <= screen.h).toBe(true);
      expect(overlaps({ x, y, ...card }, at)).toBe(false);
    }),
  );
});
