import { expect, test } from 'vitest';
import { breakEvenChart } from './breakEvenChart';
import { chartRows } from './chartTable';
import { listPrices } from './prices';

const input = { region: 'us-east-1', zones: 2, endpoints: 3, upToGb: 1000, prices: listPrices };
const rows = chartRows(breakEvenChart(input), 1000, 100);

// https://aws.amazon.com/vpc/pricing/ and https://aws.amazon.com/privatelink/pricing/
test('the table has the traffic of the design and the crossing between round amounts', () => {
  expect(rows.map(({ gb, is }) => [Math.round(gb), is])).toEqual([
    [0, 'round'],
    [100, 'yours'],
    [209, 'crossing'],
    [250, 'round'],
    [500, 'round'],
    [750, 'round'],
    [1000, 'round'],
  ]);
});

test('it says which is the cheapest, and where two cost the same both are', () => {
  const cheapest = rows.map((row) => [...row.cheapest]);

  expect(cheapest.slice(0, 4)).toEqual([
    ['single-nat'],
    ['single-nat'],
    ['interface-endpoint', 'single-nat'],
    ['interface-endpoint'],
  ]);
});

test('a row has the amount of each way, in the order of the chart', () => {
  expect(rows[1]?.usd.map((usd) => usd?.toFixed(2))).toEqual(['0.00', '44.80', '41.00', '77.50']);
});

test('a Region without prices has no cheapest, and traffic beyond the chart has no row', () => {
  const unknown = chartRows(breakEvenChart({ ...input, region: 'eu-west-3' }), 1000, 2000);

  expect(unknown.map(({ is, cheapest }) => [is, cheapest.size])).toEqual(
    Array.from({ length: 5 }, () => ['round', 0]),
  );
  expect(unknown[0]?.usd).toEqual([0, null, null, null]);
});
