import { billWords } from '../../core/cost/billWords';
import type { Words } from '../../lib/words';

/** A spreadsheet has numbers alone in its cells: what they are of stands in the heads. */
export const csvHeads: readonly Words[] = [
  billWords.region,
  billWords.resource,
  billWords.item,
  billWords.quantity,
  billWords.unit,
  inUsd(billWords.rate),
  inUsd(billWords.month),
  billWords.source,
  billWords.asOf,
  billWords.estimate,
];

function inUsd({ en, ja }: Words): Words {
  return { en: `${en} (USD)`, ja: `${ja} (USD)` };
}
