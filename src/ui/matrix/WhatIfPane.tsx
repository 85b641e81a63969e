/** What a failure or a removal costs: the drawn flows and the pairs that lose their path, and those that gain one. */
import type { ReactNode } from 'react';
import type { Matrix } from '../../core/network/matrix/matrixData';
import { portsWords, type ProtocolPorts } from '../../core/network/matrix/reachWords';
import type { Verdict } from '../../core/network/trace';
import type { WhatIf } from '../../core/network/whatIf/choices';
import type { PairChange } from '../../core/network/matrix/pairChanges';
import type { Consequences, FlowChange } from '../../core/network/whatIf/whatIf';
import { trafficText } from '../../core/model/trafficText';
import '../inspector/inspector.css';
import { Section } from '../inspector/Section';
import { useDocument, useSay } from '../useEditor';
import { VerdictSign } from '../verdictSigns';
import { signs } from './cellText';
import { namesText, type NameOf } from './useEndNames';
import { words } from './words';

export interface WhatIfPaneProps {
  readonly matrix: Matrix;
  readonly whatIf: WhatIf;
  readonly consequences: Consequences | null;
  readonly nameOf: NameOf;
}

/** More pairs than this are counted and not listed. */
const mostListed = 60;

export function WhatIfPane({ matrix, whatIf, consequences, nameOf }: WhatIfPaneProps) {
  const say = useSay();
  return (
    <div className="matrix-path">
      <h3 className="matrix-side-title">{say(whatIf.title)}</h3>
      {consequences === null ? (
        <p className="inspector-quiet" role="status">
          {say(words.thinking)}
        </p>
      ) : (
        <Told matrix={matrix} consequences={consequences} nameOf={nameOf} />
      )}
    </div>
  );
}

function Told({
  matrix,
  consequences,
  nameOf,
}: {
  readonly matrix: Matrix;
  readonly consequences: Consequences;
  readonly nameOf: NameOf;
}) {
  const say = useSay();
  const { gone, flows, pairs, lost, doubtful, won, notes } = consequences;
  const names = gone.flatMap((id) => matrix.ends.flatMap((end, index) => (end.id === id ? [index] : [])));
  return (
    <>
      <p role="status">{say(summaryOf(consequences))}</p>
      {flows.length > 0 && <FlowChanges consequences={consequences} />}
      <Pairs
        title={say(words.pairsLost)}
        count={lost}
        pairs={pairs}
        what={({ lost: found }) => found}
        sign={<VerdictSign verdict="blocked" />}
        nameOf={nameOf}
      />
      <Pairs
        title={say(words.pairsDoubtful)}
        count={doubtful}
        pairs={pairs}
        what={({ doubtful: found }) => found}
        sign={<VerdictSign verdict="cannot-say" />}
        nameOf={nameOf}
      />
      <Pairs
        title={say(words.pairsWon)}
        count={won}
        pairs={pairs}
        what={({ won: found }) => found}
        sign={<VerdictSign verdict="arrives" />}
        nameOf={nameOf}
      />
      {names.length > 0 && (
        <Section title={say(words.goneThemselves)} count={names.length}>
          <p>{namesText(names, nameOf, 40)}</p>
        </Section>
      )}
      {notes.map((note) => (
        <p key={note.en} className="inspector-quiet">
          {say(note)}
        </p>
      ))}
    </>
  );
}

function FlowChanges({ consequences: { flows } }: { readonly consequences: Consequences }) {
  const say = useSay();
  const drawn = useDocument((document) => document.flows);
  const resources = useDocument((document) => document.resources);
  const nameOf = (id: string): string => resources.get(id)?.name ?? id;
  return (
    <Section title={say(words.flowsConcerned)} count={flows.length}>
      <ul className="matrix-list">
        {gravestFirst(flows).map(({ flow: id, before, after }) => {
          const flow = drawn.get(id);
          if (flow === undefined) return null;
          return (
            <li key={id}>
              <span className="matrix-was">
                <VerdictSign verdict={signs[before]} named />
                <span aria-hidden="true">›</span>
                <After after={after} />
              </span>
              <span>
                {nameOf(flow.from)} → {nameOf(flow.to)}{' '}
                <span className="inspector-quiet">{say(trafficText(flow))}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** What is gone with its ends is no news: it comes last. */
function gravestFirst(flows: readonly FlowChange[]): readonly FlowChange[] {
  const order: readonly FlowChange['after'][] = ['blocked', 'unknown', 'reachable', 'gone'];
  return [...flows].sort((a, b) => order.indexOf(a.after) - order.indexOf(b.after));
}

function After({ after }: { readonly after: Verdict | 'gone' }) {
  const say = useSay();
  return after === 'gone' ? (
    <span className="inspector-quiet">{say(words.gone)}</span>
  ) : (
    <VerdictSign verdict={signs[after]} named />
  );
}

interface PairsProps {
  readonly title: string;
  readonly count: number;
  readonly pairs: readonly PairChange[];
  readonly what: (pair: PairChange) => readonly ProtocolPorts[];
  readonly sign: ReactNode;
  readonly nameOf: NameOf;
}

function Pairs({ title, count, pairs, what, sign, nameOf }: PairsProps) {
  const say = useSay();
  if (count === 0) return null;
  const own = pairs.filter((pair) => what(pair).length > 0);
  return (
    <Section title={title} count={count}>
      <ul className="matrix-list">
        {own.slice(0, mostListed).map((pair) => (
          <li key={`${pair.from[0]} ${pair.to[0]}`}>
            {sign}
            <span>
              {namesText(pair.from, nameOf, 3)} → {namesText(pair.to, nameOf, 3)}{' '}
              <span className="inspector-quiet">{say(portsWords(what(pair)))}</span>
            </span>
          </li>
        ))}
      </ul>
      {own.length > mostListed && (
        <p className="inspector-quiet">
          {say({ en: `and ${own.length - mostListed} more`, ja: `ほか ${own.length - mostListed} 件` })}
        </p>
      )}
    </Section>
  );
}

function summaryOf({ gone, flows, lost, doubtful, won }: Consequences) {
  if (gone.length + flows.length + lost + doubtful + won === 0)
    return {
      en: 'Nothing changes: whatever arrives now still does.',
      ja: '影響はありません。現在到達する通信は、すべて到達します。',
    };
  const en = [
    lost === 1 ? '1 pair loses its path' : `${lost} pairs lose their path`,
    ...(doubtful > 0 ? [`${doubtful} may`] : []),
    ...(won > 0 ? [won === 1 ? '1 gains one' : `${won} gain one`] : []),
    ...(gone.length > 0 ? [`${gone.length} ${gone.length === 1 ? 'end is' : 'ends are'} gone`] : []),
  ];
  const ja = [
    `${lost} 組が経路を失います`,
    ...(doubtful > 0 ? [`${doubtful} 組は失う可能性があります`] : []),
    ...(won > 0 ? [`${won} 組の経路が開きます`] : []),
    ...(gone.length > 0 ? [`${gone.length} 個は停止します`] : []),
  ];
  return { en: `${en.join(', ')}.`, ja: `${ja.join('。')}。` };
}
