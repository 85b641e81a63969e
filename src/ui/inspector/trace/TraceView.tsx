/** What becomes of a flow: the verdict, what stops it and what would mend it; and both directions, hop by hop. */
import type { Expectation } from '../../../core/model/document';
import type { Trace } from '../../../core/network/trace';
import type { Finding } from '../../../core/rules/rule';
import { flowVerdict, flowVerdictWords, isAsExpected } from '../../../core/network/flowVerdict';
import { FixButton } from '../../FixButton';
import { FindingList } from '../FindingList';
import { useSay } from '../../useEditor';
import { useRules } from '../../useRules';
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
  const rules = useRules();
  const expected = isAsExpected(verdict, expect);
  // That the flow is blocked is said by what stops it; the finding that says it again only brings fixes.
  const stops = trace !== undefined && trace.blockedBy.length > 0;
  const repeated = findings.filter(({ rule }) => stops && rules.get(rule)?.expectation === true);
  const others = findings.filter((finding) => !repeated.includes(finding));
  // The best way comes first, and is not offered again below.
  const fixes = repeated.flatMap((finding) => finding.fixes ?? []);
  const offered = new Set(fixes.map(({ title }) => title.en));
  return (
    <div className="trace">
      <output className="trace-verdict" data-verdict={verdict} data-expected={expected}>
        <VerdictSign verdict={verdict} />
        <strong>{say(trace === undefined ? words.waiting : flowVerdictWords[verdict])}</strong>{' '}
        {expected === undefined ? null : (
          <span>{say(expected ? words.asExpected : words.notAsExpected)}</span>
        )}
      </output>
      {!stops ? null : (
        <Section title={say(words.whyBlocked)}>
          <Blocks blocks={trace.blockedBy} />
          {fixes.length === 0 ? null : (
            <div className="finding-fixes">
              {fixes.map((plan) => (
                <FixButton key={plan.title.en} plan={plan} />
              ))}
            </div>
          )}
        </Section>
      )}
      {others.length === 0 ? null : (
        <Section title={say(words.problems)} count={others.length}>
          <FindingList findings={others} offered={offered} />
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
