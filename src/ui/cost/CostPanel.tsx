/** What the design costs a month: the sum, the bill line by line, and what nobody knows. */
import { useMemo, useRef, useState } from 'react';
import { hasOwnPrice, withYourPrices } from '../../core/cost/costLines';
import { billGroups, type BillOrder } from '../../core/cost/billGroups';
import { actionById } from '../../editor/actions';
import { nameOf } from '../../core/rules/context';
import { EmptyNote } from '../EmptyNote';
import { download } from '../files/download';
import { safeName } from '../files/saveDiagram';
import { useDocument, useEditor, useSay, useSession } from '../useEditor';
import { BillNotes } from './BillNotes';
import { BillTable } from './BillTable';
import { billCsv } from './billCsv';
import { openPrices } from './shownPrices';
import { hireCostWorker, useBill, type CostWorker } from './useBill';
import { amountsNotKnown, sumText, words } from './words';
import '../controls.css';
import './cost.css';

export interface CostPanelProps {
  readonly hire?: () => CostWorker;
}

export function CostPanel({ hire = hireCostWorker }: CostPanelProps) {
  const editor = useEditor();
  const say = useSay();
  const language = useSession((session) => session.language);
  const { bill, failed } = useBill(hire);
  const scroller = useRef<HTMLElement>(null);
  const [order, setOrder] = useState<BillOrder | null>(null);
  const names = useDocument((document) => document.resources);
  const groups = useMemo(() => {
    if (bill === null) return [];
    const document = { ...editor.store.document, resources: names };
    return billGroups(bill, order, language, (id) => nameOf(editor.catalog, document, id));
  }, [bill, order, language, names, editor]);
  if (failed) return <EmptyNote title={words.failed} />;
  if (bill === null) return <EmptyNote title={words.working} />;
  return (
    <div className="cost">
      <div className="panel-tools cost-tools">
        <Total usd={bill.monthlyUsd} open={bill.notKnown.length} isOwn={hasOwnPrice(bill.lines)} />
        <span className="cost-gap" />
        <LensButton />
        <button
          type="button"
          className="button button-outlined cost-button"
          onClick={() => actionById('show-break-even')?.run(editor)}
        >
          {say(words.breakEven)}
        </button>
        <button
          type="button"
          className="button button-outlined cost-button"
          onClick={() => openPrices(bill.start.region)}
        >
          {say(words.prices)}
        </button>
        <button
          type="button"
          className="button button-outlined cost-button"
          disabled={bill.lines.length === 0}
          onClick={() => {
            const { document } = editor.store;
            const text = billCsv(groups, language, (id) => nameOf(editor.catalog, document, id));
            download(`${safeName(document.name)}-cost.csv`, text, 'text/csv');
          }}
        >
          {say(words.saveCsv)}
        </button>
      </div>
      {bill.lines.length + bill.notKnown.length + bill.blocked.length === 0 ? (
        <EmptyNote title={words.nothingTitle} text={words.nothing} />
      ) : (
        // The keys scroll it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section ref={scroller} className="cost-list scrolls" tabIndex={0} aria-label={say(words.billShort)}>
          {groups.some(({ lines }) => lines.length > 0) ? (
            <BillTable groups={groups} order={order} onOrder={setOrder} scroller={scroller} />
          ) : null}
          <BillNotes bill={bill} />
        </section>
      )}
    </div>
  );
}

interface TotalProps {
  readonly usd: number;
  readonly open: number;
  readonly isOwn: boolean;
}

function Total({ usd, open, isOwn }: TotalProps) {
  const say = useSay();
  return (
    <p className="cost-total" role="status">
      <span>{say(words.total)}</span> <strong>{sumText(usd, open === 0)}</strong>{' '}
      {open === 0 ? null : <span className="cost-open">{say(amountsNotKnown(open))}</span>}{' '}
      {isOwn ? <span className="cost-quiet">{say(withYourPrices)}</span> : null}
    </p>
  );
}

function LensButton() {
  const editor = useEditor();
  const say = useSay();
  const isOn = useSession((session) => session.lens === 'cost');
  return (
    <button
      type="button"
      className="button button-outlined cost-button"
      aria-pressed={isOn}
      onClick={() => actionById('lens-cost')?.run(editor)}
    >
      {say(words.showOnCanvas)}
    </button>
  );
}
