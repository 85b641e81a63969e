import { describe, expect, test } from 'vitest';
import { charges, listPrices, tiersOf } from './prices';
import { priceList, priceUnits, type PricedItem, type PriceItem } from './priceList';

/** Every row of figures, with what it is of. */
const rows = (Object.entries(priceList) as [PriceItem, PricedItem][]).flatMap(([item, priced]) =>
  priceUnits.flatMap((unit) =>
    Object.entries(priced[unit] ?? {}).map(([region, tiers]) => ({
      name: `${item} ${unit} ${region}`,
      tiers,
    })),
  ),
);

describe('the price table', () => {
  test.each(rows)('$name: each figure has a source and says how far it can be relied on', ({ tiers }) => {
    for (const figure of tiers) {
      expect(figure.usd).toBeGreaterThanOrEqual(0);
      expect(figure.source).not.toBe('');
      expect(figure.asOf ?? '2026').toMatch(/^20\d\d(-\d\d){0,2}$/);
    }
  });

  test.each(rows)('$name: tiers rise, and only the last may be open', ({ tiers }) => {
    const ends = tiers.map(({ upTo }) => upTo ?? Infinity);

    expect(ends).toEqual([...new Set(ends)].sort((a, b) => a - b));
  });

  test('has a name in both languages for every item, and a figure', () => {
    for (const { label, ...units } of Object.values(priceList)) {
      expect([label.en, label.ja]).not.toContain('');
      expect(Object.keys(units)).not.toEqual([]);
    }
  });
});

test('a quantity is cut up by the tiers, also where others have used some of them', () => {
  const tiers = tiersOf('interface-endpoint', 'gb', 'us-east-1', listPrices);
  const petabyte = 1024 * 1024;
  const amounts = (quantity: number, before = 0) =>
    charges(tiers, quantity, before).map((charge) => [charge.quantity, charge.figure?.usd]);

  expect(amounts(10)).toEqual([[10, 0.01]]);
  expect(amounts(petabyte + 5)).toEqual([
    [petabyte, 0.01],
    [5, 0.006],
  ]);
  expect(amounts(10, petabyte - 4)).toEqual([
    [4, 0.01],
    [6, 0.006],
  ]);
});

test.each(['eu-west-3', 'constructor', '__proto__', ''])(
  'a Region without figures (%j) has no price, unless somebody has given one',
  (region) => {
    expect(tiersOf('nat-gateway', 'hour', region, listPrices)).toBeUndefined();
    expect(tiersOf('nat-gateway', 'hour', region, { own: { 'nat-gateway hour': 0.05 } })).toMatchObject([
      { usd: 0.05, source: 'override' },
    ]);
  },
);

test('a price of one’s own for one Region goes before that for every Region', () => {
  const own = { 'nat-gateway hour': 0.05, 'us-east-1 nat-gateway hour': 0.03 };
  const hour = (region: string) => tiersOf('nat-gateway', 'hour', region, { own })?.[0]?.usd;

  expect([hour('us-east-1'), hour('ap-northeast-1')]).toEqual([0.03, 0.05]);
});

test('what lies beyond the last tier that is known has no price', () => {
  const beyond = charges(tiersOf('internet-egress', 'gb', 'ap-northeast-1', listPrices), 20_000);

  expect(beyond.map(({ quantity, figure }) => [quantity, figure?.usd ?? null])).toEqual([
    [10_240, 0.114],
    [9_760, null],
  ]);
});
