/**
 * What a chart of monthly cost against traffic shows, without any drawing: a line for each way of building, given the number of
 * zones and of endpoints, and the places where lines cross, named.
 */
import type { Words } from '../../lib/words';
import { monthlyUsd, type Build } from './breakEven';
import { isChargedBy, ownSource, tiersOf, type PriceTable } from './prices';
import type { PriceItem } from './priceList';
import { usdText } from './usdText';

export interface ChartInput {
  readonly region: string;
  /** In how many Availability Zones the workloads stand: as many as each endpoint, and the NAT gateways, are paid for. */
  readonly zones: number;
  /** How many services have an interface endpoint. */
  readonly endpoints: number;
  /** The share of traffic that goes to a single NAT gateway from another zone than its own, 0 to 1. */
  readonly crossZoneShare?: number;
  /** Where the chart ends, in gigabytes a month. */
  readonly upToGb: number;
  readonly prices: PriceTable;
}

export const seriesIds = [
  'gateway-endpoint',
  'interface-endpoint',
  'single-nat',
  'nat-in-each-zone',
] as const;
export type SeriesId = (typeof seriesIds)[number];

export interface Series {
  readonly id: SeriesId;
  readonly title: Words;
  /** Where the line bends, with its two ends; null: a figure is not known in the Region, so that there is no line. */
  readonly points: readonly Point[] | null;
  readonly usdAt: (gb: number) => number | null;
}

export interface Point {
  readonly gb: number;
  readonly usd: number;
}

export interface Crossing extends Point {
  /** The one that is cheaper below, and the one that is cheaper above. */
  readonly below: SeriesId;
  readonly above: SeriesId;
  readonly says: Words;
}

export interface Chart {
  readonly series: readonly Series[];
  /** Whether any line is by a price of somebody's own. */
  readonly hasOwnPrice: boolean;
  /** By traffic, the least first. */
  readonly crossings: readonly Crossing[];
  /** Which is the cheapest from where on: the first from 0. */
  readonly cheapest: readonly { readonly fromGb: number; readonly id: SeriesId; readonly says: Words }[];
}

export function breakEvenChart(input: ChartInput): Chart {
  const series = seriesOf(input);
  return {
    series,
    hasOwnPrice: hasOwnPrice(input),
    crossings: crossingsOf(series, input),
    cheapest: cheapestOf(series, input),
  };
}

interface Drawn {
  readonly id: SeriesId;
  readonly title: Words;
  readonly build: Build;
  /** Gigabytes that go from zone to zone, each way, for each gigabyte of traffic. */
  readonly crossing: number;
}

function seriesOf(input: ChartInput): readonly Series[] {
  return drawnFor(input).map((drawn): Series => {
    const usdAt = (gb: number): number | null => amountOf(drawn, gb, input);
    const bends = bendsOf(drawn, input);
    const points = bends.map((gb) => ({ gb, usd: usdAt(gb) }));
    const isKnown = (point: { readonly gb: number; readonly usd: number | null }): point is Point =>
      point.usd !== null;
    return { id: drawn.id, title: drawn.title, points: points.every(isKnown) ? points : null, usdAt };
  });
}

function drawnFor({ zones, endpoints, crossZoneShare = 0 }: ChartInput): readonly Drawn[] {
  const [inZones, inZonesJa] = [zones === 1 ? '1 zone' : `${zones} zones`, `${zones} ゾーン`];
  const count = endpoints === 1 ? '1 interface endpoint' : `${endpoints} interface endpoints`;
  const all: Drawn[] = [
    {
      id: 'gateway-endpoint',
      title: { en: 'Gateway endpoint (S3, DynamoDB)', ja: 'ゲートウェイエンドポイント (S3、DynamoDB)' },
      build: { 'gateway-endpoint': 1 },
      crossing: 0,
    },
    {
      id: 'interface-endpoint',
      title: {
        en: `${count} in ${inZones}`,
        ja: `インターフェイスエンドポイント ${endpoints} 個 × ${inZonesJa}`,
      },
      build: { 'interface-endpoint': endpoints * zones },
      crossing: 0,
    },
    {
      id: 'single-nat',
      title: { en: 'A single NAT gateway', ja: 'NAT ゲートウェイ 1 個' },
      build: { 'nat-gateway': 1, 'public-ipv4': 1 },
      crossing: zones === 1 ? 0 : crossZoneShare,
    },
    {
      id: 'nat-in-each-zone',
      title: { en: `A NAT gateway in each of ${inZones}`, ja: `NAT ゲートウェイ × ${inZonesJa}` },
      build: { 'nat-gateway': zones, 'public-ipv4': zones },
      crossing: 0,
    },
  ];
  return zones === 1 ? all.filter(({ id }) => id !== 'nat-in-each-zone') : all;
}

function amountOf({ build, crossing }: Drawn, gb: number, { region, prices }: ChartInput): number | null {
  const own = monthlyUsd(build, gb, region, prices);
  const [rate] = tiersOf('cross-zone', 'gb', region, prices) ?? [];
  if (own === null || (crossing > 0 && rate === undefined)) return null;
  return own + 2 * crossing * gb * (rate?.usd ?? 0);
}

