/** Findings with what would mend them. */
import { memo } from 'react';
import type { Finding } from '../../core/rules/rule';
import { jumpTo } from '../../editor/inspecting/jump';
import { FixButton } from '../FixButton';
import { SeveritySign } from '../severitySigns';
import { useEditor, useSay } from '../useEditor';

export interface FindingListProps {
  readonly findings: readonly Finding[];
  /** The titles of fixes that stand elsewhere already. */
  readonly offered?: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

export function FindingList({ findings, offered = none }: FindingListProps) {
  return (
    <ul className="finding-list">
      {findings.map((finding) => (
        <FindingEntry key={finding.key} finding={finding} isOffered={hasAll(offered, finding)} />
      ))}
    </ul>
  );
}

function hasAll(offered: ReadonlySet<string>, { fixes = [] }: Finding): boolean {
  return fixes.every(({ title }) => offered.has(title.en));
}

/** Findings that say the same as before are the same objects, so unchanged ones are not drawn again. */
const FindingEntry = memo(function FindingEntry({
  finding,
  isOffered,
}: {
  readonly finding: Finding;
  readonly isOffered: boolean;
}) {
  const editor = useEditor();
  const say = useSay();
  const { severity, message, on, field, fixes = [] } = finding;
  return (
    <li className="finding-entry" data-severity={severity}>
      <SeveritySign severity={severity} />
      <div className="finding-text">
        {field === undefined ? (
          <p>{say(message)}</p>
        ) : (
          <button type="button" className="finding-message" onClick={() => jumpTo(editor, on[0], field)}>
            {say(message)}
          </button>
        )}
        {isOffered ? null : (
          <div className="finding-fixes">
            {fixes.map((plan) => (
              <FixButton key={plan.title.en} plan={plan} />
            ))}
          </div>
        )}
      </div>
    </li>
  );
});
