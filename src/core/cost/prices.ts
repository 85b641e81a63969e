/** Prices as they count in one Region, with the figures that somebody has put in place of the table's. */
import { priceTable, type PriceFigure, type PriceItem, type PricedItem, type PriceUnit } from './priceTable';

/**
 * Figures of one's own, in US dollars: by `item unit` for every Region (`nat-gateway gb`: a discount), or by
 * `region item unit` for one (`eu-west-3 nat-gateway gb`), which goes first.
 */
export type PriceOverrides = Readonly<Record<string, number>>;

/** The tiers of an item, each for what lies above the one before; undefined where nobody knows a figure. */
export function tiersOf(
  item: PriceItem,
  unit: PriceUnit,
  region: string,
  overrides: PriceOverrides = {},
): readonly PriceFigure[] | undefined {
  const own = overrides[`${region} ${item} ${unit}`] ?? overrides[`${item} ${unit}`];
  if (own !== undefined && Number.isFinite(own) && own >= 0)
    return [{ usd: own, asOf: null, source: 'override', evidence: 'read' }];
  const priced: PricedItem = priceTable[item];
  const byRegion = priced[unit];
  return byRegion?.[region] ?? byRegion?.['*'];
}

/** Whether an item is charged by a unit at all, in whatever Region. */
export function isChargedBy(item: PriceItem, unit: PriceUnit): boolean {
  const priced: PricedItem = priceTable[item];
  return priced[unit] !== undefined;
}

/** A part of a quantity at one figure; null: nobody knows it. */
export interface Charge {
  readonly quantity: number;
  readonly figure: PriceFigure | null;
}

/** A quantity cut up by the tiers. `before`: what has been used of the tiers already. */
export function charges(
  tiers: readonly PriceFigure[] | undefined,
  quantity: number,
  before = 0,
): readonly Charge[] {
  if (tiers === undefined) return [{ quantity, figure: null }];
  const found: Charge[] = [];
  let from = before;
  const end = before + quantity;
  for (const figure of tiers) {
    const upTo = Math.min(figure.upTo ?? Infinity, end);
    if (upTo > from) found.push({ quantity: upTo - from, figure });
    from = Math.max(from, upTo);
  }
  if (end > from) found.push({ quantity: end - from, figure: null });
  return found.length === 0 ? [{ quantity: 0, figure: tiers[0] ?? null }] : found;
}

export function isEstimate({ evidence }: Pick<PriceFigure, 'evidence'>): boolean {
  return evidence !== 'read';
}
