/** From how much traffic on one way of building costs more than another one. */
import { charges, isChargedBy, tiersOf, type PriceTable } from './prices';
import { hoursPerMonth, type PriceItem } from './priceList';

/** Some items that run all month; the traffic passes through those that are charged by the gigabyte. */
export type Build = Readonly<Partial<Record<PriceItem, number>>>;

/** A month of a build with some traffic; null where a figure is not known for the Region. */
export function monthlyUsd(build: Build, gb: number, region: string, prices: PriceTable): number | null {
  let sum = 0;
  // The keys of a build are items.
  for (const [item, units] of Object.entries(build) as [PriceItem, number][])
    for (const [unit, quantity] of [
      ['hour', units * hoursPerMonth],
      ['gb', gb],
    ] as const) {
      if (!isChargedBy(item, unit)) continue;
      for (const charge of charges(tiersOf(item, unit, region, prices), quantity)) {
        if (charge.figure === null) return null;
        sum += charge.quantity * charge.figure.usd;
      }
    }
  return sum;
}

/** Ten petabytes a month: nobody asks beyond. */
const most = 10 * 1024 * 1024;

/**
 * The gigabytes a month from which `dear` is the cheaper one though it costs more without traffic; 0 where it is cheaper
 * from the first byte, null where it never is, or where a figure is not known.
 */
export function breakEvenGb(dear: Build, other: Build, region: string, prices: PriceTable): number | null {
  const saving = (gb: number): number | null => {
    const [one, two] = [monthlyUsd(dear, gb, region, prices), monthlyUsd(other, gb, region, prices)];
    return one === null || two === null ? null : two - one;
  };
  const atOnce = saving(0);
  if (atOnce === null) return null;
  if (atOnce >= 0) return 0;
  let [low, high] = [0, most];
  const beyond = saving(high);
  if (beyond === null || beyond < 0) return null;
  // Costs grow in straight pieces, so that halving finds the place to a thousandth of a gigabyte.
  while (high - low > 0.001) {
    const middle = (low + high) / 2;
    const saved = saving(middle);
    if (saved === null) return null;
    if (saved < 0) low = middle;
    else high = middle;
  }
  return high;
}
