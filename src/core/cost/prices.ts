/** Prices as they count in one Region, with the figures that somebody has put in place of the table's. */
import { priceList, type PriceFigure, type PriceItem, type PricedItem, type PriceUnit } from './priceList';

/**
 * Figures of one's own, in US dollars: by `item unit` for every Region (`nat-gateway gb`: a discount), or by
 * `region item unit` for one (`eu-west-3 nat-gateway gb`), which goes first.
 */
export type PriceOverrides = Readonly<Record<string, number>>;

/**
 * The prices that count: those of the list, with somebody's own in their places. Whoever works out an amount is handed it and
 * looks for prices nowhere else, so that every amount of a design is by the same. Plain data, which travels to workers.
 *
 * A Region for which neither has a figure has no price: what is charged there is not known, is told as that, and is no part of a
 * sum. It is never taken for nothing, nor for the figure of another Region.
 */
export interface PriceTable {
  readonly own: PriceOverrides;
}

/** The list alone. */
export const listPrices: PriceTable = { own: {} };

/** The tiers of an item, each for what lies above the one before; undefined where nobody knows a figure for the Region. */
export function tiersOf(
  item: PriceItem,
  unit: PriceUnit,
  region: string,
  { own }: PriceTable,
): readonly PriceFigure[] | undefined {
  const usd = figureIn(own, `${region} ${item} ${unit}`) ?? figureIn(own, `${item} ${unit}`);
  if (usd !== undefined && Number.isFinite(usd) && usd >= 0)
    return [{ usd, asOf: null, source: ownSource, evidence: 'read' }];
  const priced: PricedItem = priceList[item];
  const byRegion = priced[unit] ?? {};
  return figureIn(byRegion, region) ?? figureIn(byRegion, '*');
}

/** The source of a figure that is somebody's own. */
export const ownSource = 'override';

/** Whatever a Region is called, it is not something that every object has. */
function figureIn<T>(by: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(by, key) ? by[key] : undefined;
}

/** Whether an item is charged by a unit at all, in whatever Region. */
export function isChargedBy(item: PriceItem, unit: PriceUnit): boolean {
  const priced: PricedItem = priceList[item];
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
