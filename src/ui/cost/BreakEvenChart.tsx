/** Lines of monthly cost against traffic, each told from the others by its dashes and by its name at its end. */
import { AxisBottom, AxisLeft, type TickRendererProps } from '@visx/axis';
import { GridRows } from '@visx/grid';
import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import { LinePath } from '@visx/shape';
import type { Ref } from 'react';
import {
  gbText,
  type Chart,
  type Crossing,
  type Point,
  type Series,
  type SeriesId,
} from '../../core/cost/breakEvenChart';
import { usdText } from '../../core/cost/usdText';
import { spread } from '../../lib/spread';
import { textWidth } from '../../lib/textWidth';
import { wrapped } from '../../lib/wrapped';
import { useSay } from '../useEditor';
import { chartWords, crossingMark, yourTraffic, usdAxis } from './chartWords';

export interface BreakEvenChartProps {
  readonly chart: Chart;
  readonly upToGb: number;
  /** The traffic of the design; null: not known, or not on the chart. */
  readonly own: number | null;
  /** In px of the page. */
  readonly width: number;
  readonly chosen: Crossing | null;
  readonly onChoose: (crossing: Crossing | null) => void;
  readonly svg: Ref<SVGSVGElement>;
}

/** In px; the longest is for the names at the ends of lines. */
const margin = { top: 42, bottom: 44, left: 62 };
const height = 394;
const lineHeight = 14;
const labelSize = 12;

/** Gaps and strokes; no two look alike, also where they are printed in grey. */
export const dashes: Readonly<Record<SeriesId, string | undefined>> = {
  'gateway-endpoint': '1.5 4',
  'interface-endpoint': undefined,
  'single-nat': '9 4',
  'nat-in-each-zone': '9 3 2 3',
};

type Line = Series & { readonly points: readonly Point[] };

export function BreakEvenChart({ chart, upToGb, own, width, chosen, onChoose, svg }: BreakEvenChartProps) {
  const say = useSay();
  const lines = chart.series.filter((series): series is Line => series.points !== null);
  const right = width < 560 ? 96 : 168;
  const [innerWidth, innerHeight] = [width - margin.left - right, height - margin.top - margin.bottom];
  const most = Math.max(1, ...lines.flatMap(({ points }) => points.map(({ usd }) => usd)));
  const x = scaleLinear<number>({ domain: [0, upToGb], range: [0, innerWidth] });
  const y = scaleLinear<number>({ domain: [0, most], range: [innerHeight, 0], nice: true });
  const ticks = width < 560 ? 3 : 6;
  return (
    <svg
      ref={svg}
      className="chart-svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-label={say(chartWords.chart)}
    >
      <Group left={margin.left} top={margin.top}>
        <GridRows className="chart-grid" scale={y} width={innerWidth} numTicks={5} stroke="currentColor" />
        <g aria-hidden="true">
          <AxisLeft
            scale={y}
            numTicks={5}
            hideTicks
            hideAxisLine
            tickComponent={LeftTick}
            tickFormat={(value) => `$${Number(value).toLocaleString('en')}`}
          />
          <AxisBottom
            scale={x}
            top={innerHeight}
            numTicks={ticks}
            stroke="currentColor"
            tickStroke="currentColor"
            axisLineClassName="chart-axis"
            tickComponent={BottomTick}
            tickFormat={(value) => Number(value).toLocaleString('en')}
          />
          <text className="chart-name" x={-margin.left + 4} y={-30}>
            {say(usdAxis(chart.hasOwnPrice))}
          </text>
          <text className="chart-name" x={innerWidth} y={innerHeight + 38} textAnchor="end">
            {say(chartWords.gbAxis)}
          </text>
        </g>
        {own === null ? null : <OwnTraffic gb={own} at={x(own)} height={innerHeight} width={innerWidth} />}
        <g aria-hidden="true">
          {lines.map(({ id, points }) => (
            <LinePath
              key={id}
              className="chart-line"
              data={[...points]}
              x={({ gb }) => x(gb)}
              y={({ usd }) => y(usd)}
              stroke="currentColor"
              strokeWidth={2}
              strokeDasharray={dashes[id]}
            />
          ))}
          <EndNames lines={lines} left={innerWidth} room={right} height={innerHeight} yOf={(usd) => y(usd)} />
        </g>
        {chart.crossings.map((crossing) => (
          <CrossingMark
            key={`${crossing.below} ${crossing.above} ${crossing.gb}`}
            crossing={crossing}
            at={{ x: x(crossing.gb), y: y(crossing.usd) }}
            isAtEnd={x(crossing.gb) > innerWidth - 70}
            isChosen={chosen?.below === crossing.below && chosen.above === crossing.above}
            onChoose={onChoose}
          />
        ))}
      </Group>
    </svg>
  );
}

