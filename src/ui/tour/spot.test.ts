import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlaps, type Rect } from '../../lib/rect';
import { mayStay, spotFor, type Surroundings } from './spot';

const room: Rect = { x: 8, y: 8, w: 1000, h: 600 };
const card = { w: 340, h: 220 };
const nothing: Surroundings = { room, subjects: [], used: [], seen: [], boxes: [] };

test('a card stands beside what it talks about, as near as it can without covering it', () => {
  const subject = { x: 400, y: 200, w: 200, h: 100 };

  const at = spotFor(card, { ...nothing, subjects: [subject] });

  expect(overlaps({ ...at, ...card }, subject)).toBe(false);
  expect(at.x + card.w > 360 && at.x < 640 && at.y + card.h > 160 && at.y < 340).toBe(true);
});

test('a card rather covers what is only looked at than what is used with it', () => {
  const used = { x: 8, y: 8, w: 1000, h: 300 };
  const seen = { x: 8, y: 308, w: 1000, h: 300 };

  const at = spotFor(card, { ...nothing, used: [used], seen: [seen] });

  expect(at.y).toBeGreaterThanOrEqual(308);
});

test('a card stays where it is until it covers something that is needed, or no longer fits the window', () => {
  const stands = { x: 100, y: 100, ...card };

  expect(mayStay(stands, { ...nothing, seen: [stands] })).toBe(true);
  expect(mayStay(stands, { ...nothing, used: [stands] })).toBe(false);
  expect(mayStay(stands, { ...nothing, subjects: [stands] })).toBe(false);
  expect(mayStay(stands, { ...nothing, room: { ...room, w: 300 } })).toBe(false);
});

test('a card stands on bare canvas rather than over another box, where that is as near', () => {
  const subject = { x: 400, y: 200, w: 200, h: 150 };
  const boxes = [subject, { x: 620, y: 100, w: 380, h: 400 }, { x: 8, y: 360, w: 600, h: 240 }];

  const stands = { ...spotFor(card, { ...nothing, subjects: [subject], boxes }), ...card };

  for (const each of boxes) expect(overlaps(stands, each)).toBe(false);
});

const inRoom: fc.Arbitrary<Rect> = fc.record({
  x: fc.integer({ min: 8, max: 900 }),
  y: fc.integer({ min: 8, max: 500 }),
  w: fc.integer({ min: 1, max: 300 }),
  h: fc.integer({ min: 1, max: 250 }),
});

test('a card is wholly in the room, and covers what it talks about only where every place does', () => {
  fc.assert(
    fc.property(fc.array(inRoom, { maxLength: 3 }), fc.array(inRoom, { maxLength: 6 }), (subjects, used) => {
      const stands = { ...spotFor(card, { ...nothing, subjects, used }), ...card };

      expect(stands.x >= room.x && stands.y >= room.y).toBe(true);
      expect(stands.x + card.w <= room.x + room.w && stands.y + card.h <= room.y + room.h).toBe(true);
      const isFree = (place: Rect): boolean => subjects.every((each) => !overlaps(place, each));
      const corners = [room.x, room.x + room.w - card.w].flatMap((x) =>
        [room.y, room.y + room.h - card.h].map((y) => ({ x, y, ...card })),
      );
      if (corners.some(isFree)) expect(isFree(stands)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
