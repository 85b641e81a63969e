/** The table: a column for each way, a row for each thing that they are compared by. */
import { useMemo, type ReactNode } from 'react';
import { compareWords, verdictWords } from '../../core/compare/compareWords';
import { withYourPrices } from '../../core/cost/costLines';
import { comparedRows, costLines, type Row } from '../../core/compare/comparedRows';
import { applyFix } from '../../editor/fixes';
import type { Editor } from '../../editor/editor';
import { useEditor, useSay, useSession } from '../useEditor';
import { VerdictSign } from '../verdictSigns';
import type { Answer, Way } from './compared';
import { HopRow } from './HopRow';
import { applyWords, words } from './words';

export interface WaysTableProps {
  readonly answer: Answer;
  /** Another answer is on its way: nothing of this one can be applied. */
  readonly isStale: boolean;
  readonly onlyDifferences: boolean;
  readonly withLines: boolean;
  readonly onLines: (shown: boolean) => void;
}

export function WaysTable({ answer, isStale, onlyDifferences, withLines, onLines }: WaysTableProps) {
  const say = useSay();
  const shown = useSession(({ comparing }) => comparing?.shown ?? 0);
  const { ways } = answer;
  const rows = useMemo(() => comparedRows(ways), [ways]);
  const told = onlyDifferences ? rows.filter(({ differs }) => differs) : rows;
  return (
    <table className="paths-table">
      <caption className="unseen">{say(words.ways)}</caption>
      <thead>
        <tr>
          <td>
            <ShowButton number={0} isShown={shown === 0}>
              {say(words.all)}
            </ShowButton>
          </td>
          {ways.map((way, index) => (
            <th key={way.alternative.id} scope="col" data-shown={shown === index + 1}>
              <Head
                answer={answer}
                way={way}
                number={index + 1}
                isStale={isStale}
                isShown={shown === index + 1}
              />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{say(words.hops)}</th>
          {ways.map(({ alternative: { id, passage }, after }, index) => (
            <td key={id} data-shown={shown === index + 1}>
              <HopRow hops={passage?.hops ?? []} document={after} />
            </td>
          ))}
        </tr>
        {told.map((row) => (
          <RowOf key={row.id} row={row} ways={ways} shown={shown} withLines={withLines} onLines={onLines} />
        ))}
      </tbody>
    </table>
  );
}

function ShowButton({
  number,
  isShown,
  children,
}: {
  readonly number: number;
  readonly isShown: boolean;
  readonly children: ReactNode;
}) {
  const { session } = useEditor();
  return (
    <button
      type="button"
      className="paths-show"
      aria-pressed={isShown}
      aria-keyshortcuts={`${number}`}
      onClick={() =>
        session.setState(({ comparing }) => ({
          comparing: comparing === null ? null : { ...comparing, shown: isShown ? 0 : number },
        }))
      }
    >
      <kbd aria-hidden="true">{number}</kbd>
      <span>{children}</span>
    </button>
  );
}

interface HeadProps {
  readonly answer: Answer;
  readonly way: Way;
  readonly number: number;
  readonly isStale: boolean;
  readonly isShown: boolean;
}

function Head({ answer, way, number, isStale, isShown }: HeadProps) {
  const editor = useEditor();
  const say = useSay();
  const { title, present, verdict } = way.alternative;
  return (
    <div className="paths-head">
      <ShowButton number={number} isShown={isShown}>
        {say(title)}
      </ShowButton>
      <span className="paths-head-line">
        <span className="paths-verdict">
          <VerdictSign verdict={verdictSigns[verdict]} /> {say(verdictWords[verdict])}
        </span>
        {present ? (
          <span className="paths-present">● {say(compareWords.asToday)}</span>
        ) : (
          <button
            type="button"
            className="button button-outlined"
            aria-label={say(applyWords(title))}
            disabled={isStale}
            onClick={() => apply(editor, answer, way)}
          >
            {say(words.apply)}
          </button>
        )}
      </span>
    </div>
  );
}

const verdictSigns = { reachable: 'arrives', blocked: 'blocked', unknown: 'cannot-say' } as const;

/** One step, as any other plan is applied; what was asked and was not drawn is drawn by it, and is asked about from now on. */
function apply(editor: Editor, { asked }: Answer, { plan }: Way): void {
  const { session, store } = editor;
  const { document } = store;
  applyFix(editor, plan);
  if (store.document === document) return;
  session.setState(({ comparing }) => ({
    comparing: comparing === null ? null : { ...comparing, flow: asked.flow.id, shown: 0 },
  }));
}

interface RowProps {
  readonly row: Row;
  readonly ways: readonly Way[];
  readonly shown: number;
  readonly withLines: boolean;
  readonly onLines: (shown: boolean) => void;
}

function RowOf({ row, ways, shown, withLines, onLines }: RowProps) {
  const say = useSay();
  const hasLines = row.id === 'month';
  return (
    <tr data-row={row.id}>
      <th scope="row">
        {say(row.label)}
        {row.isAtOwnPrices ? <span className="paths-own">{say(withYourPrices)}</span> : null}
        {row.differs ? (
          <span className="paths-differs">
            <span aria-hidden="true">≠</span> <span className="unseen">{say(words.differs)}</span>
          </span>
        ) : null}
        {hasLines ? (
          <button
            type="button"
            className="paths-lines"
            aria-expanded={withLines}
            onClick={() => onLines(!withLines)}
          >
            {say(words.lines)}
          </button>
        ) : null}
      </th>
      {row.cells.map(({ brief, more, isApart }, index) => {
        const way = ways[index];
        if (way === undefined) return null;
        const lines = hasLines && withLines ? costLines(way.alternative.cost, way.nameOf) : [];
        return (
          <td key={way.alternative.id} data-apart={isApart} data-shown={shown === index + 1}>
            <span className={`paths-brief ${row.id === 'month' || row.id === 'gb' ? 'mono' : ''}`}>
              {say(brief)}
              {isApart ? <span className="unseen"> ({say(words.apart)})</span> : null}
            </span>
            {more.map((each) => (
              <span key={each.en} className="paths-more">
                {say(each)}
              </span>
            ))}
            {lines.length === 0 ? null : (
              <ul className="paths-price">
                {lines.map((line) => (
                  <li key={line.en}>{say(line)}</li>
                ))}
              </ul>
            )}
          </td>
        );
      })}
    </tr>
  );
}
