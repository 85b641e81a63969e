import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockOf, overlaps, type Block } from './cidr';
import { hasAllowedSize, overlappedBefore, privateFamilyOf, reservedRangeOf } from './vpcBlocks';

const block = (text: string): Block => {
  const read = blockOf(text);
  if (read === undefined) throw new Error(`${text} is no block`);
  return read;
};

test('a VPC or a subnet has between 16 and 65,536 addresses', () => {
  // https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
  expect(['10.0.0.0/16', '10.0.0.0/28'].map(block).map(hasAllowedSize)).toEqual([true, true]);
  expect(['10.0.0.0/15', '10.0.0.0/29'].map(block).map(hasAllowedSize)).toEqual([false, false]);
});

test('a block is in a reserved range when it shares an address with one', () => {
  expect(reservedRangeOf(block('169.254.8.0/24'))?.text).toBe('169.254.0.0/16');
  expect(reservedRangeOf(block('0.0.0.0/0'))?.text).toBe('0.0.0.0/8');
  expect(reservedRangeOf(block('100.64.0.0/16'))).toBeUndefined();
});

test('a block is of one family of private addresses, or of none', () => {
  expect(privateFamilyOf(block('172.31.0.0/16'))).toBe('172.16.0.0/12');
  expect(privateFamilyOf(block('172.32.0.0/16'))).toBeUndefined();
});

test('of blocks that overlap, each is told the first one before it', () => {
  const blocks = ['10.0.1.0/24', '10.0.2.0/24', '10.0.0.0/22', '10.0.2.128/25', '10.0.4.0/24'].map(block);

  expect(overlappedBefore(blocks)).toEqual([undefined, undefined, 0, 1, undefined]);
});

test('that is so of all blocks of both families, in every order', () => {
  const any = fc.oneof(
    fc
      .record({ value: fc.bigInt(0n, 63n), prefix: fc.integer({ min: 26, max: 32 }) })
      .map((each) => at(4, each)),
    fc
      .record({ value: fc.bigInt(0n, 63n), prefix: fc.integer({ min: 122, max: 128 }) })
      .map((each) => at(6, each)),
  );
  fc.assert(
    fc.property(fc.array(any, { maxLength: 20 }), (blocks) => {
      const expected = blocks.map((each, index) => {
        const found = blocks.slice(0, index).findIndex((other) => overlaps(other, each));
        return found < 0 ? undefined : found;
      });

      expect(overlappedBefore(blocks)).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});

function at(family: 4 | 6, { value, prefix }: { readonly value: bigint; readonly prefix: number }): Block {
  const below = BigInt((family === 4 ? 32 : 128) - prefix);
  return { family, first: (value >> below) << below, prefix };
}
