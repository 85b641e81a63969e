import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Family } from './cidr';
import {
  addressOf,
  addressText,
  bits,
  blockOf,
  blockText,
  contains,
  containsAddress,
  firstFreeBlock,
  hostBlock,
  lastOf,
  overlaps,
  parseAddress,
  parseBlock,
  sizeOfBlock,
} from './cidr';

const family = fc.constantFrom<Family>(4, 6);

const address = family.chain((each) =>
  fc.bigInt({ min: 0n, max: (1n << BigInt(bits(each))) - 1n }).map((value) => ({ family: each, value })),
);

/** Blocks that meet often: long prefixes within a small space. */
const block: fc.Arbitrary<Block> = fc.oneof(
  fc
    .record({ value: fc.bigInt({ min: 0n, max: 255n }), prefix: fc.integer({ min: 24, max: 32 }) })
    .map(({ value, prefix }) => blockAt(4, (10n << 24n) + value, prefix)),
  fc
    .tuple(address, fc.nat({ max: 128 }))
    .map(([{ family: each, value }, prefix]) => blockAt(each, value, Math.min(prefix, bits(each)))),
);

function blockAt(of: Family, value: bigint, prefix: number): Block {
  const below = BigInt(bits(of) - prefix);
  return { family: of, first: (value >> below) << below, prefix };
}

describe('an address', () => {
  it('is read back from its own text', () => {
    fc.assert(
      fc.property(address, (each) => {
        expect(addressOf(addressText(each))).toEqual(each);
      }),
    );
  });

  it.each([
    ['::', '::'],
    ['::1', '::1'],
    ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['::ffff:192.0.2.1', '::ffff:c000:201'],
    ['fe80:0:0:0:0:0:0:0', 'fe80::'],
    ['255.255.255.255', '255.255.255.255'],
  ])('is written in one way only: %s as %s', (text, canonical) => {
    const parsed = addressOf(text);

    expect(parsed === undefined ? undefined : addressText(parsed)).toBe(canonical);
  });

  it.each([
    ['10.0.0', 'not-an-address'],
    ['10.0.0.0.0', 'not-an-address'],
    ['10.0.0.256', 'octet-too-large'],
    ['010.0.0.1', 'leading-zero'],
    ['10.0.0.-1', 'not-an-address'],
    ['10.0.0.1 ', 'not-an-address'],
    ['0x0a.0.0.1', 'not-an-address'],
    ['１０.0.0.1', 'not-an-address'],
    ['', 'not-an-address'],
    [':', 'not-an-address'],
    [':::', 'not-an-address'],
    ['1::2::3', 'not-an-address'],
    ['1:2:3:4:5:6:7', 'not-an-address'],
    ['1:2:3:4:5:6:7:8:9', 'not-an-address'],
    ['12345::', 'not-an-address'],
    ['::1.2.3', 'not-an-address'],
    ['fe80::1%eth0', 'not-an-address'],
  ])('is not read from %j', (text, fault) => {
    expect(parseAddress(text)).toMatchObject({ ok: false, fault });
  });

  it('is never read from arbitrary text in another form than its own, and never with an exception', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-f:.]{0,20}$/)), (text) => {
        const parsed = parseAddress(text);

        if (parsed.ok) expect(addressOf(addressText(parsed.value))).toEqual(parsed.value);
      }),
    );
  });
});

describe('a block', () => {
  it('is read back from its own text', () => {
    fc.assert(
      fc.property(block, (each) => {
        expect(blockOf(blockText(each))).toEqual(each);
      }),
    );
  });

  it.each([
    ['10.0.0.0/33', 'prefix-too-long', undefined],
    ['10.0.0.0', 'no-prefix', '10.0.0.0/32'],
    ['0.0.0.0', 'no-prefix', '0.0.0.0/0'],
    ['::', 'no-prefix', '::/0'],
    ['10.0.0.0/', 'no-prefix', undefined],
    ['10.0.0.0/08', 'no-prefix', undefined],
    ['10.0.0.0/-1', 'no-prefix', undefined],
    ['10.0.0.0/16/16', 'no-prefix', undefined],
    ['10.0.0.5/24', 'host-bits-set', '10.0.0.0/24'],
    ['010.0.0.0/16', 'leading-zero', '10.0.0.0/16'],
    ['2001:db8::1/64', 'host-bits-set', '2001:db8::/64'],
    ['2001:db8::/129', 'prefix-too-long', undefined],
    ['/16', 'not-an-address', undefined],
  ])('is not read from %s, and what may have been meant is told', (text, fault, meant) => {
    const parsed = parseBlock(text);

    expect(parsed).toMatchObject({ ok: false, fault });
    expect(parsed.ok ? undefined : parsed.meant).toBe(meant);
  });

  it('has as many addresses as lie between its first and its last', () => {
    fc.assert(
      fc.property(block, (each) => {
        expect(lastOf(each) - each.first + 1n).toBe(sizeOfBlock(each));
        expect(containsAddress(each, { family: each.family, value: lastOf(each) })).toBe(true);
        expect(containsAddress(each, { family: each.family, value: lastOf(each) + 1n })).toBe(false);
      }),
    );
  });

  it('overlaps another one or does not, both ways round; and only when one contains the other', () => {
    fc.assert(
      fc.property(block, block, (a, b) => {
        expect(overlaps(a, b)).toBe(overlaps(b, a));
        expect(overlaps(a, b)).toBe(contains(a, b) || contains(b, a));
      }),
      { numRuns: 1000 },
    );
  });

  it('contains another one exactly when it contains its first and last address', () => {
    fc.assert(
      fc.property(block, block, (outer, inner) => {
        const ends = [inner.first, lastOf(inner)].map((value) => ({ family: inner.family, value }));

        expect(contains(outer, inner)).toBe(ends.every((end) => containsAddress(outer, end)));
      }),
      { numRuns: 1000 },
    );
  });

  it('of one address contains that address and no other', () => {
    fc.assert(
      fc.property(address, address, (a, b) => {
        expect(containsAddress(hostBlock(a), b)).toBe(a.family === b.family && a.value === b.value);
        expect(containsAddress(hostBlock(a), a)).toBe(true);
      }),
    );
  });
});

describe('the first free block', () => {
  const space = blockAt(4, 10n << 24n, 24);

  it('is free, lies inside, and has nothing free before it', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), fc.integer({ min: 24, max: 30 }), (taken, prefix) => {
        const found = firstFreeBlock(space, prefix, taken);

        const all = Array.from({ length: 1 << (prefix - 24) }, (_, index) =>
          blockAt(4, space.first + (BigInt(index) << BigInt(32 - prefix)), prefix),
        );
        const expected = all.find((each) => taken.every((other) => !overlaps(each, other)));
        expect(found).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('is none when the prefix is shorter than that of the space, or longer than an address', () => {
    expect(firstFreeBlock(space, 23, [])).toBeUndefined();
    expect(firstFreeBlock(space, 33, [])).toBeUndefined();
  });

  it('is found at once in a space of any size', () => {
    const huge = blockAt(6, 0n, 0);
    const half = blockAt(6, 0n, 1);

    expect(firstFreeBlock(huge, 64, [half])).toEqual(blockAt(6, 1n << 127n, 64));
  });
});
