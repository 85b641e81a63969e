import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bits, contains, lastOf, overlaps, sizeOfBlock, type Block } from '../../lib/cidr';
import { blockAround, firstPlace, freeBlocks, lastPlace, nextPlace } from './tiling';

const space: Block = { family: 4, first: 0x0a000000n, prefix: 16 };

/** Blocks that AWS would take as subnets, some of which overlap. */
const parts = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 17, max: 28 }))
    .map(([offset, prefix]) => blockAround(4, space.first + BigInt(offset), prefix)),
  { maxLength: 12 },
);

const isAligned = (block: Block): boolean =>
  block.first % (1n << BigInt(bits(block.family) - block.prefix)) === 0n;

describe('free blocks and taken ones', () => {
  test('cover every address of a block exactly once', () => {
    fc.assert(
      fc.property(parts, (taken) => {
        const outermost = taken.filter(
          (each, index) =>
            !taken.some(
              (other, place) =>
                contains(other, each) && (!contains(each, other) || place < index) && place !== index,
            ),
        );

        const tiles = [...freeBlocks(space, taken), ...outermost].sort((a, b) =>
          a.first < b.first ? -1 : 1,
        );

        let next = space.first;
        for (const tile of tiles) {
          expect(tile.first).toBe(next);
          next = lastOf(tile) + 1n;
        }
        expect(next).toBe(lastOf(space) + 1n);
      }),
    );
  });

  test('are aligned, and none is free that is taken', () => {
    fc.assert(
      fc.property(parts, (taken) => {
        for (const free of freeBlocks(space, taken)) {
          expect(isAligned(free)).toBe(true);
          expect(taken.some((each) => overlaps(each, free))).toBe(false);
        }
      }),
    );
  });

  test('leave no two free blocks that would be one', () => {
    fc.assert(
      fc.property(parts, (taken) => {
        const free = freeBlocks(space, taken);

        for (const [index, block] of free.entries()) {
          const next = free[index + 1];
          if (next?.prefix !== block.prefix || next.first !== lastOf(block) + 1n) continue;
          expect(block.first % (2n * sizeOfBlock(block))).not.toBe(0n);
        }
      }),
    );
  });
});

describe('a place for a block', () => {
  const wanted = fc.integer({ min: 17, max: 28 });

  test('is aligned and free, and is found wherever there is one', () => {
    fc.assert(
      fc.property(parts, wanted, fc.integer({ min: 0, max: 0xffff }), (taken, prefix, offset) => {
        const free = freeBlocks(space, taken);
        const somewhere = blockAround(4, space.first + BigInt(offset), prefix);
        const isFree = !taken.some((each) => overlaps(each, somewhere));

        const [first, last] = [firstPlace(free, prefix), lastPlace(free, prefix)];

        for (const place of [first, last]) {
          if (isFree) expect(place).toBeDefined();
          if (place === undefined) continue;
          expect(isAligned(place)).toBe(true);
          expect(taken.some((each) => overlaps(each, place))).toBe(false);
        }
        if (isFree && first !== undefined && last !== undefined) {
          expect(first.first <= somewhere.first).toBe(true);
          expect(last.first >= somewhere.first).toBe(true);
        }
      }),
    );
  });

  test('behind another is the nearest one there, and back again leads to where one was', () => {
    fc.assert(
      fc.property(parts, wanted, fc.integer({ min: 0, max: 0xffff }), (taken, prefix, offset) => {
        const here = blockAround(4, space.first + BigInt(offset), prefix);
        const free = freeBlocks(
          space,
          taken.filter((each) => !overlaps(each, here)),
        );

        const next = nextPlace(free, here, 1);
        const before = nextPlace(free, here, -1);

        if (next !== undefined) {
          expect(next.first > here.first).toBe(true);
          expect(isAligned(next)).toBe(true);
          expect(nextPlace(free, next, -1)).toEqual(here);
        }
        if (before !== undefined) {
          expect(before.first < here.first).toBe(true);
          expect(nextPlace(free, before, 1)).toEqual(here);
        }
      }),
    );
  });
});
