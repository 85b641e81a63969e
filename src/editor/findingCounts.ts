/** How many findings each resource and flow has, and how grave: what its badge shows. */
import type { Finding, Severity } from '../core/rules/rule';
import type { ResourceId } from '../core/model/document';
import type { Words } from '../lib/words';

export interface FindingCount {
  readonly count: number;
  readonly worst: Severity;
  /** What the first of the gravest says. */
  readonly says: Words;
}

const rank: Readonly<Record<Severity, number>> = { error: 2, warning: 1, advice: 0 };
const counted = new WeakMap<readonly Finding[], ReadonlyMap<string, FindingCount>>();

type Hidden = ReadonlyMap<ResourceId, ResourceId>;
let chips:
  | {
      readonly findings: readonly Finding[];
      readonly hidden: Hidden;
      readonly counts: Map<ResourceId, FindingCount>;
    }
  | undefined;

/** All that is found of chips: of the container itself and of what is out of sight in it, `hidden` naming the chip of each. */
export function chipCounts(
  findings: readonly Finding[],
  hidden: Hidden,
): ReadonlyMap<ResourceId, FindingCount> {
  if (chips?.findings === findings && chips.hidden === hidden) return chips.counts;
  const counts = new Map<ResourceId, FindingCount>();
  for (const [on, each] of findingCounts(findings)) {
    const id = hidden.get(on) ?? on;
    const before = counts.get(id);
    const worse = before === undefined || rank[each.worst] > rank[before.worst] ? each : before;
    counts.set(id, { ...worse, count: each.count + (before?.count ?? 0) });
  }
  chips = { findings, hidden, counts };
  return counts;
}

/** By id; a finding counts on the first thing that it is about. */
export function findingCounts(findings: readonly Finding[]): ReadonlyMap<string, FindingCount> {
  const known = counted.get(findings);
  if (known !== undefined) return known;
  const counts = new Map<string, FindingCount>();
  for (const { on, severity, message } of findings) {
    const [id] = on;
    const before = counts.get(id);
    if (before === undefined) counts.set(id, { count: 1, worst: severity, says: message });
    else {
      const isWorse = rank[severity] > rank[before.worst];
      counts.set(id, {
        count: before.count + 1,
        worst: isWorse ? severity : before.worst,
        says: isWorse ? message : before.says,
      });
    }
  }
  counted.set(findings, counts);
  return counts;
}
