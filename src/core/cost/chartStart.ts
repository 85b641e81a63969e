/** What a design says of the comparison between NAT gateways and endpoints, so that nobody has to type it. */
import type { CostLine } from './costLines';
import type { PriceItem } from './priceList';

export interface ChartStart {
  readonly region: string;
  /** Availability Zones in which something stands that sends; null where the design does not say. */
  readonly zones: number | null;
  /** Interface endpoints that are drawn. */
  readonly endpoints: number;
  /** Gigabytes a month that pass NAT gateways and endpoints; null where no flow through one has an amount. */
  readonly gb: number | null;
}

export interface DesignAtHand {
  readonly lines: readonly CostLine[];
  /** What counts where nothing of the comparison is drawn. */
  readonly region: string;
  /** The named zones of what sends in a Region. */
  readonly zonesIn: (region: string) => ReadonlySet<string>;
}

/** Of the Region in which most of it is spent. */
export function chartStart({ lines, region: usual, zonesIn }: DesignAtHand): ChartStart {
  const compared = lines.filter(({ item }) => ways.has(item));
  const spent = new Map<string, number>();
  for (const { region, monthlyUsd } of compared)
    spent.set(region, (spent.get(region) ?? 0) + (monthlyUsd ?? 0));
  const [[region] = [usual]] = [...spent].sort(([, a], [, b]) => b - a);
  const own = compared.filter((line) => line.region === region);
  const passing = own.filter(({ unit, quantity }) => unit === 'gb' && quantity !== null);
  return {
    region,
    zones: zonesIn(region).size || null,
    endpoints: new Set(
      own.filter(({ item }) => item === 'interface-endpoint').map(({ resource }) => resource),
    ).size,
    gb: passing.length === 0 ? null : passing.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0),
  };
}

const ways: ReadonlySet<PriceItem> = new Set([
  'nat-gateway',
  'regional-nat-gateway',
  'interface-endpoint',
  'gateway-endpoint',
]);

/**
 * Where a chart ends that shows what matters: the traffic of the design, and the crossings, with room beyond them. In
 * gigabytes, a round number.
 */
export function roundEnd(gb: readonly number[]): number {
  const most = Math.max(...gb.map((each) => each * 1.4), 500);
  const ten = 10 ** Math.floor(Math.log10(most));
  return ([1, 2, 5].find((each) => each * ten >= most) ?? 10) * ten;
}
