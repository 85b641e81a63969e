/** Quantities made into lines of a bill: each with its figure, and with what nobody knows told beside. */
import { verbatim, type Words } from '../../lib/words';
import type { ResourceId } from '../model/document';
import { charges, isEstimate, ownSource, tiersOf, type PriceTable } from './prices';
import { priceList, type PriceFigure, type PriceItem } from './priceList';

export interface CostLine {
  /** For data that a flow transfers: the end of it that pays. */
  readonly resource: ResourceId;
  /** Whose prices count. */
  readonly region: string;
  readonly item: PriceItem;
  readonly unit: 'hour' | 'gb';
  readonly label: Words;
  /** Hours or gigabytes a month. */
  readonly quantity: number | null;
  readonly unitUsd: number | null;
  readonly monthlyUsd: number | null;
  readonly asOf: string | null;
  readonly source: string | null;
  readonly estimate: boolean;
}

export interface NotKnown {
  readonly resource: ResourceId;
  readonly region: string;
  readonly says: Words;
}

/** Lines that are being gathered. Tiers are filled by all of a Region together, in the order in which lines are added. */
export interface Bill {
  readonly lines: CostLine[];
  readonly notKnown: NotKnown[];
  readonly used: Map<string, number>;
  readonly prices: PriceTable;
}

export function newBill(prices: PriceTable, used: ReadonlyMap<string, number> = new Map()): Bill {
  return { lines: [], notKnown: [], used: new Map(used), prices };
}

export interface Charged {
  readonly resource: ResourceId;
  readonly item: PriceItem;
  readonly unit: 'hour' | 'gb';
  readonly region: string;
}

export function addQuantity(bill: Bill, charged: Charged, quantity: number): void {
  const { resource, item, unit, region } = charged;
  const key = tierKey(region, item, unit);
  const before = bill.used.get(key) ?? 0;
  bill.used.set(key, before + quantity);
  for (const charge of charges(tiersOf(item, unit, region, bill.prices), quantity, before)) {
    if (charge.figure === null)
      bill.notKnown.push({ resource, region, says: noFigure(priceList[item].label, unit, region) });
    bill.lines.push(lineOf(charged, charge.quantity, charge.figure));
  }
}

/** A line of which nobody knows the quantity. */
export function addUnknown(bill: Bill, charged: Charged, says: Words): void {
  const { item, unit, region } = charged;
  const [figure] = tiersOf(item, unit, region, bill.prices) ?? [];
  bill.notKnown.push({ resource: charged.resource, region, says });
  bill.lines.push(lineOf(charged, null, figure ?? null));
}

export function sumOf(lines: readonly CostLine[]): number {
  return lines.reduce((sum, line) => sum + (line.monthlyUsd ?? 0), 0);
}

/** Whether any of the amounts is by a price of somebody's own. */
export function hasOwnPrice(lines: readonly Pick<CostLine, 'source'>[]): boolean {
  return lines.some(({ source }) => source === ownSource);
}

/** Said beside amounts to the one whose prices they are by. */
export const withYourPrices: Words = { en: 'with your prices', ja: 'ユーザー指定の料金を使用' };

/** Said beside amounts that others are handed. */
export const atOwnPrices: Words = { en: 'at own prices', ja: '独自の料金' };

export function tierKey(region: string, item: PriceItem, unit: string): string {
  return `${region} ${item} ${unit}`;
}

/** A label that says what is counted: "NAT gateway hours". */
export function itemWords(item: PriceItem, unit: 'hour' | 'gb'): Words {
  const { label } = priceList[item];
  // Data transfer is counted in nothing else.
  if (!('hour' in priceList[item])) return label;
  return unit === 'hour'
    ? { en: `${label.en} hours`, ja: `${label.ja} (時間)` }
    : { en: `${label.en} data processed`, ja: `${label.ja} (データ処理)` };
}

/** Where a figure is from, in both languages. */
export function sourceWords(source: string): Words {
  return sources.get(source) ?? verbatim(source);
}

const sources: ReadonlyMap<string, Words> = new Map([
  [ownSource, { en: 'given by you', ja: 'ユーザー指定' }],
  ['AmazonVPC price list', { en: 'AmazonVPC price list', ja: 'AmazonVPC 料金表' }],
  ['a copy of the AWS price list', { en: 'a copy of the AWS price list', ja: 'AWS 料金表の写し' }],
  [
    'a copy of the AWS Transit Gateway prices',
    { en: 'a copy of the AWS Transit Gateway prices', ja: 'AWS Transit Gateway 料金の写し' },
  ],
  ['believed; no source at hand', { en: 'believed; no source at hand', ja: '推定 (出典なし)' }],
]);

function lineOf(
  { resource, region, item, unit }: Charged,
  quantity: number | null,
  figure: PriceFigure | null,
): CostLine {
  return {
    resource,
    region,
    item,
    unit,
    label: priceList[item].label,
    quantity,
    unitUsd: figure?.usd ?? null,
    monthlyUsd: figure === null || quantity === null ? null : quantity * figure.usd,
    asOf: figure?.asOf ?? null,
    source: figure?.source ?? null,
    estimate: figure !== null && isEstimate(figure),
  };
}

function noFigure(label: Words, unit: 'hour' | 'gb', region: string): Words {
  return {
    en: `no price by the ${unit === 'hour' ? 'hour' : 'gigabyte'} of “${label.en}” is known for ${region}`,
    ja: `${region} での「${label.ja}」の ${unit === 'hour' ? '1 時間' : '1 GB'}あたりの料金はわかりません`,
  };
}
