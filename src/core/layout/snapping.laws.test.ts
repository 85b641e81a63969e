import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rect } from '../../lib/rect';
import { guidesFor, snapAlong, wallsOf, type SnapGround } from './snapping';

const rect = fc.record({
  x: fc.integer({ min: -200, max: 600 }),
  y: fc.integer({ min: -200, max: 600 }),
  w: fc.integer({ min: 1, max: 200 }),
  h: fc.integer({ min: 1, max: 200 }),
});
const ground: fc.Arbitrary<SnapGround> = fc
  .record({ others: fc.array(rect, { maxLength: 8 }), container: fc.option(rect) })
  .map(({ others, container }) => ({
    others,
    ...(container === null
      ? {}
      : { walls: wallsOf({ ...container, w: container.w + 300, h: container.h + 300 }) }),
  }));
const axis = fc.constantFrom('x' as const, 'y' as const);
const edges = fc.constantFrom('both' as const, 'start' as const, 'end' as const);

const shifted = (from: Rect, along: 'x' | 'y', by: number): Rect => ({ ...from, [along]: from[along] + by });

describe('snapping', () => {
  test('goes no farther than its reach, and by whole px', () => {
    fc.assert(
      fc.property(
        rect,
        axis,
        edges,
        ground,
        fc.integer({ min: 0, max: 30 }),
        (own, along, moved, around, reach) => {
          const shift = snapAlong(own, along, moved, around, reach) ?? 0;

          expect(Number.isInteger(shift)).toBe(true);
          expect(Math.abs(shift)).toBeLessThanOrEqual(reach);
        },
      ),
    );
  });

  test('leaves at rest what has come to rest, and shows at what', () => {
    fc.assert(
      fc.property(rect, axis, ground, fc.integer({ min: 1, max: 20 }), (own, along, around, reach) => {
        const shift = snapAlong(own, along, 'both', around, reach);
        if (shift === undefined) return;
        const resting = shifted(own, along, shift);

        // A middle between two px is half a px away and cannot be nearer; going on by nothing is no move.
        expect(Math.abs(snapAlong(resting, along, 'both', around, reach) ?? 0)).toBe(0);
      }),
      { numRuns: 400 },
    );
  });

  test('does the same along both axes: a turned diagram snaps as the upright one', () => {
    const turned = ({ x, y, w, h }: Rect): Rect => ({ x: y, y: x, w: h, h: w });
    fc.assert(
      fc.property(rect, edges, fc.array(rect, { maxLength: 8 }), (own, moved, others) => {
        expect(snapAlong(own, 'x', moved, { others }, 8)).toBe(
          snapAlong(turned(own), 'y', moved, { others: others.map(turned) }, 8),
        );
      }),
    );
  });

  test('does not depend on the order in which the others are given', () => {
    fc.assert(
      fc.property(rect, axis, edges, ground, (own, along, moved, around) => {
        const reversed = { ...around, others: around.others.toReversed() };

        expect(Math.abs(snapAlong(own, along, moved, reversed, 8) ?? 99)).toBe(
          Math.abs(snapAlong(own, along, moved, around, 8) ?? 99),
        );
      }),
    );
  });
});

const at = (x: number, y: number, w = 100, h = 80): Rect => ({ x, y, w, h });

describe('comes to rest', () => {
  test('with an edge at an edge, and a line is shown along both', () => {
    const others = [at(0, 0)];

    expect(snapAlong(at(4, 200), 'x', 'both', { others }, 6)).toBe(-4);
    expect(guidesFor(at(0, 200), { others })).toContainEqual({
      is: 'line',
      axis: 'x',
      at: 0,
      from: 0,
      to: 280,
    });
  });

  test('with its middle at a middle of another width', () => {
    const others = [at(0, 0, 200)];

    expect(snapAlong(at(47, 200), 'x', 'both', { others }, 6)).toBe(3);
    expect(guidesFor(at(50, 200), { others })).toContainEqual({
      is: 'line',
      axis: 'x',
      at: 100,
      from: 0,
      to: 280,
    });
  });

  test('halfway between two, and both distances are shown', () => {
    const others = [at(0, 0), at(400, 20)];

    expect(snapAlong(at(196, 10), 'x', 'both', { others }, 6)).toBe(4);
    expect(guidesFor(at(200, 10), { others }).filter(({ is }) => is === 'gap')).toEqual([
      { is: 'gap', axis: 'x', from: 100, to: 200, across: 45 },
      { is: 'gap', axis: 'x', from: 300, to: 400, across: 55 },
    ]);
  });

  test('at the distance that the two before it have, and goes on with it', () => {
    const others = [at(0, 0), at(130, 0)];

    expect(snapAlong(at(263, 0), 'x', 'both', { others }, 6)).toBe(-3);
    expect(snapAlong(at(-127, 0), 'x', 'both', { others }, 6)).toBe(-3);
  });

  test('not by distances to what is in another line', () => {
    const others = [at(0, 300), at(130, 300)];

    expect(snapAlong(at(263, 0), 'x', 'both', { others }, 2)).toBeUndefined();
  });

  test('at the room for content, whose distance from the border is shown', () => {
    const walls = wallsOf(at(0, 0, 600, 400));

    expect(snapAlong(at(19, 100), 'x', 'both', { others: [], walls }, 6)).toBe(-3);
    expect(snapAlong(at(100, 43), 'y', 'both', { others: [], walls }, 6)).toBe(-3);
    expect(snapAlong(at(481, 100), 'x', 'both', { others: [], walls }, 6)).toBe(3);
    expect(guidesFor(at(16, 100), { others: [], walls })).toEqual([
      { is: 'gap', axis: 'x', from: 0, to: 16, across: 140 },
    ]);
  });

  test('as far from the border as from its neighbour', () => {
    const walls = wallsOf(at(0, 0, 600, 400));
    const others = [at(400, 100)];

    // From 0 to 400 there are 300 px beside it.
    expect(snapAlong(at(147, 100), 'x', 'both', { others, walls }, 6)).toBe(3);
  });

  test('with the edge that is dragged alone when it is resized', () => {
    const others = [at(0, 0), at(300, 200)];

    expect(snapAlong(at(0, 200, 297), 'x', 'end', { others }, 6)).toBe(3);
    expect(snapAlong(at(4, 200, 200), 'x', 'end', { others }, 3)).toBeUndefined();
    expect(snapAlong(at(4, 200, 200), 'x', 'start', { others }, 6)).toBe(-4);
  });
});
