import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bits, blockOf, blockText, contains, lastOf, sizeOfBlock, type Block } from '../../lib/cidr';
import {
  beside,
  doubled,
  drawn,
  farther,
  halved,
  moved,
  nearer,
  resized,
  startWindow,
  usualPart,
  windowWith,
} from './gestures';
import { blockAround } from './tiling';

const vpc: Block = { family: 4, first: 0x0a000000n, prefix: 16 };
const vpc6: Block = { family: 6, first: 0x2406da00n << 96n, prefix: 56 };
const block = (text: string): Block => {
  const found = blockOf(text);
  if (found === undefined) throw new Error(`${text} is no block`);
  return found;
};

const address = fc.integer({ min: -0x200, max: 0x101ff }).map((offset) => vpc.first + BigInt(offset));
const part = fc
  .tuple(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 16, max: 28 }))
  .map(([offset, prefix]) => blockAround(4, vpc.first + BigInt(offset), prefix));

function expectSubnet(result: Block): void {
  expect(contains(vpc, result)).toBe(true);
  expect(result.prefix).toBeGreaterThanOrEqual(16);
  expect(result.prefix).toBeLessThanOrEqual(28);
  expect(result.first % (1n << BigInt(bits(4) - result.prefix))).toBe(0n);
}

// https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
describe('whatever is dragged wherever', () => {
  test('comes out as a block of /16 to /28 within the space', () => {
    fc.assert(
      fc.property(part, address, address, (from, to, end) => {
        expectSubnet(moved(vpc, from, to));
        expectSubnet(drawn(from, to, end));
        expectSubnet(usualPart(from));
        for (const edge of ['start', 'end'] as const) expectSubnet(resized(vpc, from, edge, to).block);
      }),
    );
  });

  test('stays where it is when it is let go where it was', () => {
    fc.assert(
      fc.property(part, (from) => {
        expect(moved(vpc, from, from.first)).toEqual(from);
        expect(resized(vpc, from, 'end', lastOf(from) + 1n)).toEqual({ block: from, keepsEdge: true });
        expect(resized(vpc, from, 'start', from.first)).toEqual({ block: from, keepsEdge: true });
      }),
    );
  });

  test('keeps the other edge, or says that no block of that size can', () => {
    fc.assert(
      fc.property(part, address, fc.constantFrom('start' as const, 'end' as const), (from, at, edge) => {
        const { block: after, keepsEdge } = resized(vpc, from, edge, at);

        const isKept = edge === 'end' ? after.first === from.first : lastOf(after) === lastOf(from);
        expect(keepsEdge).toBe(isKept);
        expect(contains(after, from) || contains(from, after)).toBe(true);
      }),
    );
  });

  test('lands no farther than half its size from where it was dragged to, within the space', () => {
    fc.assert(
      fc.property(part, address, (from, at) => {
        const size = sizeOfBlock(from);
        const [low, high] = [vpc.first, lastOf(vpc) + 1n - size];
        const wished = at < low ? low : at > high ? high : at;

        const { first } = moved(vpc, from, at);

        const distance = first > wished ? first - wished : wished - first;
        expect(distance * 2n <= size).toBe(true);
      }),
    );
  });

  test('moves by whole numbers in an IPv6 block, and keeps its size', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, (1n << 72n) - 1n), fc.nat(255), (offset, number) => {
        const from: Block = { family: 6, first: vpc6.first + (BigInt(number) << 64n), prefix: 64 };

        const after = moved(vpc6, from, vpc6.first + offset);

        expect(after.prefix).toBe(64);
        expect(contains(vpc6, after)).toBe(true);
        expect(after.first % (1n << 64n)).toBe(0n);
        expect(resized(vpc6, from, 'end', vpc6.first + offset).block).toEqual(from);
      }),
    );
  });
});

describe('the end of 10.0.0.0/24', () => {
  test.each([
    ['10.0.0.130/32', '10.0.0.0/25'],
    ['10.0.1.100/32', '10.0.0.0/24'],
    ['10.0.1.200/32', '10.0.0.0/23'],
    ['10.0.3.250/32', '10.0.0.0/22'],
  ])('dragged to %s makes it %s', (at, expected) => {
    const { block: after, keepsEdge } = resized(vpc, block('10.0.0.0/24'), 'end', block(at).first);

    expect(blockText(after)).toBe(expected);
    expect(keepsEdge).toBe(true);
  });

  test('cannot make a /23 of 10.0.1.0/24 that begins where it does', () => {
    const after = resized(vpc, block('10.0.1.0/24'), 'end', block('10.0.3.0/32').first);

    expect(after).toEqual({ block: block('10.0.0.0/23'), keepsEdge: false });
  });

  test('may be the start of a /23 that ends with it', () => {
    const after = resized(vpc, block('10.0.1.0/24'), 'start', block('10.0.0.0/32').first);

    expect(after).toEqual({ block: block('10.0.0.0/23'), keepsEdge: true });
  });
});

test('a block is doubled to the one around it, and halved to the half that is in use', () => {
  expect(blockText(doubled(block('10.0.1.0/24')))).toBe('10.0.0.0/23');
  expect(blockText(halved(block('10.0.0.0/23')))).toBe('10.0.0.0/24');
  expect(blockText(halved(block('10.0.0.0/23'), block('10.0.1.9/32').first))).toBe('10.0.1.0/24');
});

test('a click on a free block makes a /24 of it, or takes all of a smaller one', () => {
  expect(blockText(usualPart(block('10.0.128.0/17')))).toBe('10.0.128.0/24');
  expect(blockText(usualPart(block('10.0.0.64/26')))).toBe('10.0.0.64/26');
});

describe('the window on a space', () => {
  test('begins around what is taken, and wide enough that something is free', () => {
    const apart = [block('10.0.0.0/24'), block('10.0.3.0/24')];
    const full = [block('10.0.0.0/24'), block('10.0.1.0/24')];

    expect(blockText(startWindow(vpc, apart))).toBe('10.0.0.0/22');
    expect(blockText(startWindow(vpc, full))).toBe('10.0.0.0/22');
    expect(startWindow(vpc, [])).toEqual(vpc);
    expect(startWindow(vpc, [vpc])).toEqual(vpc);
  });

  test('goes along with a block that is moved out of it', () => {
    const shown = block('10.0.0.0/21');

    expect(windowWith(shown, block('10.0.4.0/24'))).toEqual(shown);
    expect(blockText(windowWith(shown, block('10.0.255.0/24')))).toBe('10.0.248.0/21');
    expect(blockText(windowWith(shown, block('10.0.0.0/20')))).toBe('10.0.0.0/20');
  });

  test('never leaves the space, whichever way it is moved', () => {
    fc.assert(
      fc.property(part, fc.array(fc.constantFrom('in', 'out', 'left', 'right')), (from, steps) => {
        let shown = from;
        for (const step of steps)
          shown =
            step === 'in'
              ? nearer(shown, shown.first)
              : step === 'out'
                ? farther(vpc, shown)
                : (beside(vpc, shown, step === 'left' ? -1 : 1) ?? shown);

        expect(contains(vpc, shown)).toBe(true);
        expect(shown.prefix).toBeLessThanOrEqual(28);
      }),
    );
  });
});
