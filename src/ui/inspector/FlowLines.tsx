/** The flows a resource has to do with, each with its verdict; one of them can be in focus. */
import { useMemo } from 'react';
import type { FlowId, ResourceId } from '../../core/model/document';
import type { Trace } from '../../core/network/trace';
import { compareOrder } from '../../lib/order';
import { flowVerdict } from '../../core/network/flowVerdict';
import { jumpTo } from '../../editor/inspecting/jump';
import { trafficText } from '../../core/model/trafficText';
import { FocusGlyph } from './glyphs';
import { useDocument, useEditor, useSay, useSession, useVerdicts } from '../useEditor';
import { VerdictSign } from '../verdictSigns';
import { words } from './words';

/** The flows that start or end here, and those that something here decided. */
export function useFlowsAt(id: ResourceId): readonly FlowId[] {
  const flows = useDocument((document) => document.flows);
  const traces = useVerdicts((verdicts) => verdicts.traces);
  return useMemo(
    () =>
      [...flows.values()]
        .filter((flow) => flow.from === id || flow.to === id || passes(traces.get(flow.id), id))
        .sort(compareOrder)
        .map((flow) => flow.id),
    [flows, traces, id],
  );
}

export function FlowLines({ flows }: { readonly flows: readonly FlowId[] }) {
  return (
    <ul className="flow-lines">
      {flows.map((id) => (
        <FlowLine key={id} id={id} />
      ))}
    </ul>
  );
}

function FlowLine({ id }: { readonly id: FlowId }) {
  const editor = useEditor();
  const say = useSay();
  const flow = useDocument((document) => document.flows.get(id));
  const from = useDocument((document) => document.resources.get(flow?.from ?? '')?.name ?? '');
  const to = useDocument((document) => document.resources.get(flow?.to ?? '')?.name ?? '');
  const verdict = useVerdicts((verdicts) => flowVerdict(verdicts.traces.get(id)));
  const inFocus = useSession((session) => session.flowInFocus === id);
  if (flow === undefined) return null;
  return (
    <li className="flow-line">
      <button type="button" className="flow-line-main" onClick={() => jumpTo(editor, id)}>
        <VerdictSign verdict={verdict} named />
        <span className="flow-line-ends">
          {from} → {to}
        </span>
        <span className="inspector-quiet">{flow.label === '' ? say(trafficText(flow)) : flow.label}</span>
      </button>
      <button
        type="button"
        className="icon-button"
        aria-pressed={inFocus}
        title={say(words.focusFlow)}
        aria-label={`${say(words.focusFlow)}: ${from} → ${to}`}
        onClick={() => editor.session.setState({ flowInFocus: inFocus ? null : id })}
      >
        <FocusGlyph />
      </button>
    </li>
  );
}

function passes(trace: Trace | undefined, id: ResourceId): boolean {
  if (trace === undefined) return false;
  if (trace.resolution?.by === id || trace.blockedBy.some(({ resource }) => resource === id)) return true;
  return [trace.forward, trace.return].some(
    (path) => path?.steps.some(({ at, because }) => at === id || because.resource === id) === true,
  );
}
