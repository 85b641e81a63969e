import { expect, test } from 'vitest';
import { overlaps } from '../../lib/rect';
import { cardPlace } from './cardPlace';

const card = { w: 240, h: 70 };
const room = { x: 0, y: 0, w: 1000, h: 600 };
const label = { x: 470, y: 290, w: 60, h: 18 };

test('a card stands below its label where nothing else is', () => {
  const at = cardPlace(card, label, room, []);

  expect(at).toEqual({ x: 380, y: 314 });
});

test('a card stands above its label where it would cover an icon below it', () => {
  const icon = { x: 440, y: 320, w: 100, h: 80 };

  const at = cardPlace(card, label, room, [icon]);

  expect(at.y + card.h).toBeLessThan(label.y);
});

test('a card at the edge of the canvas stays inside it, and off its label', () => {
  const corner = { x: 940, y: 580, w: 60, h: 18 };

  const at = cardPlace(card, corner, room, []);

  expect(at.x + card.w).toBeLessThanOrEqual(room.w);
  expect(at.y + card.h).toBeLessThanOrEqual(room.h);
  expect(overlaps({ ...at, ...card }, corner)).toBe(false);
});
