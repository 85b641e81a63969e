/** Every figure of the table as its sources have it, by Region: a slip of the keyboard would otherwise go unseen. */
import { describe, expect, test } from 'vitest';
import { listPrices, tiersOf } from './prices';
import { priceList, priceUnits, type PricedItem, type PriceItem, type PriceUnit } from './priceList';

type Row = readonly [PriceItem, PriceUnit, readonly number[] | null, readonly number[] | null];

/** Figures of us-east-1, then of ap-northeast-1, tier by tier; null: not known there. */
const rows: readonly Row[] = [
  ['nat-gateway', 'hour', [0.045], [0.062]],
  ['nat-gateway', 'gb', [0.045], [0.062]],
  ['regional-nat-gateway', 'hour', [0.045], [0.062]],
  ['regional-nat-gateway', 'gb', [0.045], [0.062]],
  ['interface-endpoint', 'hour', [0.01], [0.014]],
  ['interface-endpoint', 'gb', [0.01, 0.006, 0.004], [0.01, 0.006, 0.004]],
  ['gateway-endpoint', 'hour', [0], [0]],
  ['gateway-endpoint', 'gb', [0], [0]],
  ['gwlb-endpoint', 'hour', [0.01], [0.014]],
  ['gwlb-endpoint', 'gb', [0.0035], [0.0035]],
  ['resource-endpoint', 'hour', [0.02], null],
  ['resource-endpoint', 'gb', [0.01], null],
  ['public-ipv4', 'hour', [0.005], [0.005]],
  ['transit-gateway-attachment', 'hour', [0.05], [0.07]],
  ['transit-gateway-attachment', 'gb', [0.02], [0.02]],
  ['client-vpn-association', 'hour', [0.1], [0.15]],
  ['client-vpn-connection', 'hour', [0.05], [0.05]],
  ['site-to-site-vpn', 'hour', [0.05], [0.048]],
  ['resolver-endpoint', 'hour', [0.125], [0.125]],
  ['resolver-query', 'million', [0.4, 0.2], [0.4, 0.2]],
  ['network-load-balancer', 'hour', [0.0225], [0.0243]],
  ['network-load-balancer-capacity', 'hour', [0.006], [0.006]],
  ['gateway-load-balancer', 'hour', [0.0125], null],
  ['gateway-load-balancer-capacity', 'hour', [0.004], null],
  ['application-load-balancer', 'hour', [0.0225], [0.0243]],
  ['application-load-balancer-capacity', 'hour', [0.008], [0.008]],
  ['internet-egress', 'gb', [0, 0.09], [0.114]],
  ['cross-zone', 'gb', [0.01], [0.01]],
  ['reachability-analysis', 'deed', [0.1], [0.1]],
];

describe('the figures', () => {
  test.each(rows)('of %s by the %s', (item, unit, virginia, tokyo) => {
    const figures = (region: string) =>
      tiersOf(item, unit, region, listPrices)?.map(({ usd }) => usd) ?? null;

    expect([figures('us-east-1'), figures('ap-northeast-1')]).toEqual([virginia, tokyo]);
  });

  test('are all of the table', () => {
    const all = Object.entries(priceList).flatMap(([item, priced]) =>
      priceUnits.flatMap((unit) => (unit in priced ? [`${item} ${unit}`] : [])),
    );

    expect(rows.map(([item, unit]) => `${item} ${unit}`).sort()).toEqual(all.sort());
  });

  test.each(rows)('of %s by the %s are known in no other Region but what is free', (item, unit) => {
    const elsewhere = tiersOf(item, unit, 'eu-west-3', listPrices);

    expect(elsewhere?.map(({ usd }) => usd)).toEqual(item === 'gateway-endpoint' ? [0] : undefined);
  });

  test('that AWS itself has not been read for are estimates: all but what is free', () => {
    const read = rows
      .flatMap(([item, unit]) => Object.values((priceList[item] as PricedItem)[unit] ?? {}))
      .flat()
      .filter(({ evidence }) => evidence === 'read');

    expect(read.map(({ usd }) => usd)).toEqual([0, 0]);
  });

  test('that are only believed say so', () => {
    const believed = (item: PriceItem, unit: PriceUnit, region: string) =>
      tiersOf(item, unit, region, listPrices)?.map(({ evidence }) => evidence);

    expect(believed('gwlb-endpoint', 'hour', 'ap-northeast-1')).toEqual(['believed']);
    expect(believed('client-vpn-association', 'hour', 'us-east-1')).toEqual(['believed']);
    expect(believed('internet-egress', 'gb', 'us-east-1')).toEqual(['believed', 'believed']);
    expect(believed('interface-endpoint', 'gb', 'ap-northeast-1')).toEqual([
      'transcribed',
      'believed',
      'believed',
    ]);
  });
});
