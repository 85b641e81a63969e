import type { Details } from '../../editor/outline/details';
import type { OutlineColumn } from '../../editor/outline/rows';
import { flowVerdicts, flowVerdictWords } from '../../core/network/flowVerdict';
import { SeveritySign } from '../severitySigns';
import { useSay } from '../useEditor';
import { VerdictSign } from '../verdictSigns';

/** What one column says of a resource. */
export function ResourceCell({
  column,
  details,
}: {
  readonly column: OutlineColumn;
  readonly details: Details | undefined;
}) {
  const say = useSay();
  if (details === undefined) return null;
  switch (column) {
    case 'name':
      return details.name;
    case 'kind':
      return <span className="outline-text">{say(details.kind)}</span>;
    case 'zone':
      return <span className="outline-text">{details.zone}</span>;
    case 'address':
      return <span className="outline-text mono">{details.address}</span>;
    case 'routeTable':
      return <span className="outline-text">{details.routeTable?.name}</span>;
    case 'findings':
      return details.findings === undefined ? null : (
        <span className="outline-count" title={say(details.findings.says)}>
          <SeveritySign severity={details.findings.worst} />
          {details.findings.count}
        </span>
      );
    case 'flows':
      return flowVerdicts.map((verdict) => {
        const count = details.flows.get(verdict);
        return count === undefined ? null : (
          <span key={verdict} className="outline-count" title={say(flowVerdictWords[verdict])}>
            <VerdictSign verdict={verdict} named />
            {count}
          </span>
        );
      });
  }
}
