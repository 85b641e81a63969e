import type { Words } from '../../lib/words';

export const csvHeads: readonly Words[] = [
  { en: 'Region', ja: 'リージョン' },
  { en: 'Resource', ja: 'リソース' },
  { en: 'Item', ja: '項目' },
  { en: 'Quantity', ja: '数量' },
  { en: 'Unit', ja: '単位' },
  { en: 'Price (USD)', ja: '単価 (USD)' },
  { en: 'A month (USD)', ja: '月額 (USD)' },
  { en: 'Source', ja: '出典' },
  { en: 'As of', ja: '時点' },
  { en: 'Estimate', ja: '概算' },
];
