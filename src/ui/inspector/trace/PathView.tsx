/** One direction of a flow: the places the packet comes by, and at each what was looked up, which row decided and why. */
import type { ResourceId } from '../../../core/model/document';
import { sayDisposition } from '../../../core/network/dispositions';
import { headerWords, rowWords } from '../../../core/network/rowWords';
import type { PacketHeader, Path, Resolution, Step } from '../../../core/network/trace';
import { jumpTo, placeOfRow } from '../../../editor/inspecting/jump';
import { ResourceName } from '../../ResourceName';
import { useEditor, useSay } from '../../useEditor';
import { stepTitles } from '../../../core/network/stepWords';
import { words } from '../words';
import { StepSign } from './StepSign';
import { useSentence } from './useSentence';

interface Hop {
  readonly at: ResourceId | null;
  readonly steps: readonly { readonly step: Step; readonly before: PacketHeader }[];
}

export interface PathViewProps {
  readonly path: Path;
  /** The name that was asked on this path, if any. */
  readonly resolution: Resolution | null;
}

export function PathView({ path, resolution }: PathViewProps) {
  const say = useSay();
  const first = path.steps[0];
  return (
    <>
      {first === undefined ? null : <Header packet={first.packet} />}
      <ol className="trace-hops">
        {hopsOf(path).map((hop, index) => (
          // Hops have no name of their own: a packet may come by the same place twice.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${hop.at ?? ''} ${index}`} className="trace-hop">
            <div className="trace-hop-head">
              <span className="trace-number">{index + 1}</span>
              {hop.at === null ? <span>{say(words.outside)}</span> : <ResourceName id={hop.at} />}
            </div>
            <ul className="trace-steps">
              {hop.steps.map(({ step, before }, number) => (
                // oxlint-disable-next-line react/no-array-index-key
                <StepView
                  key={`${step.what} ${number}`}
                  step={step}
                  before={before}
                  resolution={step.what === 'name-resolution' ? resolution : null}
                />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <p className="trace-end" title={path.disposition}>
        {say(sayDisposition(path.disposition))}
      </p>
    </>
  );
}

interface StepViewProps {
  readonly step: Step;
  readonly before: PacketHeader;
  readonly resolution: Resolution | null;
}

function StepView({ step, before, resolution }: StepViewProps) {
  const editor = useEditor();
  const say = useSay();
  const sentence = useSentence();
  const { because, lost = [] } = step;
  const place = placeOfRow(because);
  const { resource } = because;
  return (
    <li className="trace-step" data-verdict={step.verdict}>
      <StepSign verdict={step.verdict} />
      <div className="trace-step-text">
        <p className="trace-what">
          {say(stepTitles[step.what])}
          {step.direction === null ? null : ` (${say(directionWords[step.direction])})`}
        </p>
        <p className="trace-says">{sentence(because.says)}</p>
        {because.row === null && (resource === null || resource === step.at) ? null : (
          <p className="trace-where">
            {resource === null || resource === step.at ? null : (
              <ResourceName id={resource} {...(place === undefined ? {} : { field: place })} />
            )}
            {because.row === null ? null : resource === null || place === undefined ? (
              <code>{say(rowWords(because.row))}</code>
            ) : (
              <button
                type="button"
                className="trace-row mono"
                title={`${say(words.goTo)} ${say(rowWords(because.row))}`}
                onClick={() => jumpTo(editor, resource, place)}
              >
                {say(rowWords(because.row))}
              </button>
            )}
          </p>
        )}
        {resolution === null ? null : <Answers resolution={resolution} />}
        <Rewritten before={before} after={step.packet} />
        {lost.length === 0 ? null : (
          <details className="trace-lost">
            <summary>
              {say(words.others)} ({lost.length})
            </summary>
            <ul>
              {lost.map((each) => (
                <li key={each.row}>
                  <code>{say(rowWords(each.row))}</code> <span>{say(each.because)}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}

/** What a name was resolved to: the addresses of a service stand by their prefix list. */
function Answers({ resolution: { name, answers } }: { readonly resolution: Resolution }) {
  return (
    <p className="trace-name mono">
      {name}
      {answers.map((answer) => (
        <span key={answer}> → {answer.replace(/^pl:/, '')}</span>
      ))}
    </p>
  );
}

function Header({ packet }: { readonly packet: PacketHeader }) {
  const say = useSay();
  return (
    <p className="trace-packet mono">
      {ends(say(headerWords(packet.source)), packet.sourcePorts)} →{' '}
      {ends(say(headerWords(packet.destination)), packet.destinationPorts)}
    </p>
  );
}

/** What a step changed in the packet: translation at a NAT gateway or an internet gateway. */
function Rewritten({ before, after }: { readonly before: PacketHeader; readonly after: PacketHeader }) {
  const say = useSay();
  const changes = [
    {
      label: words.source,
      was: ends(say(headerWords(before.source)), before.sourcePorts),
      is: ends(say(headerWords(after.source)), after.sourcePorts),
    },
    {
      label: words.destination,
      was: ends(say(headerWords(before.destination)), before.destinationPorts),
      is: ends(say(headerWords(after.destination)), after.destinationPorts),
    },
  ].filter(({ was, is }) => was !== is);
  if (changes.length === 0) return null;
  return (
    <dl className="trace-rewritten">
      {changes.map(({ label, was, is }) => (
        <div key={label.en}>
          <dt>{say(label)}</dt>
          <dd className="mono">
            <del>{was}</del> <ins>{is}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Steps in a row at one place are one hop. */
function hopsOf(path: Path): Hop[] {
  const hops: { at: ResourceId | null; steps: { step: Step; before: PacketHeader }[] }[] = [];
  let before = path.steps[0]?.packet;
  for (const step of path.steps) {
    const last = hops.at(-1);
    const entry = { step, before: before ?? step.packet };
    if (last !== undefined && last.at === step.at) last.steps.push(entry);
    else hops.push({ at: step.at, steps: [entry] });
    before = step.packet;
  }
  return hops;
}

function ends(address: string, ports: readonly [number, number] | null): string {
  const bare = address.replace(/^pl:/, '');
  if (ports === null || (ports[0] === 0 && ports[1] === 0)) return bare;
  const range = ports[0] === ports[1] ? String(ports[0]) : `${ports[0]}-${ports[1]}`;
  return bare.includes(':') ? `[${bare}]:${range}` : `${bare}:${range}`;
}

const directionWords = {
  in: { en: 'in', ja: 'インバウンド' },
  out: { en: 'out', ja: 'アウトバウンド' },
};
