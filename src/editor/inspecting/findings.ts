/** Findings by what they are about, and how they are counted. */
import type { Finding, Severity } from '../../core/rules/rule';

export const severities: readonly Severity[] = ['error', 'warning', 'advice'];

const indexes = new WeakMap<readonly Finding[], ReadonlyMap<string, readonly Finding[]>>();
const none: readonly Finding[] = [];

/** Those about a resource or a flow, among others; the index is made once for each answer of the worker. */
export function findingsOn(findings: readonly Finding[], id: string): readonly Finding[] {
  let index = indexes.get(findings);
  if (index === undefined) indexes.set(findings, (index = indexed(findings)));
  return index.get(id) ?? none;
}

/** Those about a flow, and those that name the cause of one: their fixes mend the flow. */
export function findingsAboutFlow(findings: readonly Finding[], flow: string): readonly Finding[] {
  const own = findingsOn(findings, flow);
  const causes = new Set(own.flatMap(({ causedBy }) => causedBy ?? []));
  if (causes.size === 0) return own;
  return [...own, ...findings.filter((finding) => causes.has(finding.key) && !own.includes(finding))];
}

/** A fault and its effects count once. */
export function countsOf(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, advice: 0 };
  for (const { severity, causedBy } of findings) if (causedBy === undefined) counts[severity]++;
  return counts;
}

function indexed(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const index = new Map<string, Finding[]>();
  for (const finding of findings)
    for (const id of new Set(finding.on)) {
      const list = index.get(id);
      if (list === undefined) index.set(id, [finding]);
      else list.push(finding);
    }
  return index;
}
