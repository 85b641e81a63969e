import type { Words } from '../../lib/words';

/** What the columns of a bill are called, in the browser, in a spreadsheet and on the command line. */
export const billWords = {
  region: { en: 'Region', ja: 'リージョン' },
  resource: { en: 'Resource', ja: 'リソース' },
  item: { en: 'Item', ja: '項目' },
  quantity: { en: 'Quantity', ja: '数量' },
  unit: { en: 'Unit', ja: '単位' },
  rate: { en: 'Price', ja: '単価' },
  month: { en: 'A month', ja: '月額' },
  source: { en: 'Source', ja: '出典' },
  asOf: { en: 'As of', ja: '時点' },
  estimate: { en: 'Estimate', ja: '概算' },
} as const satisfies Readonly<Record<string, Words>>;
