/** What is wrong where the cursor is, with what would mend it. */
import type { Finding } from '../../core/rules/rule';
import { FixButton } from '../FixButton';
import { SeveritySign } from '../severitySigns';
import { useSay } from '../useEditor';

/** More than this would take the room of the text. */
const mostFixes = 2;

export function FindingBar({ finding }: { readonly finding: Finding }) {
  const say = useSay();
  const { severity, message, fixes = [] } = finding;
  return (
    <div className="code-finding">
      <SeveritySign severity={severity} />
      <p role="status">{say(message)}</p>
      {fixes.slice(0, mostFixes).map((plan, index) => (
        <FixButton key={index} plan={plan} />
      ))}
    </div>
  );
}
