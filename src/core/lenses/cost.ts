/** What each priced resource costs a month, and all of them together. An amount that nobody knows is told. */
import type { Words } from '../../lib/words';
import type { Catalog } from '../catalog/catalog';
import { billOf, drawnTraffic } from '../compare/bill';
import { atOwnPrices, hasOwnPrice } from '../cost/costLines';
import type { PriceTable } from '../cost/prices';
import { usdText } from '../cost/usdText';
import type { Document, ResourceId } from '../model/document';
import { contextOf, nameOf } from '../rules/context';
import { mark, type LensMark, type LensView } from './lens';

/** The same bill as everywhere: with the traffic that somebody has said of the flows. */
export function costLens(catalog: Catalog, document: Document, prices: PriceTable): LensView {
  const context = contextOf(catalog, document);
  const { lines, monthlyUsd, notKnown } = billOf(context, drawnTraffic(context), {
    prices,
    nameOf: (id) => nameOf(catalog, document, id),
  });
  const sums = new Map<ResourceId, { usd: number; isWhole: boolean; hasAmount: boolean }>();
  for (const { resource, monthlyUsd: usd } of lines) {
    const sum = sums.get(resource) ?? { usd: 0, isWhole: true, hasAmount: false };
    sums.set(resource, {
      usd: sum.usd + (usd ?? 0),
      isWhole: sum.isWhole && usd !== null,
      hasAmount: sum.hasAmount || usd !== null,
    });
  }
  const marks = new Map<ResourceId, LensMark>();
  for (const [id, sum] of sums) mark(marks, id, { notes: [amountText(sum)] });
  const open = new Set(notKnown.map(({ resource }) => resource)).size;
  return { lens: 'cost', marks, links: [], sets: [], total: totalText(monthlyUsd, open, hasOwnPrice(lines)) };
}

interface Sum {
  readonly usd: number;
  /** Whether every part of it is known. */
  readonly isWhole: boolean;
  readonly hasAmount: boolean;
}

function amountText({ usd, isWhole, hasAmount }: Sum): Words {
  if (!hasAmount) return { en: 'not known', ja: '不明' };
  const sign = isWhole ? '' : '≥ ';
  return { en: `${sign}${usdText(usd)} a month`, ja: `月額 ${sign}${usdText(usd)}` };
}

function totalText(usd: number, open: number, isOwn: boolean): Words {
  const amount = amountText({ usd, isWhole: open === 0, hasAmount: true });
  // Also others see it, in a presentation.
  const en = isOwn ? `${amount.en} ${atOwnPrices.en}` : amount.en;
  const ja = isOwn ? `${amount.ja} (${atOwnPrices.ja})` : amount.ja;
  if (open === 0) return { en, ja };
  return {
    en: `${en}; ${open === 1 ? '1 resource has' : `${open} resources have`} charges that are not known`,
    ja: `${ja} (料金が不明な項目のあるリソース ${open} 件)`,
  };
}
