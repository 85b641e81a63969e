/** Runs rules over a document. */
import type { Catalog } from '../catalog/catalog';
import type { Document, FlowId, ResourceId } from '../model/document';
import { ancestors } from '../model/queries';
import type { CompiledNetwork } from '../network/network';
import type { Trace } from '../network/trace';
import { contextOf } from './context';
import type { Plan } from '../plans/plan';
import { shown } from './shown';
import type { Finding, FoundFault, Rule, RuleContext, Severity } from './rule';

export { contextOf } from './context';
export { shown } from './shown';

export interface Validation {
  /** The gravest first, then by place in the diagram. Suppressed ones are left out. */
  readonly findings: readonly Finding[];
  /** How many findings are left out because somebody suppressed them. */
  readonly suppressed: number;
  readonly traces: ReadonlyMap<FlowId, Trace>;
  readonly network: CompiledNetwork;
  /** Rules that threw: a programmer's error, which costs that rule's findings and nothing else. */
  readonly failures: readonly RuleFailure[];
}

export interface RuleFailure {
  readonly rule: string;
  readonly error: unknown;
}

/** `others`: what is found elsewhere, in the templates of the document, and goes into the same list. */
export function validate(
  catalog: Catalog,
  rules: ReadonlyMap<string, Rule>,
  document: Document,
  others: readonly Finding[] = [],
): Validation {
  const context = contextOf(catalog, document);
  const { findings, failures } = runRules(rules, context, others);
  return { ...shown(document, findings), traces: context.traces, network: context.network, failures };
}

/** All findings, sorted, the suppressed ones among them. */
export function runRules(
  rules: ReadonlyMap<string, Rule>,
  context: RuleContext,
  others: readonly Finding[] = [],
): { readonly findings: readonly Finding[]; readonly failures: readonly RuleFailure[] } {
  const findings: Finding[] = [...others];
  const failures: RuleFailure[] = [];
  for (const rule of rules.values()) {
    try {
      findings.push(...findingsOf(rule, context));
    } catch (error) {
      failures.push({ rule: rule.id, error });
    }
  }
  const places = new Map<ResourceId | FlowId, string>();
  const placeOf = (id: ResourceId | FlowId): string => {
    let place = places.get(id);
    if (place === undefined) places.set(id, (place = placeIn(context.document, id)));
    return place;
  };
  const isFlow = (id: string): boolean => context.document.flows.has(id);
  const all = withCauses(findings, rules, isFlow, withCause);
  const placed = all.map((finding): Placed => ({ finding, place: placeOf(finding.on[0]) }));
  return { findings: placed.sort(compareFindings).map(({ finding }) => finding), failures };
}

/** The findings of one rule. Throws what its check throws. */
export function findingsOf(rule: Rule, context: RuleContext): Finding[] {
  return named(rule, rule.check(context)).map(({ finding, seek }) =>
    seek === undefined ? finding : { ...finding, fixes: seek() },
  );
}

/** A finding of which the fixes may still have to be sought. */
export interface Found {
  readonly fault: FoundFault;
  /** Its key, but for the number of those with the same. */
  readonly about: string;
  readonly finding: Finding;
  readonly seek: (() => readonly Plan[]) | undefined;
}

/**
 * The faults that a rule has found, in the order in which it found them, with the keys that are theirs. `before`: those
 * that have been named already, and are left as they are where their keys are.
 */
export function named(
  rule: Rule,
  faults: Iterable<FoundFault>,
  before: ReadonlyMap<FoundFault, Found> = new Map<FoundFault, Found>(),
): Found[] {
  const used = new Map<string, number>();
  return [...faults].map((fault) => {
    const known = before.get(fault);
    const about = known?.about ?? keyOf(rule, fault);
    const count = (used.get(about) ?? 0) + 1;
    used.set(about, count);
    const key = count === 1 ? about : `${about}#${count}`;
    if (known?.finding.key === key) return known;
    const { fixes, ...rest } = fault;
    const finding = {
      ...rest,
      ...(fixes === undefined || typeof fixes === 'function' ? {} : { fixes }),
      rule: rule.id,
      severity: fault.severity ?? rule.severity,
      key,
    };
    return { fault, about, finding, seek: typeof fixes === 'function' ? fixes : undefined };
  });
}

/** Names the fault by what it is about, whatever the order in which its resources are listed. */
function keyOf(rule: Rule, { on, field }: FoundFault): string {
  const about = [...on].sort().join('+');
  return field === undefined ? `${rule.id}:${about}` : `${rule.id}:${about}:${field}`;
}

/**
 * Ties the failed expectations to the finding that names what is wrong: an error about the flow itself, or about the
 * resource that its trace blames. `tie` makes one of them of a finding and the key of its cause.
 */
export function withCauses(
  findings: readonly Finding[],
  rules: ReadonlyMap<string, Rule>,
  isFlow: (id: string) => boolean,
  tie: typeof withCause,
): readonly Finding[] {
  const isEffect = (finding: Finding): boolean => rules.get(finding.rule)?.expectation === true;
  const causes = findings.filter((finding) => finding.severity === 'error' && !isEffect(finding));
  if (causes.length === 0) return findings;
  const byPlace = new Map<ResourceId | FlowId, string>();
  for (const cause of causes) for (const id of cause.on) if (!byPlace.has(id)) byPlace.set(id, cause.key);
  return findings.map((finding) => {
    if (finding.severity !== 'error' || !isEffect(finding)) return finding;
    const [about] = finding.on;
    const causedBy =
      (isFlow(about) ? byPlace.get(about) : undefined) ??
      (finding.blames === undefined ? undefined : byPlace.get(finding.blames));
    return causedBy === undefined ? finding : tie(finding, causedBy);
  });
}

export function withCause(finding: Finding, causedBy: string): Finding {
  return { ...finding, causedBy };
}

const weights: Readonly<Record<Severity, number>> = { error: 0, warning: 1, advice: 2 };

/** A finding and where it stands: `placeIn` of what it is about first. */
export interface Placed {
  readonly finding: Finding;
  readonly place: string;
}

/** The gravest first, then by place. */
export function compareFindings(a: Placed, b: Placed): number {
  return (
    weights[a.finding.severity] - weights[b.finding.severity] ||
    compareText(a.place, b.place) ||
    compareText(a.finding.key, b.finding.key)
  );
}

/** The order keys from the outermost container to the resource: sorts as Tab walks. Flows come after resources. */
export function placeIn(document: Document, id: ResourceId | FlowId): string {
  const resource = document.resources.get(id);
  if (resource === undefined)
    return `~${document.flows.get(id)?.order ?? document.scopes.get(id)?.order ?? ''}`;
  // A space is less than any character of a key, so a container comes before its content and its next sibling after.
  return [resource, ...ancestors(document, id)]
    .reverse()
    .map(({ order, id: own }) => `${order}!${own}`)
    .join(' ');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
