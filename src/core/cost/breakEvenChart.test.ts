import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakEvenGb, type Build } from './breakEven';
import { breakEvenChart, type ChartInput } from './breakEvenChart';
import { listPrices } from './prices';

const tokyo: ChartInput = {
  region: 'ap-northeast-1',
  zones: 2,
  endpoints: 3,
  upToGb: 1000,
  prices: listPrices,
};
const virginia: ChartInput = { ...tokyo, region: 'us-east-1' };

const crossings = (input: ChartInput) =>
  breakEvenChart(input).crossings.map(({ below, above, gb }) => [below, above, Math.round(gb)]);

test('a chart says whether one’s own prices are in it: those of another Region are not', () => {
  const hasOwn = (own: Readonly<Record<string, number>>, crossZoneShare = 0) =>
    breakEvenChart({ ...tokyo, crossZoneShare, prices: { own } }).hasOwnPrice;

  expect(hasOwn({ 'nat-gateway gb': 0.05 })).toBe(true);
  expect(hasOwn({ 'us-east-1 nat-gateway gb': 0.05, 'site-to-site-vpn hour': 0.01 })).toBe(false);
  expect([hasOwn({ 'cross-zone gb': 0.005 }), hasOwn({ 'cross-zone gb': 0.005 }, 0.5)]).toEqual([
    false,
    true,
  ]);
});

// https://aws.amazon.com/vpc/pricing/ and https://aws.amazon.com/privatelink/pricing/
describe('three endpoints in two zones', () => {
  test('cross the line of a single NAT gateway at 239 GB a month, in Virginia at 209', () => {
    expect(crossings(tokyo)).toEqual([['single-nat', 'interface-endpoint', 239]]);
    expect(crossings(virginia)).toEqual([['single-nat', 'interface-endpoint', 209]]);
  });

  test('never cross that of a NAT gateway in each zone: they are cheaper from the first byte', () => {
    const { series } = breakEvenChart(tokyo);
    const usdAt = (id: string, gb: number) => series.find((each) => each.id === id)?.usdAt(gb) ?? NaN;

    expect(usdAt('nat-in-each-zone', 0)).toBeCloseTo(97.82, 2);
    expect(usdAt('interface-endpoint', 0)).toBeCloseTo(61.32, 2);
    for (const gb of [0, 1, 1000])
      expect(usdAt('interface-endpoint', gb)).toBeLessThan(usdAt('nat-in-each-zone', gb));
  });

  test('are the cheapest of those that lead to any service from there on, and it is said', () => {
    const { cheapest } = breakEvenChart(tokyo);

    expect(cheapest.map(({ id, says }) => [id, says.en])).toEqual([
      ['single-nat', '“A single NAT gateway” is the cheapest from the first byte'],
      ['interface-endpoint', 'From 239 GB a month on “3 interface endpoints in 2 zones” is the cheapest'],
    ]);
  });
});

test('in one zone, three endpoints are cheaper than a NAT gateway from the first byte', () => {
  const { cheapest, crossings: none, series } = breakEvenChart({ ...tokyo, zones: 1 });

  expect(cheapest.map(({ id }) => id)).toEqual(['interface-endpoint']);
  expect(none).toEqual([]);
  expect(series.map(({ id }) => id)).not.toContain('nat-in-each-zone');
});

test('a gateway endpoint costs nothing, whatever passes', () => {
  const [free] = breakEvenChart(tokyo).series;

  expect(free?.points).toEqual([
    { gb: 0, usd: 0 },
    { gb: 1000, usd: 0 },
  ]);
});

test('what comes to a single NAT gateway from another zone is paid both ways', () => {
  const { series } = breakEvenChart({ ...tokyo, crossZoneShare: 0.5 });

  expect(series.find(({ id }) => id === 'single-nat')?.usdAt(100)).toBeCloseTo(48.91 + 6.2 + 1, 2);
});

test('a Region without prices has only the line of what is free, and nothing crosses', () => {
  const { series, crossings: none } = breakEvenChart({ ...tokyo, region: 'eu-west-3' });

  expect(series.filter(({ points }) => points !== null).map(({ id }) => id)).toEqual(['gateway-endpoint']);
  expect(none).toEqual([]);
});

test('lines bend where a tier of the Region begins', () => {
  const petabyte = 1024 * 1024;
  const { series } = breakEvenChart({ ...virginia, upToGb: 2 * petabyte });

  expect(series.find(({ id }) => id === 'interface-endpoint')?.points?.map(({ gb }) => gb)).toEqual([
    0,
    petabyte,
    2 * petabyte,
  ]);
});

test('where lines cross is where the search for the break-even finds it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom('us-east-1', 'ap-northeast-1'),
      (zones, endpoints, region) => {
        const input = { region, zones, endpoints, upToGb: 100_000, prices: listPrices };
        const dear: Build = { 'interface-endpoint': zones * endpoints };
        const nat: Build = { 'nat-gateway': 1, 'public-ipv4': 1 };
        const wanted = breakEvenGb(dear, nat, region, listPrices) ?? 0;

        const found = breakEvenChart(input).crossings.find(
          ({ below, above }) => below === 'single-nat' && above === 'interface-endpoint',
        );

        if (wanted === 0 || wanted >= input.upToGb) expect(found).toBeUndefined();
        else expect(found?.gb).toBeCloseTo(wanted, 1);
      },
    ),
    { numRuns: 60 },
  );
});
