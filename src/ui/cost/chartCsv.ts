/** The table beside the chart, for spreadsheets: amounts as numbers, what nobody knows as empty cells. */
import type { Chart } from '../../core/cost/breakEvenChart';
import type { ChartRow } from '../../core/cost/chartTable';
import { atOwnPrices } from '../../core/cost/costLines';
import { roundedUsd } from '../../core/cost/usdText';
import { csvText } from '../../lib/csv';
import type { Language } from '../../lib/words';

export function chartCsv(chart: Chart, rows: readonly ChartRow[], language: Language): string {
  const unit = chart.hasOwnPrice ? `USD, ${atOwnPrices[language]}` : 'USD';
  const heads = ['GB', ...chart.series.map(({ title }) => `${title[language]} (${unit})`)];
  const cells = rows.map(({ gb, usd }) => [
    Math.round(gb * 100) / 100,
    ...usd.map((each) => (each === null ? null : roundedUsd(each))),
  ]);
  return csvText([heads, ...cells]);
}
