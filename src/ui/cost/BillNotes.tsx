/** What stands under a bill: what is not in it and why, and what was taken for granted. */
import type { ReactNode } from 'react';
import type { WholeBill } from '../../core/compare/wholeBill';
import { egressAssumption } from '../../core/cost/transfers';
import { jumpTo } from '../../editor/inspecting/jump';
import type { Words } from '../../lib/words';
import { ResourceName } from '../ResourceName';
import { useDocument, useEditor, useSay } from '../useEditor';
import { blockedWords, silentWords, words } from './words';

export function BillNotes({ bill }: { readonly bill: WholeBill }) {
  const { session } = useEditor();
  const say = useSay();
  const { lines, blocked, silent } = bill;
  // Two lines of a resource may lack the same figure.
  const notKnown = new Map(bill.notKnown.map((each) => [`${each.resource} ${each.says.en}`, each]));
  const assumes = lines.some(({ item }) => item === 'internet-egress') ? [egressAssumption] : [];
  return (
    <div className="cost-notes">
      <Notes title={words.notInTotal}>
        {[...notKnown].map(([key, { resource, says }]) => (
          <li key={key}>
            <ResourceName id={resource} /> <span>{say(says)}</span>
          </li>
        ))}
      </Notes>
      <Notes title={words.notCharged}>
        {blocked.map((id) => (
          <BlockedFlow key={id} id={id} />
        ))}
      </Notes>
      <Notes title={words.assumed}>
        {assumes.map((each) => (
          <li key={each.en}>{say(each)}</li>
        ))}
        {silent.length === 0
          ? []
          : [
              <li key="silent">
                {say(silentWords(silent.length))}{' '}
                <button
                  type="button"
                  className="cost-link"
                  onClick={() => session.setState({ panel: 'flows' })}
                >
                  {say(words.showFlows)}
                </button>
              </li>,
            ]}
      </Notes>
      {lines.some(({ estimate }) => estimate) ? <p>{say(words.isEstimate)}</p> : null}
    </div>
  );
}

function Notes({ title, children }: { readonly title: Words; readonly children: readonly ReactNode[] }) {
  const say = useSay();
  if (children.flat().length === 0) return null;
  return (
    <>
      <h2>{say(title)}</h2>
      <ul>{children}</ul>
    </>
  );
}

function BlockedFlow({ id }: { readonly id: string }) {
  const editor = useEditor();
  const say = useSay();
  const text = useDocument(({ flows, resources }) => {
    const flow = flows.get(id);
    const end = (each: string | undefined) => resources.get(each ?? '')?.name ?? '';
    return `${end(flow?.from)} → ${end(flow?.to)}`;
  });
  return (
    <li>
      <button type="button" className="cost-link" onClick={() => jumpTo(editor, id)}>
        {say(blockedWords(text))}
      </button>
    </li>
  );
}
