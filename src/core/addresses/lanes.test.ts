import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockOf, lastOf, type Block } from '../../lib/cidr';
import type { Space } from './addressPlan';
import { addressAt, shownFree, shownParts, spanIn } from './lanes';
import { blockAround, freeBlocks } from './tiling';

const block = (text: string): Block => {
  const found = blockOf(text);
  if (found === undefined) throw new Error(`${text} is no block`);
  return found;
};

const spaceWith = (text: string, ...parts: readonly Block[]): Space => ({
  block: block(text),
  parts: parts.map((each, index) => ({ id: `S${index}`, block: each, clash: null })),
  free: freeBlocks(block(text), parts),
});

describe('what the bar shows', () => {
  test('is to size and in the order of the addresses', () => {
    const space = spaceWith('10.0.0.0/22', block('10.0.2.0/23'), block('10.0.0.0/24'));

    expect(shownParts(space, space.block).map(({ id, span }) => [id, span])).toEqual([
      ['S1', { from: 0, to: 0.25 }],
      ['S0', { from: 0.5, to: 1 }],
    ]);
    expect(shownFree(space, space.block)).toEqual([
      { block: block('10.0.1.0/24'), span: { from: 0.25, to: 0.5 } },
    ]);
  });

  test('is cut off at the edges of the window, and what is beyond is not shown', () => {
    const space = spaceWith('10.0.0.0/16', block('10.0.0.0/17'), block('10.0.128.0/24'));

    expect(shownParts(space, block('10.0.64.0/20'))).toMatchObject([{ id: 'S0', span: { from: 0, to: 1 } }]);
    expect(spanIn(block('10.0.0.0/24'), block('10.0.1.0/24'))).toBeUndefined();
  });

  test('fills the window without a gap, whatever is taken', () => {
    const parts = fc.array(
      fc
        .tuple(fc.nat(0xffff), fc.integer({ min: 18, max: 28 }))
        .map(([offset, prefix]) => blockAround(4, 0x0a000000n + BigInt(offset), prefix)),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(parts, fc.nat(0xffff), fc.integer({ min: 16, max: 24 }), (taken, offset, prefix) => {
        const space = spaceWith('10.0.0.0/16', ...taken);
        const shown = blockAround(4, 0x0a000000n + BigInt(offset), prefix);

        const outermost = shownParts(space, shown).filter(({ lane }) => lane === 0);
        const spans = [...outermost, ...shownFree(space, shown)]
          .map(({ span }) => span)
          .sort((a, b) => a.from - b.from);

        expect(spans[0]?.from).toBe(0);
        expect(spans.at(-1)?.to).toBe(1);
        for (const [index, span] of spans.entries())
          if (index > 0) expect(span.from).toBe(spans[index - 1]?.to);
      }),
    );
  });

  test('puts subnets that share addresses under one another', () => {
    const space = spaceWith(
      '10.0.0.0/16',
      block('10.0.1.0/24'),
      block('10.0.0.0/22'),
      block('10.0.1.0/24'),
      block('10.0.4.0/24'),
    );

    expect(shownParts(space, space.block).map(({ id, lane }) => [id, lane])).toEqual([
      ['S1', 0],
      ['S0', 1],
      ['S2', 2],
      ['S3', 0],
    ]);
  });
});

test('every place on the bar is an address of the window, in IPv6 as well', () => {
  fc.assert(
    fc.property(fc.double({ min: -1, max: 2, noNaN: true }), (fraction) => {
      for (const shown of [block('10.0.0.0/20'), block('2001:db8::/56')]) {
        const address = addressAt(shown, fraction);

        expect(address >= shown.first && address <= lastOf(shown) + 1n).toBe(true);
      }
    }),
  );
});
