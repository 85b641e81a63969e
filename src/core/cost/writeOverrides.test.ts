import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isChargedBy, type PriceOverrides } from './prices';
import { priceList, priceUnits, type PriceItem } from './priceList';
import { readOverrides } from './readOverrides';
import { writeOverrides } from './writeOverrides';

test('prices of every Region and of one stand as the command line takes them', () => {
  const text = writeOverrides({
    'nat-gateway hour': 0.05,
    'eu-west-3 public-ipv4 hour': 0.005,
    'nat-gateway gb': 0.04,
  });

  expect(JSON.parse(text)).toEqual({
    'nat-gateway': { gb: 0.04, hour: 0.05 },
    'eu-west-3': { 'public-ipv4': { hour: 0.005 } },
  });
});

const charged = (Object.keys(priceList) as PriceItem[]).flatMap((item) =>
  priceUnits.filter((unit) => isChargedBy(item, unit)).map((unit) => `${item} ${unit}`),
);
const anyOverrides = fc.dictionary(
  fc
    .tuple(fc.constantFrom('', 'us-east-1 ', 'eu-west-3 '), fc.constantFrom(...charged))
    .map(([region, key]) => region + key),
  fc.double({ min: 0, max: 100_000, noNaN: true }).map((usd) => (Object.is(usd, -0) ? 0 : usd)),
);

test('what is written is read back the same', () => {
  fc.assert(
    fc.property(anyOverrides, (overrides: PriceOverrides) => {
      const plain = Object.fromEntries(Object.entries(overrides));

      expect(readOverrides(writeOverrides(plain))).toEqual({ overrides: plain });
    }),
  );
});
