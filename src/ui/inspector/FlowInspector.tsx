/** One flow: who talks to whom, over what, what is expected of it, and what becomes of it, hop by hop. */
import { useEffect, useId, useRef } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { call } from '../../core/commands';
import type { Flow, FlowId, Protocol } from '../../core/model/document';
import { findingsAboutFlow } from '../../editor/inspecting/findings';
import { hasPorts, protocolWords, readAmount, readPort } from '../flowText';
import { SwapGlyph } from '../glyphs';
import { useDocument, useEditor, useSay, useVerdicts } from '../useEditor';
import { EndSelect } from './EndSelect';
import { TextBox } from './fields/TextBox';
import { HopsView, VerdictView } from './trace/TraceView';
import { useFieldInFocus } from './useFieldInFocus';
import { words } from './words';

export function FlowInspector({ id }: { readonly id: FlowId }) {
  const { store, session, verdicts, catalog } = useEditor();
  const say = useSay();
  const dom = useId();
  const body = useRef<HTMLDivElement>(null);
  const flow = useDocument((document) => document.flows.get(id));
  const hasUsers = useDocument((document) => {
    const from = document.resources.get(document.flows.get(id)?.from ?? '');
    return from !== undefined && catalog.kind(from.kind).hasUsers === true;
  });
  const trace = useVerdicts((state) => state.traces.get(id));
  const findings = useStore(
    verdicts,
    useShallow((state) => findingsAboutFlow(state.findings, id)),
  );
  useFieldInFocus(body, id);
  useEffect(() => session.setState({ flowInFocus: id }), [id, session]);
  if (flow === undefined) return null;
  const set = (values: Partial<Omit<Flow, 'id'>>): void => store.commit('setFlow', { id, values });
  const ports = hasPorts(flow.protocol);

  return (
    <div className="inspector scrolls" ref={body}>
      <header className="inspector-head">
        <div className="inspector-title">
          <h2 className="inspector-several">{say(words.flow)}</h2>
        </div>
        <button
          type="button"
          className="icon-button"
          title={say(words.swap)}
          aria-label={say(words.swap)}
          onClick={() =>
            store.apply({
              title: words.swap,
              commands: [call('setFlow', { id, values: { from: flow.to, to: flow.from, bends: {} } })],
            })
          }
        >
          <SwapGlyph />
        </button>
      </header>
      <VerdictView trace={trace} expect={flow.expect} findings={findings} />
      <div className="inspector-fields">
        <Line label={say(words.from)} id={`${dom}-from`}>
          <EndSelect
            id={`${dom}-from`}
            place="from"
            value={flow.from}
            choose={(from) => set({ from, bends: {} })}
          />
        </Line>
        <Line label={say(words.to)} id={`${dom}-to`}>
          <EndSelect id={`${dom}-to`} place="to" value={flow.to} choose={(to) => set({ to, bends: {} })} />
        </Line>
        <Line label={say(words.protocol)} id={`${dom}-protocol`}>
          <select
            id={`${dom}-protocol`}
            className="inspector-select"
            data-field="protocol"
            value={flow.protocol}
            // The options are the protocols.
            onChange={(event) => set({ protocol: event.target.value as Protocol })}
          >
            {(Object.keys(protocolWords) as Protocol[]).map((protocol) => (
              <option key={protocol} value={protocol}>
                {say(protocolWords[protocol])}
              </option>
            ))}
          </select>
        </Line>
        <Line label={say(words.port)} id={`${dom}-port`}>
          <TextBox
            id={`${dom}-port`}
            place="port"
            mono
            numeric
            value={ports && flow.port !== null ? String(flow.port) : ''}
            placeholder={say(words.anyPort)}
            disabled={!ports}
            commit={(text) => {
              const port = readPort(text);
              if (port === undefined) return false;
              set({ port });
              return true;
            }}
          />
        </Line>
        {hasUsers && (
          <Line label={say(words.group)} id={`${dom}-group`}>
            <TextBox
              id={`${dom}-group`}
              place="group"
              value={flow.group ?? ''}
              placeholder={say(words.noGroup)}
              commit={(text) => set({ group: text.trim() })}
            />
          </Line>
        )}
        <Line label={say(words.expect)} id={`${dom}-expect`}>
          <select
            id={`${dom}-expect`}
            className="inspector-select"
            data-field="expect"
            value={flow.expect}
            onChange={(event) => set({ expect: event.target.value === 'blocked' ? 'blocked' : 'reachable' })}
          >
            <option value="reachable">{say(words.expectReachable)}</option>
            <option value="blocked">{say(words.expectBlocked)}</option>
          </select>
        </Line>
        <Line label={say(words.gb)} id={`${dom}-gb`}>
          <TextBox
            id={`${dom}-gb`}
            place="gbPerMonth"
            mono
            numeric
            value={flow.gbPerMonth === null ? '' : String(flow.gbPerMonth)}
            placeholder={say(words.notSaid)}
            commit={(text) => {
              const gbPerMonth = readAmount(text);
              if (gbPerMonth === undefined) return false;
              set({ gbPerMonth });
              return true;
            }}
          />
        </Line>
        <Line label={say(words.label)} id={`${dom}-label`}>
          <TextBox
            id={`${dom}-label`}
            place="label"
            value={flow.label}
            commit={(text) => set({ label: text.trim() })}
          />
        </Line>
      </div>
      <HopsView trace={trace} />
    </div>
  );
}

function Line({
  label,
  id,
  children,
}: {
  readonly label: string;
  readonly id: string;
  readonly children: React.ReactNode;
}) {
  return (
    <div className="inspector-field">
      <label className="inspector-label" htmlFor={id}>
        {label}
      </label>
      <div className="inspector-control">{children}</div>
    </div>
  );
}
