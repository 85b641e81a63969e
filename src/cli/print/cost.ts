/** A bill for people: a table of its lines, the sum, and what nobody knows. */
import { billWords } from '../../core/cost/billWords';
import {
  hasOwnPrice,
  itemWords,
  sourceWords,
  withYourPrices,
  type CostLine,
} from '../../core/cost/costLines';
import type { MonthlyCost } from '../../core/cost/monthlyCost';
import { hoursPerMonth } from '../../core/cost/priceList';
import { rateText, usdText } from '../../core/cost/usdText';
import type { Language, Words } from '../../lib/words';
import type { Input } from '../openInput';
import type { Paint } from './colour';
import { aligned, padded, plain, columnsOf } from './columns';

export interface ToldCost {
  readonly input: Input;
  readonly region: string;
  readonly cost: MonthlyCost;
  /** What was asked for and costs nothing: traffic that is blocked. */
  readonly remarks: readonly Words[];
  readonly assumes: readonly Words[];
}

export function printCost(
  { input, region, cost, remarks, assumes }: ToldCost,
  language: Language,
  paint: Paint,
): string {
  const { lines, monthlyUsd, notKnown } = cost;
  const say = (words: Words): string => plain(words[language]);
  const isOwn = hasOwnPrice(lines);
  const head = paint.strong(
    say({
      en: `${region}, US dollars a month of ${hoursPerMonth} hours${isOwn ? `, ${withYourPrices.en}` : ''}`,
      ja: `${region}、米ドル/月 (${hoursPerMonth} 時間)${isOwn ? `、${withYourPrices.ja}` : ''}`,
    }),
  );
  const parts = [head];
  if (lines.length === 0)
    parts.push(
      say({ en: 'Nothing of the network is charged for.', ja: 'ネットワークには料金がかかりません。' }),
    );
  else {
    const rows = lines.map((line) => cellsOf(line, input, language));
    parts.push(aligned(rightAligned([columnHeads.map(say), ...rows], [2, 3, 4])));
  }
  const least = notKnown.length === 0 ? '' : '≥ ';
  parts.push(`${paint.strong(say({ en: 'Total', ja: '合計' }))}  ${least}${usdText(monthlyUsd)}`);
  const section = (title: Words, texts: readonly string[]): void => {
    const unique = [...new Set(texts)];
    if (unique.length > 0)
      parts.push(`${paint.strong(say(title))}\n${unique.map((text) => `  ${text}`).join('\n')}`);
  };
  section(
    { en: 'Not known, and not in the total', ja: '不明のため合計に含まれないもの' },
    notKnown.map(({ resource, says }) => `${plain(input.nameOf(resource))}: ${say(says)}`),
  );
  section({ en: 'Assumed', ja: '仮定' }, assumes.map(say));
  section({ en: 'Not charged', ja: '料金がかからないもの' }, remarks.map(say));
  if (lines.some(({ estimate }) => estimate))
    parts.push(
      say({
        en: '~ is an estimate: the figure is from somebody else’s copy of AWS’s price list, or believed.',
        ja: '~ は概算です。AWS 料金表の写し、または推定に基づきます。',
      }),
    );
  return `${parts.join('\n\n')}\n`;
}

const columnHeads: readonly Words[] = [
  billWords.resource,
  billWords.item,
  billWords.quantity,
  billWords.rate,
  billWords.month,
  billWords.source,
];

function cellsOf(line: CostLine, input: Input, language: Language): readonly string[] {
  const { resource, item, unit, quantity, unitUsd, monthlyUsd, asOf, source, estimate } = line;
  const per = unit === 'hour' ? { en: 'h', ja: '時間' }[language] : 'GB';
  return [
    plain(input.nameOf(resource)),
    plain(itemWords(item, unit)[language]),
    quantity === null ? '?' : `${String(Math.round(quantity * 100) / 100)} ${per}`,
    unitUsd === null ? '?' : rateText(unitUsd),
    monthlyUsd === null ? '?' : usdText(monthlyUsd),
    source === null
      ? '-'
      : `${estimate ? '~ ' : ''}${plain(sourceWords(source)[language])}${asOf === null ? '' : `, ${asOf}`}`,
  ];
}

/** Numbers under one another by their ends. */
function rightAligned(
  rows: readonly (readonly string[])[],
  columns: readonly number[],
): readonly (readonly string[])[] {
  const widths = columns.map((column) => Math.max(...rows.map((row) => columnsOf(row[column] ?? ''))));
  return rows.map((row) =>
    row.map((cell, index) => {
      const width = widths[columns.indexOf(index)];
      return width === undefined ? cell : padded('', width - columnsOf(cell)) + cell;
    }),
  );
}
