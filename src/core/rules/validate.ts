/** Runs rules over a document. */
import type { Catalog } from '../catalog/catalog';
import type { Document, FlowId, ResourceId } from '../model/document';
import { ancestors } from '../model/queries';
import type { CompiledNetwork } from '../network/network';
import type { Trace } from '../network/trace';
import { contextOf } from './context';
import type { Plan } from '../plans/plan';
import type { Finding, FoundFault, Rule, RuleContext, Severity } from './rule';

export { contextOf } from './context';

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

/** The findings that nobody has suppressed, and how many somebody has. */
export function shown(
  { suppressions }: Document,
  findings: readonly Finding[],
): Pick<Validation, 'findings' | 'suppressed'> {
  const suppressed = new Set(suppressions.keys());
  for (const { finding } of suppressions.values()) suppressed.add(finding);
  const left = findings.filter(({ key }) => !suppressed.has(key));
  return { findings: left, suppressed: findings.length - left.length };
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
  return { findings: concluded(findings, rules, placeOf, isFlow), failures };
}

/** Findings with their causes, the gravest first. `placeOf`: see `placeIn`. */
export function concluded(
  findings: readonly Finding[],
  rules: ReadonlyMap<string, Rule>,
  placeOf: (id: ResourceId | FlowId) => string,
  isFlow: (id: string) => boolean,
): readonly Finding[] {
  return sorted(withCauses(findings, rules, isFlow), placeOf);
}

/** The findings of one rule. Throws what its check throws. */
export function findingsOf(rule: Rule, context: RuleContext): Finding[] {
  return named(rule, rule.check(context)).map(({ finding, seek }) =>
    seek === undefined ? finding : { ...finding, fixes: seek() },
  );
}

/** A finding of which the fixes may still have to be sought. */
export interface Found {
  readonly finding: Finding;
  readonly seek: (() => readonly Plan[]) | undefined;
}

/** The faults that a rule has found, in the order in which it found them, with the keys that are theirs. */
export function named(rule: Rule, faults: Iterable<FoundFault>): Found[] {
  const used = new Map<string, number>();
  return [...faults].map(({ fixes, ...fault }) => {
    const key = keyOf(rule, fault);
    const count = (used.get(key) ?? 0) + 1;
    used.set(key, count);
    const finding = {
      ...fault,
      ...(fixes === undefined || typeof fixes === 'function' ? {} : { fixes }),
      rule: rule.id,
      severity: fault.severity ?? rule.severity,
      key: count === 1 ? key : `${key}#${count}`,
    };
    return { finding, seek: typeof fixes === 'function' ? fixes : undefined };
  });
}

/** Names the fault by what it is about, whatever the order in which its resources are listed. */
function keyOf(rule: Rule, { on, field }: FoundFault): string {
  const about = [...on].sort().join('+');
  return field === undefined ? `${rule.id}:${about}` : `${rule.id}:${about}:${field}`;
}

/**
 * Ties the failed expectations to the finding that names what is wrong: an error about the flow itself, or about the
 * resource that its trace blames.
 */
function withCauses(
  findings: readonly Finding[],
  rules: ReadonlyMap<string, Rule>,
  isFlow: (id: string) => boolean,
): readonly Finding[] {
  const isEffect = (finding: Finding): boolean => rules.get(finding.rule)?.expectation === true;
  const causes = findings.filter((finding) => finding.severity === 'error' && !isEffect(finding));
  if (causes.length === 0) return findings;
  const byPlace = new Map<ResourceId | FlowId, string>();
  for (const cause of causes) for (const id of cause.on) if (!byPlace.has(id)) byPlace.set(id, cause.key);
  return findings.map((finding) => {
    if (!isEffect(finding) || finding.severity !== 'error') return finding;
    const [about] = finding.on;
    const causedBy =
      (isFlow(about) ? byPlace.get(about) : undefined) ??
      (finding.blames === undefined ? undefined : byPlace.get(finding.blames));
    return causedBy === undefined ? finding : { ...finding, causedBy };
  });
}

const weights: Readonly<Record<Severity, number>> = { error: 0, warning: 1, advice: 2 };

function sorted(
  findings: readonly Finding[],
  placeOf: (id: ResourceId | FlowId) => string,
): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      weights[a.severity] - weights[b.severity] ||
      compareText(placeOf(a.on[0]), placeOf(b.on[0])) ||
      compareText(a.key, b.key),
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
