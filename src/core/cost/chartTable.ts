/** The figures of a chart as a table: what each way of building costs at the traffic that matters. */
import type { Chart, SeriesId } from './breakEvenChart';

export interface ChartRow {
  readonly gb: number;
  /** Why the row is there: the traffic of the design, where lines cross, or a round number between. */
  readonly is: 'yours' | 'crossing' | 'round';
  /** In the order of the chart's series; null: a figure is not known. */
  readonly usd: readonly (number | null)[];
  /** Which is the cheapest of those that lead to any service; null where nobody knows. Two that cost the same are both. */
  readonly cheapest: ReadonlySet<SeriesId>;
}

/** `own`: the traffic of the design, in gigabytes a month; null: it is not known, or not on the chart. */
export function chartRows(chart: Chart, upToGb: number, own: number | null): readonly ChartRow[] {
  const rows = new Map<number, ChartRow['is']>();
  for (const share of [0, 0.25, 0.5, 0.75, 1]) rows.set(share * upToGb, 'round');
  for (const { gb } of chart.crossings) rows.set(gb, 'crossing');
  if (own !== null && own <= upToGb) rows.set(own, 'yours');
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([gb, is]) => {
      const usd = chart.series.map((series) => series.usdAt(gb));
      // The gateway endpoint leads to two services only: it is no answer to what is the cheapest.
      const least = Math.min(
        ...chart.series.flatMap(({ id }, index) => (id === 'gateway-endpoint' ? [] : (usd[index] ?? []))),
      );
      const cheapest = chart.series.flatMap(({ id }, index) =>
        id !== 'gateway-endpoint' && Math.abs((usd[index] ?? Infinity) - least) < 0.005 ? [id] : [],
      );
      return { gb, is, usd, cheapest: new Set(cheapest) };
    });
}
