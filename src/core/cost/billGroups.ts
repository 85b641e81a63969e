/** The lines of a bill as people read them: by Region, in the order they ask for. */
import type { Language } from '../../lib/words';
import type { ResourceId } from '../model/document';
import { itemWords, sourceWords, sumOf, type CostLine } from './costLines';
import type { MonthlyCost } from './monthlyCost';

export const billColumns = ['resource', 'item', 'quantity', 'rate', 'month', 'source'] as const;
export type BillColumn = (typeof billColumns)[number];

export interface BillOrder {
  readonly by: BillColumn;
  readonly isDown: boolean;
}

export interface BillGroup {
  readonly region: string;
  readonly lines: readonly CostLine[];
  /** The sum of what is known. */
  readonly monthlyUsd: number;
  /** Whether everything in the Region is known. */
  readonly isWhole: boolean;
}

/**
 * The Regions of a bill, the dearest first. Without an order its lines stay in that of the design; what is not known comes
 * last, whichever way the rest goes. A Region in which nothing is priced but something is not known has a group without lines.
 */
export function billGroups(
  { lines, notKnown }: Pick<MonthlyCost, 'lines' | 'notKnown'>,
  order: BillOrder | null,
  language: Language,
  nameOf: (id: ResourceId) => string,
): readonly BillGroup[] {
  const regions = new Set([...lines, ...notKnown].map(({ region }) => region));
  const groups = [...regions].map((region): BillGroup => {
    const own = lines.filter((line) => line.region === region);
    return {
      region,
      lines: order === null ? own : own.sort(comparison(order, language, nameOf)),
      monthlyUsd: sumOf(own),
      isWhole: !notKnown.some((each) => each.region === region),
    };
  });
  return groups.sort((a, b) => b.monthlyUsd - a.monthlyUsd);
}

function comparison(
  { by, isDown }: BillOrder,
  language: Language,
  nameOf: (id: ResourceId) => string,
): (a: CostLine, b: CostLine) => number {
  const valueOf = (line: CostLine): string | number | null => {
    switch (by) {
      case 'resource':
        return nameOf(line.resource);
      case 'item':
        return itemWords(line.item, line.unit)[language];
      case 'quantity':
        return line.quantity;
      case 'rate':
        return line.unitUsd;
      case 'month':
        return line.monthlyUsd;
      case 'source':
        return line.source === null ? null : `${sourceWords(line.source)[language]} ${line.asOf ?? ''}`;
    }
  };
  return (a, b) => {
    const [one, two] = [valueOf(a), valueOf(b)];
    if (one === null || two === null) return Number(one === null) - Number(two === null);
    const order =
      typeof one === 'number' && typeof two === 'number'
        ? one - two
        : String(one).localeCompare(String(two), language, { numeric: true });
    return isDown ? -order : order;
  };
}
