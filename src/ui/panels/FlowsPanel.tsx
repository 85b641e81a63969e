/** All flows of the design, with what becomes of each. The one that is selected can be edited in its row. */
import { useMemo, useState } from 'react';
import type { Protocol } from '../../core/model/document';
import { compareOrder, orderBetween } from '../../lib/order';
import { flowEnds } from '../../editor/inspecting/candidates';
import { jumpTo } from '../../editor/inspecting/jump';
import { ProtocolSelect } from '../flowFields';
import { hasPorts } from '../../core/model/trafficText';
import { EmptyNote } from '../EmptyNote';
import { anyPortWords, readPort } from '../flowText';
import { PlusGlyph } from '../glyphs';
import { EndSelect } from '../inspector/EndSelect';
import { useDocument, useEditor, useSay } from '../useEditor';
import { FlowRow } from './FlowRow';
import { words } from './words';

export function FlowsPanel() {
  const { catalog } = useEditor();
  const say = useSay();
  const flows = useDocument((document) => document.flows);
  const ids = useMemo(() => [...flows.values()].sort(compareOrder).map(({ id }) => id), [flows]);
  const canAdd = useDocument((document) => flowEnds(catalog, document).length > 1);
  return (
    <div className="flows">
      {canAdd ? <NewFlow /> : null}
      {ids.length === 0 ? (
        <EmptyNote
          title={words.noFlows}
          text={canAdd ? words.noFlowsHint : words.noEndsHint}
          offer={canAdd ? ['tool-connect'] : ['start-with-vpc', 'add-inside']}
        />
      ) : (
        <div className="flows-list scrolls">
          <table>
            <thead>
              <tr>
                <th scope="col">{say(words.verdict)}</th>
                <th scope="col">{`${say(words.from)} → ${say(words.to)}`}</th>
                <th scope="col">{say(words.traffic)}</th>
                <th scope="col">{say(words.expect)}</th>
                <th scope="col" className="flows-number">
                  {say(words.gb)}
                </th>
                <th scope="col">{say(words.label)}</th>
                <th scope="col">
                  <span className="unseen">{say(words.deleteFlow)}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {ids.map((id) => (
                <FlowRow key={id} id={id} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

/** Draws a flow without a pointer: two ends, protocol, port. */
function NewFlow() {
  const editor = useEditor();
  const say = useSay();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [protocol, setProtocol] = useState<Protocol>('tcp');
  const [portText, setPortText] = useState('443');
  // An end may be deleted while it is chosen here.
  const bothStand = useDocument(({ resources }) => resources.has(from) && resources.has(to));
  const port = hasPorts(protocol) ? readPort(portText) : null;
  const ready = bothStand && from !== to && port !== undefined;
  const add = (): void => {
    if (!ready || port === undefined) return;
    const { store } = editor;
    const last = [...store.document.flows.values()].sort(compareOrder).at(-1);
    const id = editor.newId('flow');
    store.commit('addFlow', { id, from, to, protocol, port, order: orderBetween(last?.order ?? null, null) });
    setFrom('');
    setTo('');
    jumpTo(editor, id);
  };
  return (
    <form
      className="panel-tools flows-new"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <EndSelect name={say(words.from)} placeholder={say(words.from)} value={from} choose={setFrom} />
      <span aria-hidden="true">→</span>
      <EndSelect name={say(words.to)} placeholder={say(words.to)} value={to} choose={setTo} />
      <ProtocolSelect
        className="inspector-select flows-protocol"
        name={say(words.protocol)}
        value={protocol}
        choose={setProtocol}
      />
      <input
        className="inspector-box mono flows-port"
        aria-label={say(words.port)}
        aria-invalid={port === undefined ? true : undefined}
        inputMode="numeric"
        placeholder={say(anyPortWords)}
        disabled={!hasPorts(protocol)}
        value={hasPorts(protocol) ? portText : ''}
        onChange={(event) => setPortText(event.target.value)}
      />
      <button type="submit" className="button button-outlined" disabled={!ready}>
        <PlusGlyph size={14} />
        {say(words.addFlow)}
      </button>
    </form>
  );
}
