/** The bill as a table for spreadsheets: amounts as numbers, what nobody knows as empty cells. */
import type { BillGroup } from '../../core/cost/billGroups';
import { itemWords, sourceWords } from '../../core/cost/costLines';
import { roundedUsd } from '../../core/cost/usdText';
import type { ResourceId } from '../../core/model/document';
import { csvText } from '../../lib/csv';
import type { Language } from '../../lib/words';
import { csvHeads } from './csvWords';

export function billCsv(
  groups: readonly BillGroup[],
  language: Language,
  nameOf: (id: ResourceId) => string,
): string {
  const rows = groups.flatMap(({ lines }) =>
    lines.map((line) => [
      line.region,
      nameOf(line.resource),
      itemWords(line.item, line.unit)[language],
      line.quantity,
      line.unit === 'hour' ? 'h' : 'GB',
      line.unitUsd,
      line.monthlyUsd === null ? null : roundedUsd(line.monthlyUsd),
      line.source === null ? null : sourceWords(line.source)[language],
      line.asOf,
      line.estimate ? 'yes' : 'no',
    ]),
  );
  return csvText([csvHeads.map((head) => head[language]), ...rows]);
}
