/** What becomes of a flow: the verdict, what stops it and what would mend it; and both directions, hop by hop. */
import type { Expectation } from '../../../core/model/document';
import type { Trace } from '../../../core/network/trace';
import type { Finding } from '../../../core/rules/rule';
import { flowVerdict, flowVerdictWords, isAsExpected } from '../../../editor/flowVerdict';
import { FindingList } from '../FindingList';
import { useSay } from '../../useEditor';
import { VerdictSign } from '../../verdictSigns';
import { Section } from '../Section';
import { words } from '../words';
import { Blocks } from './Blocks';
import { PathView } from './PathView';
import './trace.css';

export interface VerdictViewProps {
  readonly trace: Trace | undefined;
  readonly expect: Expectation;
  /** About this flow and what stops it. */
  readonly findings: readonly Finding[];
}

export function VerdictView({ trace, expect, findings }: VerdictViewProps) {
  const say = useSay();
  const verdict = flowVerdict(trace);
  const expected = isAsExpected(verdict, expect);
  return (
    <div className="trace">
      <output className="trace-verdict" data-verdict={verdict} data-expected={expected}>
        <VerdictSign verdict={verdict} />
        <strong>{say(trace === undefined ? words.waiting : flowVerdictWords[verdict])}</strong>
        {expected === undefined ? null : (
          <span>{say(expected ? words.asExpected : words.notAsExpected)}</span>
        )}
      </output>
      {trace === undefined || trace.blockedBy.length === 0 ? null : (
        <Section title={say(words.whyBlocked)}>
          <Blocks blocks={trace.blockedBy} />
        </Section>
      )}
      {findings.length === 0 ? null : (
        <Section title={say(words.problems)} count={findings.length}>
          <FindingList findings={findings} />
        </Section>
      )}
    </div>
  );
}

export function HopsView({ trace }: { readonly trace: Trace | undefined }) {
  const say = useSay();
  if (trace === undefined) return null;
  return (
    <div className="trace">
      <Section title={say(words.forward)}>
        <PathView path={trace.forward} resolution={trace.resolution} />
      </Section>
      <Section title={say(words.reply)}>
        {trace.return === null ? (
          <p className="inspector-quiet">{say(words.noReply)}</p>
        ) : (
          <PathView path={trace.return} resolution={null} />
        )}
      </Section>
      {trace.unknowns.length === 0 ? null : (
        <Section title={say(words.assumptions)}>
          <ul className="trace-unknowns">
            {trace.unknowns.map((unknown) => (
              <li key={unknown.en}>{say(unknown)}</li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
