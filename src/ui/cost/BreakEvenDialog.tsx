/** Settles "NAT gateway or endpoints?" with one's own numbers: inputs, the chart, its figures, and what is counted. */
import { useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { breakEvenChart, type Chart, type Crossing } from '../../core/cost/breakEvenChart';
import { withYourPrices } from '../../core/cost/costLines';
import { chartRows } from '../../core/cost/chartTable';
import type { Words } from '../../lib/words';
import { download } from '../files/download';
import { safeName } from '../files/saveDiagram';
import { closeDialog } from '../shell/dialogs';
import { Dialog } from '../shell/Dialog';
import { EmptyNote } from '../EmptyNote';
import { useEditor, useSay, useSession } from '../useEditor';
import { Assumptions } from './Assumptions';
import { BreakEvenChart } from './BreakEvenChart';
import { ChartInputs } from './ChartInputs';
import { ChartTable } from './ChartTable';
import { chartChoice, chartInput } from './chartChoice';
import { chartCsv } from './chartCsv';
import { chartSvg } from './chartSvg';
import { beyondChart, chartWords, givenWords, noLines } from './chartWords';
import { ownPrices } from './ownPrices';
import { openPrices } from './shownPrices';
import { hireCostWorker, useBill, type CostWorker } from './useBill';
import { useWidth } from '../useWidth';
import { words } from './words';
import '../controls.css';
import './cost.css';
import './chart.css';

export interface BreakEvenDialogProps {
  readonly hire?: () => CostWorker;
}

export function BreakEvenDialog({ hire = hireCostWorker }: BreakEvenDialogProps) {
  const editor = useEditor();
  const say = useSay();
  const language = useSession((session) => session.language);
  const { bill, failed } = useBill(hire);
  const choice = useStore(chartChoice);
  const prices = useStore(ownPrices, (state) => state.prices);
  const [chosen, setChosen] = useState<Crossing | null>(null);
  const svg = useRef<SVGSVGElement>(null);
  const [room, width] = useWidth(720);
  const start = bill?.start;
  const input = useMemo(
    () => (start === undefined ? null : chartInput(start, choice, prices)),
    [start, choice, prices],
  );
  const chart = useMemo(() => (input === null ? null : breakEvenChart(input)), [input]);
  if (start === undefined || input === null || chart === null)
    return (
      <Dialog title={say(chartWords.title)} className="break-even" onClose={closeDialog}>
        <EmptyNote title={failed ? words.failed : words.working} />
      </Dialog>
    );
  const own = start.region === input.region ? start.gb : null;
  const isOnChart = own !== null && own <= input.upToGb;
  const rows = chartRows(chart, input.upToGb, own);
  const missing = chart.series.filter(({ points }) => points === null);
  const name = safeName(editor.store.document.name);
  return (
    <Dialog
      title={say(chartWords.title)}
      className="break-even"
      onClose={closeDialog}
      foot={
        <>
          <button
            type="button"
            className="button button-outlined"
            onClick={() => openPrices(input.region, null, 'break-even')}
          >
            {say(chartWords.prices)}
          </button>
          <span className="chart-gap" />
          <button
            type="button"
            className="button button-outlined"
            onClick={() => download(`${name}-break-even.csv`, chartCsv(chart, rows, language), 'text/csv')}
          >
            {say(chartWords.saveCsv)}
          </button>
          <button
            type="button"
            className="button button-outlined"
            onClick={() => {
              if (svg.current !== null)
                download(`${name}-break-even.svg`, chartSvg(svg.current), 'image/svg+xml');
            }}
          >
            {say(chartWords.saveSvg)}
          </button>
          <button type="button" className="button button-outlined" onClick={() => window.print()}>
            {say(chartWords.print)}
          </button>
          <button type="button" className="button button-filled" onClick={closeDialog}>
            {say(chartWords.done)}
          </button>
        </>
      }
    >
      <ChartInputs input={input} />
      <div className="chart-parts">
        <figure className="chart-figure" aria-labelledby="chart-title" aria-describedby="chart-summary">
          <figcaption>
            <h3 id="chart-title">{say(chartWords.chart)}</h3>
            {chart.hasOwnPrice ? <p className="chart-own">{say(withYourPrices)}</p> : null}
            <p className="chart-given unseen">{say(givenWords(input))}</p>
            <ul id="chart-summary" className="chart-summary" aria-live="polite">
              {saidOf(chart).map((says) => (
                <li key={says.en}>{say(says)}</li>
              ))}
              {missing.length === 0 ? null : (
                <li className="chart-missing">
                  {say(
                    noLines(
                      input.region,
                      missing.map(({ title }) => title),
                    ),
                  )}
                </li>
              )}
              {own === null || isOnChart ? null : <li>{say(beyondChart(own))}</li>}
            </ul>
          </figcaption>
          <div ref={room} className="chart-room">
            <BreakEvenChart
              chart={chart}
              upToGb={input.upToGb}
              own={isOnChart ? own : null}
              width={width}
              chosen={chosen}
              onChoose={setChosen}
              svg={svg}
            />
          </div>
        </figure>
        <ChartTable chart={chart} rows={rows} chosen={chosen} />
      </div>
      <Assumptions region={input.region} prices={prices} />
    </Dialog>
  );
}

/** What is the cheapest from where on, and the crossings that change nothing of that. */
function saidOf({ cheapest, crossings }: Chart): readonly Words[] {
  const others = crossings.filter(({ gb }) => !cheapest.some(({ fromGb }) => Math.abs(fromGb - gb) < 0.01));
  return [...cheapest, ...others].map(({ says }) => says);
}