function hasOwnPrice(input: ChartInput): boolean {
  const isOwn = (item: PriceItem, unit: 'hour' | 'gb'): boolean =>
    tiersOf(item, unit, input.region, input.prices)?.[0]?.source === ownSource;
  return drawnFor(input).some(
    ({ build, crossing }) =>
      (crossing > 0 && isOwn('cross-zone', 'gb')) ||
      // The keys of a build are items.
      (Object.keys(build) as PriceItem[]).some((item) => isOwn(item, 'hour') || isOwn(item, 'gb')),
  );
}

/** A line is straight from tier to tier. */
function bendsOf({ build }: Drawn, { region, prices, upToGb }: ChartInput): readonly number[] {
  const found = new Set([0, upToGb]);
  // The keys of a build are items.
  for (const item of Object.keys(build) as PriceItem[])
    if (isChargedBy(item, 'gb'))
      for (const { upTo } of tiersOf(item, 'gb', region, prices) ?? [])
        if (upTo !== undefined && upTo < upToGb) found.add(upTo);
  return [...found].sort((a, b) => a - b);
}

function crossingsOf(series: readonly Series[], { upToGb }: ChartInput): readonly Crossing[] {
  const found: Crossing[] = [];
  for (const [index, one] of series.entries())
    for (const other of series.slice(index + 1)) {
      for (const gb of meetings(one, other, upToGb)) {
        const usd = one.usdAt(gb);
        const before = differenceAt(one, other, gb - width(upToGb));
        if (usd === null || before === null) continue;
        const [below, above] = before < 0 ? [one, other] : [other, one];
        found.push({ gb, usd, below: below.id, above: above.id, says: crossingWords(below, above, gb, usd) });
      }
    }
  return found.sort((a, b) => a.gb - b.gb);
}

/** Far less than anybody can see, so that what is just below a crossing is found. */
function width(upToGb: number): number {
  return upToGb * 1e-9;
}

/** Where one line passes the other: from bend to bend both are straight. */
function meetings(one: Series, other: Series, upToGb: number): readonly number[] {
  const bends = [...new Set([...(one.points ?? []), ...(other.points ?? [])].map(({ gb }) => gb))];
  if (one.points === null || other.points === null) return [];
  bends.sort((a, b) => a - b);
  const found: number[] = [];
  for (const [index, from] of bends.entries()) {
    const to = bends[index + 1];
    const start = differenceAt(one, other, from);
    const end = to === undefined ? null : differenceAt(one, other, to);
    if (to === undefined || start === null || end === null) continue;
    // Lines that meet at the very beginning part there; they do not cross.
    if (start * end < 0) found.push(from + ((to - from) * start) / (start - end));
    else if (end === 0 && start !== 0 && to < upToGb) {
      const beyond = differenceAt(one, other, to + width(upToGb));
      if (beyond !== null && beyond * start < 0) found.push(to);
    }
  }
  return found;
}

function differenceAt(one: Series, other: Series, gb: number): number | null {
  const [a, b] = [one.usdAt(gb), other.usdAt(gb)];
  return a === null || b === null ? null : a - b;
}

function crossingWords(below: Series, above: Series, gb: number, usd: number): Words {
  const at = gbText(gb);
  return {
    en: `Up to ${at} a month “${below.title.en}” is cheaper, beyond that “${above.title.en}” (${usdText(usd)})`,
    ja: `月間 ${at} までは「${below.title.ja}」、それを超えると「${above.title.ja}」のほうが安くなります (${usdText(usd)})`,
  };
}

function cheapestOf(series: readonly Series[], { upToGb }: ChartInput): Chart['cheapest'] {
  const known = series.filter(({ points, id }) => points !== null && id !== 'gateway-endpoint');
  const bounds = known.flatMap((one, index) =>
    known.slice(index + 1).flatMap((other) => meetings(one, other, upToGb)),
  );
  const found: { readonly fromGb: number; readonly id: SeriesId; readonly says: Words }[] = [];
  for (const fromGb of [0, ...bounds.sort((a, b) => a - b)]) {
    const best = cheapestAt(known, fromGb + width(upToGb));
    if (best === undefined || best.id === found.at(-1)?.id) continue;
    const at = gbText(fromGb);
    const says: Words =
      fromGb === 0
        ? {
            en: `“${best.title.en}” is the cheapest from the first byte`,
            ja: `最初の 1 バイトから「${best.title.ja}」が最も安くなります`,
          }
        : {
            en: `From ${at} a month on “${best.title.en}” is the cheapest`,
            ja: `月間 ${at} からは「${best.title.ja}」が最も安くなります`,
          };
    found.push({ fromGb, id: best.id, says });
  }
  return found;
}

function cheapestAt(series: readonly Series[], gb: number): Series | undefined {
  let best: Series | undefined;
  let least = Infinity;
  for (const each of series) {
    const usd = each.usdAt(gb);
    if (usd !== null && usd < least) [best, least] = [each, usd];
  }
  return best;
}

/** "239 GB"; below ten with a digit behind the point. */
export function gbText(gb: number): string {
  const rounded = gb < 10 ? Math.round(gb * 10) / 10 : Math.round(gb);
  return `${String(rounded).replaceAll(/\B(?=(\d{3})+$)/g, ',')} GB`;
}
