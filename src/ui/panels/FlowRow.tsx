import { memo } from 'react';
import type { Flow, FlowId } from '../../core/model/document';
import { flowVerdict, flowVerdictWords, isAsExpected } from '../../core/network/flowVerdict';
import { jumpTo } from '../../editor/inspecting/jump';
import { AmountBox, ExpectationSelect, PortBox, ProtocolSelect } from '../flowFields';
import { hasPorts, trafficText } from '../../core/model/trafficText';
import { expectationWords } from '../flowText';
import { TrashGlyph } from '../TrashGlyph';
import { TextBox } from '../inspector/fields/TextBox';
import { ResourceIcon } from '../ResourceName';
import { useDocument, useEditor, useSay, useSession, useVerdicts } from '../useEditor';
import { VerdictSign } from '../verdictSigns';
import { words } from './words';

/** One flow. Its cells are controls only while it is selected: most rows are read, few are edited. */
export const FlowRow = memo(function FlowRow({ id }: { readonly id: FlowId }) {
  const editor = useEditor();
  const say = useSay();
  const flow = useDocument((document) => document.flows.get(id));
  const from = useDocument((document) => document.resources.get(flow?.from ?? '')?.name ?? '');
  const to = useDocument((document) => document.resources.get(flow?.to ?? '')?.name ?? '');
  const verdict = useVerdicts((verdicts) => flowVerdict(verdicts.traces.get(id)));
  const says = useVerdicts((verdicts) => verdicts.traces.get(id)?.blockedBy[0]?.says);
  const isSelected = useSession((session) => session.selection.has(id));
  if (flow === undefined) return null;
  const expected = isAsExpected(verdict, flow.expect);
  return (
    // The button in the row does the same for keyboards and screen readers.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <tr
      data-selected={isSelected ? true : undefined}
      onClick={() => {
        if (!isSelected) jumpTo(editor, id);
      }}
    >
      <td>
        <span className="flows-verdict" title={says === undefined ? undefined : say(says)}>
          <VerdictSign verdict={verdict} />
          {say(flowVerdictWords[verdict])}
          {expected === false ? <em>{say(words.notAsExpected)}</em> : null}
        </span>
      </td>
      <th scope="row">
        <button
          type="button"
          className="flows-ends"
          aria-current={isSelected}
          onClick={() => jumpTo(editor, id)}
        >
          <ResourceIcon id={flow.from} size={16} />
          <span>{from}</span>
          <span aria-hidden="true">→</span>
          <ResourceIcon id={flow.to} size={16} />
          <span>{to}</span>
        </button>
      </th>
      {isSelected ? <Editing flow={flow} /> : <Reading flow={flow} />}
      <td>
        <button
          type="button"
          className="icon-button"
          title={say(words.deleteFlow)}
          aria-label={`${say(words.deleteFlow)}: ${from} → ${to}`}
          onClick={(event) => {
            event.stopPropagation();
            editor.store.commit('deleteFlows', { ids: [id] });
          }}
        >
          <TrashGlyph size={14} />
        </button>
      </td>
    </tr>
  );
});

function Reading({ flow }: { readonly flow: Flow }) {
  const say = useSay();
  return (
    <>
      <td>{say(trafficText(flow))}</td>
      <td>{say(expectationWords[flow.expect])}</td>
      <td className="flows-number mono">{flow.gbPerMonth ?? ''}</td>
      <td>{flow.label}</td>
    </>
  );
}

function Editing({ flow }: { readonly flow: Flow }) {
  const { store } = useEditor();
  const say = useSay();
  const { id } = flow;
  const set = (values: Partial<Omit<Flow, 'id'>>): void => store.commit('setFlow', { id, values });
  const ports = hasPorts(flow.protocol);
  return (
    <>
      <td>
        <span className="flows-traffic">
          <ProtocolSelect
            name={say(words.protocol)}
            value={flow.protocol}
            choose={(protocol) => set({ protocol })}
          />
          <PortBox
            id={`flows-port-${id}`}
            place=""
            name={say(words.port)}
            value={ports ? flow.port : null}
            disabled={!ports}
            choose={(port) => set({ port })}
          />
        </span>
      </td>
      <td>
        <ExpectationSelect
          name={say(words.expect)}
          value={flow.expect}
          choose={(expect) => set({ expect })}
        />
      </td>
      <td>
        <AmountBox
          id={`flows-gb-${id}`}
          place=""
          name={say(words.gb)}
          value={flow.gbPerMonth}
          choose={(gbPerMonth) => set({ gbPerMonth })}
        />
      </td>
      <td>
        <TextBox
          id={`flows-label-${id}`}
          place=""
          name={say(words.label)}
          value={flow.label}
          commit={(text) => set({ label: text.trim() })}
        />
      </td>
    </>
  );
}
