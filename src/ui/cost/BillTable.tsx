/** The bill line by line, by Region, in the order of the column that was chosen; a line leads to its resource. */
import type { RefObject } from 'react';
import { billColumns, type BillColumn, type BillGroup, type BillOrder } from '../../core/cost/billGroups';
import { itemWords, sourceWords, type CostLine } from '../../core/cost/costLines';
import { rateText, usdText } from '../../core/cost/usdText';
import { regions } from '../../lib/regions';
import { ResourceName } from '../ResourceName';
import { useWindow } from '../panels/useWindow';
import { useSay, useSession } from '../useEditor';
import { openPrices } from './shownPrices';
import { lineCount, quantityText, sumText, words } from './words';

export interface BillTableProps {
  readonly groups: readonly BillGroup[];
  readonly order: BillOrder | null;
  readonly onOrder: (order: BillOrder | null) => void;
  /** What scrolls the table: of a long bill only the rows in sight are drawn. */
  readonly scroller: RefObject<HTMLElement | null>;
}

const numbers: ReadonlySet<BillColumn> = new Set(['quantity', 'rate', 'month']);
/** In px, as cost.css has it. */
const rowHeight = 28;
const longFrom = 200;

export function BillTable({ groups, order, onOrder, scroller }: BillTableProps) {
  const say = useSay();
  const count = groups.reduce((sum, { lines }) => sum + 1 + lines.length, 0);
  const sight = useWindow(scroller, count, rowHeight, longFrom);
  return (
    <table
      className="cost-table"
      data-long={sight === null ? undefined : true}
      aria-rowcount={sight === null ? undefined : count + 1}
    >
      <caption className="unseen">{say(words.bill)}</caption>
      <thead>
        <tr>
          {billColumns.map((column) => (
            <SortableHead key={column} column={column} order={order} onOrder={onOrder} />
          ))}
        </tr>
      </thead>
      {sight === null ? null : <Spacer height={sight.before} />}
      {placed(groups).map(({ group, first }) => (
        <Group
          key={group.region}
          group={group}
          from={(sight?.first ?? 0) - first}
          to={(sight?.end ?? count) - first}
        />
      ))}
      {sight === null ? null : <Spacer height={sight.after} />}
    </table>
  );
}

/** Each with the number of rows above it. */
function placed(
  groups: readonly BillGroup[],
): readonly { readonly group: BillGroup; readonly first: number }[] {
  let above = 0;
  return groups.map((group) => {
    const first = above;
    above += 1 + group.lines.length;
    return { group, first };
  });
}

function Spacer({ height }: { readonly height: number }) {
  return (
    <tbody aria-hidden="true">
      <tr style={{ height }} />
    </tbody>
  );
}

interface GroupProps {
  readonly group: BillGroup;
  /** Which of its rows are drawn; the first is that of the Region. */
  readonly from: number;
  readonly to: number;
}

function Group({ group, from, to }: GroupProps) {
  if (to <= 0 || from > group.lines.length) return null;
  const skipped = Math.max(0, from - 1);
  return (
    <tbody>
      {from > 0 ? null : <RegionRow group={group} />}
      {group.lines.slice(skipped, Math.max(0, to - 1)).map((line, index) => (
        // Lines have no names of their own, and hold nothing.
        <Line key={`${line.resource} ${line.item} ${line.unit} ${skipped + index}`} line={line} />
      ))}
    </tbody>
  );
}

interface HeadProps {
  readonly column: BillColumn;
  readonly order: BillOrder | null;
  readonly onOrder: (order: BillOrder | null) => void;
}

/** The first press sorts the way that column is mostly asked for, the second the other way, the third as drawn again. */
function SortableHead({ column, order, onOrder }: HeadProps) {
  const say = useSay();
  const isNumber = numbers.has(column);
  const own = order?.by === column ? order : null;
  const next = (): BillOrder | null => {
    if (own === null) return { by: column, isDown: isNumber };
    return own.isDown === isNumber ? { by: column, isDown: !isNumber } : null;
  };
  return (
    <th
      scope="col"
      className={isNumber ? 'cost-number' : undefined}
      aria-sort={own === null ? undefined : own.isDown ? 'descending' : 'ascending'}
    >
      <button type="button" className="cost-sort" onClick={() => onOrder(next())}>
        {say(words[column])}
        <span className="cost-arrow" aria-hidden="true">
          {own === null ? '' : own.isDown ? '↓' : '↑'}
        </span>
      </button>
    </th>
  );
}

function RegionRow({ group: { region, lines, monthlyUsd, isWhole } }: { readonly group: BillGroup }) {
  const say = useSay();
  const place = regions.find(({ name }) => name === region)?.place;
  return (
    <tr className="cost-region">
      <th scope="rowgroup" colSpan={4}>
        {region} {place === undefined ? null : <span>{say(place)}</span>}
      </th>
      <td className="cost-number">{sumText(monthlyUsd, isWhole)}</td>
      <td className="cost-source">{say(lineCount(lines.length))}</td>
    </tr>
  );
}

function Line({ line }: { readonly line: CostLine }) {
  const say = useSay();
  const language = useSession((session) => session.language);
  const isSelected = useSession((session) => session.selection.has(line.resource));
  const { resource, region, item, unit, quantity, unitUsd, monthlyUsd } = line;
  const unknown = <span className="cost-open">{say(words.notKnown)}</span>;
  return (
    <tr data-selected={isSelected ? true : undefined}>
      <td>
        <ResourceName id={resource} />
      </td>
      <td>{say(itemWords(item, unit))}</td>
      <td className="cost-number">{quantity === null ? unknown : quantityText(quantity, unit, language)}</td>
      <td className="cost-number">
        <button
          type="button"
          className="cost-rate"
          title={say(words.changePrice)}
          onClick={() => openPrices(region, `${item} ${unit}`)}
        >
          {unitUsd === null ? unknown : rateText(unitUsd)}
        </button>
      </td>
      <td className="cost-number">{monthlyUsd === null ? unknown : usdText(monthlyUsd)}</td>
      <td className="cost-source">
        <Source line={line} />
      </td>
    </tr>
  );
}

function Source({ line: { source, asOf, estimate } }: { readonly line: CostLine }) {
  const say = useSay();
  if (source === null) return '–';
  return (
    <>
      {estimate ? (
        <abbr className="cost-sign" title={say(words.estimate)}>
          ~<span className="unseen">{say(words.estimate)} </span>
        </abbr>
      ) : null}{' '}
      {say(sourceWords(source))}
      {asOf === null ? null : <span className="cost-date"> {asOf}</span>}
    </>
  );
}
