import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlaps, type Rect } from '../lib/rect';
import { cardPlace, type Around } from './cardPlace';

const screen = { w: 1200, h: 600 };
const card = { w: 300, h: 200 };
const nothing: Around = { arrow: [], stops: [], others: [] };

test('a card stands to the right of its hop where nothing is in its way', () => {
  expect(cardPlace({ x: 500, y: 280, w: 48, h: 48 }, card, screen, nothing)).toEqual({ x: 562, y: 204 });
});

test('a card makes room for the arrow', () => {
  const place = cardPlace({ x: 500, y: 280, w: 48, h: 48 }, card, screen, {
    ...nothing,
    arrow: [
      { x: 524, y: 304 },
      { x: 1100, y: 304 },
    ],
  });

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
      const { x, y } = cardPlace(at, card, screen, nothing);

      expect(x >= 0 && y >= 0 && x + card.w <= screen.w && y + card.h <= screen.h).toBe(true);
      expect(overlaps({ x, y, ...card }, at)).toBe(false);
    }),
  );
});

test('a card covers no other stop and nothing of the arrow, however crowded, while some place on the screen covers none', () => {
  const icon = fc.record({
    x: fc.integer({ min: 0, max: 1150 }),
    y: fc.integer({ min: 0, max: 550 }),
    w: fc.constant(72),
    h: fc.constant(66),
  });
  let spared = 0;
  fc.assert(
    fc.property(
      icon,
      fc.array(icon, { maxLength: 7 }),
      fc.array(icon, { maxLength: 20 }),
      (hop, stops, others) => {
        // From stop to stop, along and then down.
        const arrow = [hop, ...stops].flatMap((at, index, all) => {
          const next = all[index + 1] ?? at;
          return [middle(at), { x: middle(next).x, y: middle(at).y }];
        });
        const pieces = arrow.slice(1).map((to, index) => between(arrow[index] ?? to, to));
        const flow: readonly Rect[] = [hop, ...stops, ...pieces];
        const isFree = (x: number, y: number): boolean =>
          !flow.some((each) => overlaps({ x: x - 4, y: y - 4, w: card.w + 8, h: card.h + 8 }, each));
        let hasPlace = false;
        for (let y = 14; y <= screen.h - card.h - 14 && !hasPlace; y += 16)
          for (let x = 14; x <= screen.w - card.w - 14 && !hasPlace; x += 16) hasPlace = isFree(x, y);

        const { x, y } = cardPlace(hop, card, screen, { arrow, stops, others });

        if (!hasPlace) return;
        spared++;
        for (const each of flow) expect(overlaps({ x, y, ...card }, each)).toBe(false);
      },
    ),
  );
  expect(spared).toBeGreaterThan(0);
});

test('a card goes past a neighbour that is no part of the flow where there is room beside it', () => {
  const hop = { x: 500, y: 280, w: 48, h: 48 };
  const neighbour = { x: 620, y: 280, w: 48, h: 48 };

  const { x, y } = cardPlace(hop, card, screen, { ...nothing, others: [neighbour] });

  expect(overlaps({ x, y, ...card }, neighbour)).toBe(false);
  expect(overlaps({ x, y, ...card }, hop)).toBe(false);
});

const middle = ({ x, y, w, h }: Rect) => ({ x: x + w / 2, y: y + h / 2 });
const between = (a: { x: number; y: number }, b: { x: number; y: number }): Rect => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  w: Math.max(1, Math.abs(a.x - b.x)),
  h: Math.max(1, Math.abs(a.y - b.y)),
});