function LeftTick({ x, y, formattedValue }: TickRendererProps) {
  return (
    <text className="chart-tick" x={x - 2} y={y + 4} textAnchor="end">
      {formattedValue}
    </text>
  );
}

function BottomTick({ x, y, formattedValue }: TickRendererProps) {
  return (
    <text className="chart-tick" x={x} y={y + 6} textAnchor="middle">
      {formattedValue}
    </text>
  );
}

interface EndNamesProps {
  readonly lines: readonly Line[];
  readonly left: number;
  readonly room: number;
  readonly height: number;
  readonly yOf: (usd: number) => number;
}

/** The name of each line at its right end; a hair leads to it where it had to make room. */
function EndNames({ lines, left, room, height: inner, yOf }: EndNamesProps) {
  const say = useSay();
  const ends = lines.map(({ points }) => yOf(points.at(-1)?.usd ?? 0));
  const texts = lines.map(({ title }) => wrapped(say(title), room - 24, labelSize));
  const places = spread(
    ends,
    texts.map((text) => text.length * lineHeight + 6),
    -margin.top / 2,
    inner + 20,
  );
  return lines.map(({ id }, index) => {
    const text = texts[index] ?? [];
    const [end, place] = [ends[index] ?? 0, places[index] ?? 0];
    return (
      <g key={id}>
        <path className="chart-hair" d={`M${left + 2} ${end}L${left + 14} ${place}`} />
        <text className="chart-end" x={left + 18} y={place - ((text.length - 1) * lineHeight) / 2 + 4}>
          {text.map((line, row) => (
            <tspan key={line} x={left + 18} dy={row === 0 ? 0 : lineHeight}>
              {line}
            </tspan>
          ))}
        </text>
      </g>
    );
  });
}

/** How much wider bold letters are. */
const boldness = 1.15;

interface OwnTrafficProps {
  readonly gb: number;
  readonly at: number;
  readonly height: number;
  readonly width: number;
}

function OwnTraffic({ gb, at, height: inner, width }: OwnTrafficProps) {
  const say = useSay();
  const text = say(yourTraffic(gb));
  const isRight = at + 10 + textWidth(text, labelSize) * boldness > width;
  return (
    <g className="chart-own">
      <path d={`M${at} -6V${inner}`} />
      <path className="chart-own-sign" d={`M${at - 5} -12h10l-5 7z`} />
      <text x={isRight ? at - 10 : at + 10} y={-5} textAnchor={isRight ? 'end' : 'start'}>
        {text}
      </text>
    </g>
  );
}

interface CrossingMarkProps {
  readonly crossing: Crossing;
  readonly at: { readonly x: number; readonly y: number };
  readonly isAtEnd: boolean;
  readonly isChosen: boolean;
  readonly onChoose: (crossing: Crossing | null) => void;
}

/** A ring with its traffic beside it. Keys reach it, and choosing it marks its row in the table. */
function CrossingMark({ crossing, at, isAtEnd, isChosen, onChoose }: CrossingMarkProps) {
  const say = useSay();
  const { gb, usd, says } = crossing;
  const choose = (): void => onChoose(isChosen ? null : crossing);
  return (
    <g
      className="chart-crossing"
      role="button"
      tabIndex={0}
      aria-pressed={isChosen}
      aria-label={`${say(crossingMark(gb, usd))}: ${say(says)}`}
      onClick={choose}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        choose();
      }}
    >
      <title>{`${usdText(usd)}: ${say(says)}`}</title>
      <circle className="chart-touch" cx={at.x} cy={at.y} r={14} />
      <circle className="chart-ring" cx={at.x} cy={at.y} r={5} />
      <text
        className="chart-mark"
        x={isAtEnd ? at.x - 10 : at.x + 9}
        y={at.y + 18}
        textAnchor={isAtEnd ? 'end' : 'start'}
      >
        {gbText(gb)}
      </text>
    </g>
  );
}
