/** The figures of the chart: for those who do not see it, and for those who want to know exactly. */
import { gbText, type Chart, type Crossing } from '../../core/cost/breakEvenChart';
import type { ChartRow } from '../../core/cost/chartTable';
import { usdText } from '../../core/cost/usdText';
import { useSay } from '../useEditor';
import { dashes } from './BreakEvenChart';
import { chartWords } from './chartWords';

export interface ChartTableProps {
  readonly chart: Chart;
  readonly rows: readonly ChartRow[];
  readonly chosen: Crossing | null;
}

export function ChartTable({ chart, rows, chosen }: ChartTableProps) {
  const say = useSay();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- where it scrolls, keys scroll it
    <section className="chart-table scrolls" tabIndex={0} aria-label={say(chartWords.table)}>
      <table>
        <caption>{say(chartWords.table)}</caption>
        <thead>
          <tr>
            <th scope="col">{say(chartWords.traffic)}</th>
            {chart.series.map(({ id, title }) => (
              <th key={id} scope="col">
                <svg className="chart-dash" width={36} height={6} aria-hidden="true">
                  <path d="M0 3h36" strokeDasharray={dashes[id]} />
                </svg>
                {say(title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.gb} data-chosen={chosen?.gb === row.gb ? true : undefined}>
              <th scope="row">
                {gbText(row.gb)}
                {row.is === 'round' ? null : (
                  <span className="chart-why">
                    {say(row.is === 'yours' ? chartWords.yours : chartWords.crossing)}
                  </span>
                )}
              </th>
              {chart.series.map(({ id }, index) => {
                const usd = row.usd[index] ?? null;
                const isCheapest = row.cheapest.has(id);
                return (
                  <td key={id} data-cheapest={isCheapest ? true : undefined}>
                    {usd === null ? (
                      <span className="cost-open">{say(chartWords.notKnown)}</span>
                    ) : (
                      usdText(usd)
                    )}
                    {isCheapest ? <span className="chart-why">{say(chartWords.cheapest)}</span> : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
