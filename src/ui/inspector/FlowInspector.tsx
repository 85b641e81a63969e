/** One flow: who talks to whom, over what, what is expected of it, and what becomes of it, hop by hop. */
import { useEffect, useId, useRef } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { call } from '../../core/commands';
import type { Flow, FlowId } from '../../core/model/document';
import { actionById } from '../../editor/actions';
import { findingsAboutFlow } from '../../editor/inspecting/findings';
import { AmountBox, ExpectationSelect, PortBox, ProtocolSelect } from '../flowFields';
import { hasPorts } from '../../core/model/trafficText';
import { SwapGlyph } from './glyphs';
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
      {trace?.verdict === 'blocked' && <ExplainButton />}
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
          <ProtocolSelect
            id={`${dom}-protocol`}
            place="protocol"
            value={flow.protocol}
            choose={(protocol) => set({ protocol })}
          />
        </Line>
        <Line label={say(words.port)} id={`${dom}-port`}>
          <PortBox
            id={`${dom}-port`}
            place="port"
            value={ports ? flow.port : null}
            disabled={!ports}
            choose={(port) => set({ port })}
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
          <ExpectationSelect
            id={`${dom}-expect`}
            place="expect"
            value={flow.expect}
            choose={(expect) => set({ expect })}
          />
        </Line>
        <Line label={say(words.gb)} id={`${dom}-gb`}>
          <AmountBox
            id={`${dom}-gb`}
            place="gbPerMonth"
            placeholder={say(words.notSaid)}
            value={flow.gbPerMonth}
            choose={(gbPerMonth) => set({ gbPerMonth })}
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

/** What it does comes with presenting; without that there is no button. */
function ExplainButton() {
  const editor = useEditor();
  const say = useSay();
  const action = actionById('present-why-blocked');
  if (action === undefined) return null;
  return (
    <button
      type="button"
      className="button button-outlined inspector-plan"
      disabled={!action.enabled(editor)}
      onClick={() => action.run(editor)}
    >
      {say(action.label)}
    </button>
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
