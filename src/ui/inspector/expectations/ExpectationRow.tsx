/** One thing that is expected of a part of the design, and whether it is so. */
import type { ResourceId, Scope, ScopeEnd, ScopeExpectation } from '../../../core/model/document';
import { byName, flowEnds } from '../../../editor/inspecting/candidates';
import { findingsOn } from '../../../editor/inspecting/findings';
import { PortBox, ProtocolSelect } from '../../flowFields';
import { hasPorts } from '../../../core/model/trafficText';
import { TrashGlyph } from '../../TrashGlyph';
import { SeveritySign } from '../../severitySigns';
import { useEditor, useSay, useVerdicts } from '../../useEditor';
import { useDocumentPart } from '../../useParts';
import { words as inspectorWords } from '../words';
import { words } from './words';

export interface ExpectationRowProps {
  readonly scope: Scope;
  /** Its key in the scope. */
  readonly at: string;
  readonly expectation: ScopeExpectation;
}

export function ExpectationRow({ scope, at, expectation }: ExpectationRowProps) {
  const { store } = useEditor();
  const say = useSay();
  const place = `expectations.${at}`;
  const finding = useVerdicts(({ findings }) =>
    findingsOn(findings, scope.id).find(({ field }) => field === place),
  );
  const isCurrent = useVerdicts(({ revision }) => revision === store.revision);
  const { protocol, port, other } = expectation;
  const set = (values: Partial<ScopeExpectation>): void =>
    store.commit('setScope', {
      id: scope.id,
      values: { expectations: { ...scope.expectations, [at]: { ...expectation, ...values } } },
    });
  const remove = (): void => {
    const { [at]: _, ...left } = scope.expectations;
    store.commit('setScope', { id: scope.id, values: { expectations: left } });
  };

  return (
    <div className="expectation">
      <div className="expectation-line">
        <select
          className="inspector-select"
          data-field={place}
          aria-label={say(words.what)}
          value={statementOf(expectation)}
          onChange={(event) => {
            const statement = statements.find((each) => each.id === event.target.value);
            if (statement !== undefined) set({ direction: statement.direction, expect: statement.expect });
          }}
        >
          {statements
            .filter(({ direction }) => direction === 'out' || (!('service' in other) && !('dns' in other)))
            .map(({ id, label }) => (
              <option key={id} value={id}>
                {say(label)}
              </option>
            ))}
        </select>
        <button
          type="button"
          className="icon-button"
          title={say(words.remove)}
          aria-label={say(words.remove)}
          onClick={remove}
        >
          <TrashGlyph />
        </button>
      </div>
      <OtherEnd value={other} choose={(chosen) => set({ other: chosen })} />
      <div className="expectation-line">
        <ProtocolSelect
          name={say(inspectorWords.protocol)}
          any={words.anyProtocol}
          value={protocol}
          choose={(chosen) => set({ protocol: chosen })}
        />
        <PortBox
          id={`${scope.id} ${at} port`}
          place={`${place}.port`}
          name={say(inspectorWords.port)}
          value={protocol === 'icmp' ? null : port}
          disabled={!hasPorts(protocol) && protocol !== 'any'}
          choose={(chosen) => set({ port: chosen })}
        />
      </div>
      <p className="expectation-verdict" role="status">
        {finding !== undefined ? (
          <>
            <SeveritySign severity={finding.severity} /> {say(finding.message)}
          </>
        ) : isCurrent ? (
          <span className="inspector-quiet">{say(words.holds)}</span>
        ) : null}
      </p>
    </div>
  );
}

const statements = [
  { id: 'nothing-out', direction: 'out', expect: 'blocked', label: words.nothingReaches },
  { id: 'nothing-in', direction: 'in', expect: 'blocked', label: words.nothingIsReached },
  { id: 'everything-out', direction: 'out', expect: 'reachable', label: words.everythingReaches },
  { id: 'everything-in', direction: 'in', expect: 'reachable', label: words.everythingIsReached },
] as const;

function statementOf({ direction, expect }: ScopeExpectation): string {
  return statements.find((each) => each.direction === direction && each.expect === expect)?.id ?? '';
}

/** The internet, anything that traffic is drawn to, or everything in a box. What else a file says is kept as it is. */
function OtherEnd({ value, choose }: { readonly value: ScopeEnd; readonly choose: (end: ScopeEnd) => void }) {
  const { catalog } = useEditor();
  const say = useSay();
  const ends = useDocumentPart((document) =>
    flowEnds(catalog, document)
      .filter(({ kind }) => catalog.kind(kind).isEnd === true)
      .map(({ id, name, kind }) => ({ id, name, kind })),
  );
  const boxes = useDocumentPart((document) =>
    [...document.resources.values()]
      .filter(({ kind }) => catalog.kind(kind).shape.as === 'container')
      .sort(byName)
      .map(({ id, name }) => ({ id, name })),
  );
  const kinds = [...new Set(ends.map(({ kind }) => kind))];
  const written =
    'address' in value
      ? value.address
      : 'service' in value
        ? `service:${value.service}`
        : 'dns' in value
          ? `dns:${value.dns}`
          : undefined;
  const resource: ResourceId | undefined = 'resource' in value ? value.resource : undefined;
  return (
    <select
      className="inspector-select"
      aria-label={say(words.other)}
      value={resource === undefined ? (written === undefined ? 'internet' : 'written') : `at ${resource}`}
      onChange={({ target }) => {
        if (target.value === 'internet') choose({ internet: true });
        else if (target.value !== 'written') choose({ resource: target.value.slice('at '.length) });
      }}
    >
      <option value="internet">{say(words.internet)}</option>
      {written === undefined ? null : <option value="written">{written}</option>}
      <optgroup label={say(words.boxes)}>
        {boxes.map(({ id, name }) => (
          <option key={id} value={`at ${id}`}>
            {name}
          </option>
        ))}
      </optgroup>
      {kinds.map((kind) => (
        <optgroup key={kind} label={say(catalog.kind(kind).label)}>
          {ends
            .filter((end) => end.kind === kind)
            .map(({ id, name }) => (
              <option key={id} value={`at ${id}`}>
                {name}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}
