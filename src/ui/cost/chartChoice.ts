/** What somebody has set in the chart's inputs; what they have not follows the design. */
import { createStore } from 'zustand/vanilla';
import { breakEvenChart, type ChartInput } from '../../core/cost/breakEvenChart';
import { roundEnd, type ChartStart } from '../../core/cost/chartStart';
import type { PriceTable } from '../../core/cost/prices';

export type ChartChoice = Partial<Omit<ChartInput, 'prices'>>;

export const chartChoice = createStore<ChartChoice>(() => ({}));

/** Session Manager needs two endpoints, and most designs one more. */
const usualEndpoints = 3;
const usualZones = 2;
/** How far it is looked for what becomes the cheapest, in gigabytes a month: the chart is to show where. */
const farthest = 20_000;

export function chartInput(
  start: ChartStart,
  choice: ChartChoice,
  prices: PriceTable,
): ChartInput & { readonly crossZoneShare: number } {
  const input = {
    region: choice.region ?? start.region,
    zones: choice.zones ?? start.zones ?? usualZones,
    endpoints: choice.endpoints ?? (start.endpoints === 0 ? usualEndpoints : start.endpoints),
    crossZoneShare: choice.crossZoneShare ?? 0,
    prices,
  };
  const wide = breakEvenChart({ ...input, upToGb: farthest }).cheapest.map(({ fromGb }) => fromGb);
  const upToGb = choice.upToGb ?? roundEnd(start.gb === null ? wide : [...wide, start.gb]);
  return { ...input, upToGb };
}
