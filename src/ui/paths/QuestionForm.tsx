/** Which traffic is compared: its two ends, protocol, port and gigabytes a month. */
import { useMemo } from 'react';
import { hasPorts } from '../../core/model/trafficText';
import { flowEnds } from '../../editor/inspecting/candidates';
import type { ComparedEnd, Comparing } from '../../editor/session';
import { AmountBox, PortBox, ProtocolSelect } from '../flowFields';
import { useDocument, useEditor, useSay } from '../useEditor';
import { endKey, undrawnEnds } from './asked';
import { words } from './words';

export interface QuestionFormProps {
  readonly asked: Comparing;
  /** What the drawn flow says, where nothing else is said. */
  readonly gbOfFlow: number | null;
}

export function QuestionForm({ asked, gbOfFlow }: QuestionFormProps) {
  const { session } = useEditor();
  const say = useSay();
  const drawn = useDocument(({ flows }) => (asked.flow === null ? undefined : flows.get(asked.flow)));
  const { from, to, protocol, port } =
    drawn === undefined ? asked : { ...drawn, from: { resource: drawn.from }, to: { resource: drawn.to } };
  // Another question is about another flow, drawn or not.
  const ask = (change: Partial<Comparing>): void =>
    session.setState({ comparing: { ...asked, flow: null, from, to, protocol, port, shown: 0, ...change } });
  return (
    <form className="panel-tools paths-question" onSubmit={(event) => event.preventDefault()}>
      <EndChoice name={say(words.from)} value={from} choose={(end) => ask({ from: end })} />
      <span aria-hidden="true">→</span>
      <EndChoice name={say(words.to)} value={to} choose={(end) => ask({ to: end })} />
      <ProtocolSelect
        className="inspector-select paths-protocol"
        name={say(words.protocol)}
        value={protocol}
        choose={(chosen) => ask({ protocol: chosen, port: hasPorts(chosen) ? port : null })}
      />
      <span className="paths-port">
        <PortBox
          id="paths-port"
          place="paths-port"
          name={say(words.port)}
          value={hasPorts(protocol) ? port : null}
          disabled={!hasPorts(protocol)}
          choose={(chosen) => ask({ port: chosen })}
        />
      </span>
      <label className="paths-gb">
        {say(words.gb)}
        <AmountBox
          id="paths-gb"
          place="paths-gb"
          value={asked.gb === undefined ? (drawn?.gbPerMonth ?? gbOfFlow) : asked.gb}
          placeholder={say(words.gbNotSaid)}
          choose={(gb) => session.setState({ comparing: { ...asked, gb } })}
        />
      </label>
    </form>
  );
}

interface EndChoiceProps {
  readonly name: string;
  readonly value: ComparedEnd | null;
  readonly choose: (end: ComparedEnd) => void;
}

function EndChoice({ name, value, choose }: EndChoiceProps) {
  const editor = useEditor();
  const { catalog } = editor;
  const say = useSay();
  const document = useDocument((found) => found);
  const { groups, undrawn } = useMemo(() => {
    const ends = flowEnds(catalog, document).filter(({ kind }) => catalog.kind(kind).isEnd === true);
    const kinds = [...new Set(ends.map(({ kind }) => kind))];
    return {
      groups: kinds.map((kind) => ({ kind, ends: ends.filter((end) => end.kind === kind) })),
      undrawn: undrawnEnds(editor),
    };
  }, [editor, catalog, document]);
  const choices = new Map<string, ComparedEnd>();
  const option = (end: ComparedEnd, label: string) => {
    choices.set(endKey(end), end);
    return (
      <option key={endKey(end)} value={endKey(end)}>
        {label}
      </option>
    );
  };
  const drawn = groups.map(({ kind, ends }) => (
    <optgroup key={kind} label={say(catalog.kind(kind).label)}>
      {ends.map(({ id, name: own }) => option({ resource: id }, own))}
    </optgroup>
  ));
  const others = undrawn.map(({ kind, preset, label }) =>
    option({ kind: kind.kind, preset: preset?.name ?? null }, say(label)),
  );
  return (
    <select
      className="inspector-select paths-end"
      aria-label={name}
      value={choices.has(endKey(value)) ? endKey(value) : ''}
      onChange={(event) => {
        const end = choices.get(event.target.value);
        if (end !== undefined) choose(end);
      }}
    >
      {choices.has(endKey(value)) ? null : <option value="">{`${name}: ${say(words.choose)}`}</option>}
      {drawn}
      <optgroup label={say(words.notDrawn)}>{others}</optgroup>
    </select>
  );
}
