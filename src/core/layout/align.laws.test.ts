import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acrossOf, aligned, alignments, distributed, lengthAlong, type Alignable, type Axis } from './align';

const rect = fc.record({
  x: fc.integer({ min: -500, max: 500 }),
  y: fc.integer({ min: -500, max: 500 }),
  w: fc.integer({ min: 1, max: 300 }),
  h: fc.integer({ min: 1, max: 300 }),
});
const some = fc.array(fc.record({ rect, isFixed: fc.boolean() }), { minLength: 1, maxLength: 8 });
const alignment = fc.constantFrom(...alignments);
const axis = fc.constantFrom<Axis>('x', 'y');

const put = (all: readonly Alignable[], along: Axis, places: readonly number[]): readonly Alignable[] =>
  all.map((each, index) => ({ ...each, rect: { ...each.rect, [along]: places[index] } }));

describe('aligning', () => {
  test('a second time moves nothing', () => {
    fc.assert(
      fc.property(some, alignment, fc.option(rect, { nil: undefined }), (all, to, frame) => {
        const once = put(all, acrossOf(to), aligned(all, to, frame));

        expect(aligned(once, to, frame)).toEqual(once.map((each) => each.rect[acrossOf(to)]));
      }),
    );
  });

  test('leaves the fixed where they are', () => {
    fc.assert(
      fc.property(some, alignment, (all, to) => {
        const places = aligned(all, to);

        for (const [index, each] of all.entries())
          if (each.isFixed) expect(places[index]).toBe(each.rect[acrossOf(to)]);
      }),
    );
  });

  test('gives all that move the same edge, or the same middle but for half a px', () => {
    fc.assert(
      fc.property(some, alignment, (all, to) => {
        const along = acrossOf(to);
        const part = { left: 0, top: 0, centre: 0.5, middle: 0.5, right: 1, bottom: 1 }[to];
        const moved = put(all, along, aligned(all, to)).filter(({ isFixed }) => !isFixed);

        const edges = moved.map((each) => each.rect[along] + part * each.rect[lengthAlong[along]]);

        expect(Math.max(...edges, -Infinity) - Math.min(...edges, Infinity)).toBeLessThanOrEqual(
          part === 0.5 ? 0.5 : 0,
        );
      }),
    );
  });

  test('keeps those that align with each other within the space they took', () => {
    fc.assert(
      fc.property(fc.array(rect, { minLength: 1, maxLength: 8 }), alignment, (rects, to) => {
        const along = acrossOf(to);
        const length = lengthAlong[along];
        const all = rects.map((each) => ({ rect: each, isFixed: false }));

        const places = aligned(all, to);

        const [low, high] = [
          Math.min(...rects.map((each) => each[along])),
          Math.max(...rects.map((each) => each[along] + each[length])),
        ];
        for (const [index, each] of rects.entries()) {
          expect(places[index]).toBeGreaterThanOrEqual(low);
          expect((places[index] ?? NaN) + each[length]).toBeLessThanOrEqual(high);
        }
      }),
    );
  });
});

describe('distributing', () => {
  const spread = (all: readonly Alignable[], along: Axis): readonly Alignable[] | undefined => {
    const result = distributed(all, along);
    return 'places' in result ? put(all, along, result.places) : undefined;
  };
  const order = (all: readonly Alignable[], along: Axis): readonly number[] =>
    all
      .map(({ rect: each }, index) => ({ index, middle: each[along] + each[lengthAlong[along]] / 2 }))
      .sort((a, b) => a.middle - b.middle)
      .map(({ index }) => index);
  const small = fc.array(
    fc.record({
      rect: fc.record({
        x: fc.integer({ min: -2000, max: 2000 }),
        y: fc.integer({ min: -2000, max: 2000 }),
        w: fc.integer({ min: 1, max: 100 }),
        h: fc.integer({ min: 1, max: 100 }),
      }),
      isFixed: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  );

  test('a second time moves nothing', () => {
    fc.assert(
      fc.property(small, axis, (all, along) => {
        const once = spread(all, along);
        fc.pre(once !== undefined);

        expect(spread(once, along)).toEqual(once);
      }),
    );
  });

  test('keeps the order they stand in, and what is fixed in its place', () => {
    fc.assert(
      fc.property(small, axis, (all, along) => {
        const after = spread(all, along);
        fc.pre(after !== undefined);

        expect(order(after, along)).toEqual(order(all, along));
        for (const [index, each] of all.entries())
          if (each.isFixed) expect(after[index]?.rect).toEqual(each.rect);
      }),
    );
  });

  test('makes all gaps equal but for a px, and keeps the outermost where nothing is fixed', () => {
    fc.assert(
      fc.property(small, axis, (given, along) => {
        const all = given.map((each) => ({ ...each, isFixed: false }));
        const after = spread(all, along);
        fc.pre(after !== undefined && after.length > 2);
        const length = lengthAlong[along];
        const sorted = order(after, along).map((index) => after[index]?.rect ?? after[0]!.rect);

        const gaps = sorted
          .slice(1)
          .map(
            (each, index) => each[along] - (sorted[index]?.[along] ?? NaN) - (sorted[index]?.[length] ?? NaN),
          );

        expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0);
        const [first] = order(all, along);
        expect(sorted[0]).toEqual(all[first ?? NaN]?.rect);
      }),
    );
  });

  test('moves nothing where they have no room, and says how much is missing', () => {
    const tight = [0, 10, 40].map((x) => ({ rect: { x, y: 0, w: 20, h: 20 }, isFixed: false }));

    expect(distributed(tight, 'x')).toEqual({ places: [0, 20, 40] });
    expect(
      distributed(
        tight.map((each) => ({ ...each, rect: { ...each.rect, w: 25 } })),
        'x',
      ),
    ).toEqual({
      missing: 10,
    });
  });
});
