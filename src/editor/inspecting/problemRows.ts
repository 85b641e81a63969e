/** The list of problems: filtered, searched, grouped, each effect under its cause. */
import type { Catalog } from '../../core/catalog/catalog';
import type { PaletteGroup } from '../../core/catalog/kind';
import type { Document } from '../../core/model/document';
import { withDescendants } from '../../core/model/queries';
import type { Finding, Severity } from '../../core/rules/rule';
import type { Words } from '../../lib/words';

export type Grouping = 'severity' | 'place' | 'rule';

export type ProblemRow =
  | { readonly is: 'group'; readonly key: string; readonly label: Words; readonly count: number }
  | {
      readonly is: 'finding';
      readonly key: string;
      readonly finding: Finding;
      /** It follows from the one above it. */ readonly isEffect: boolean;
    };

export interface ProblemQuery {
  readonly severities: ReadonlySet<Severity>;
  /** Every word of it must be found, in the message, the rule or the names of what it is about. */
  readonly search: string;
  readonly grouping: Grouping;
  /** Only what is about one of these resources and flows; absent: whatever it is about. */
  readonly about?: ReadonlySet<string>;
  /** Only what belongs to this part of the palette, to flows or to templates; absent: to any. */
  readonly family?: ProblemFamily;
}

/** What a finding is about at first: a resource of one of the palette's groups, a flow, or a template alone. */
export type ProblemFamily = PaletteGroup | 'flows' | 'templates';

export function familyOf(
  catalog: Catalog,
  { resources, flows }: Document,
  { on: [first] }: Pick<Finding, 'on'>,
): ProblemFamily {
  const resource = resources.get(first);
  if (resource !== undefined) return catalog.kind(resource.kind).group;
  return flows.has(first) ? 'flows' : 'templates';
}

/** What is selected, what stands in it, and the flows that begin or end there. */
export function concernedBy(document: Document, selection: ReadonlySet<string>): ReadonlySet<string> {
  const concerned = new Set<string>([...selection, ...withDescendants(document, selection)]);
  for (const { id, from, to } of document.flows.values())
    if (concerned.has(from) || concerned.has(to)) concerned.add(id);
  return concerned;
}

/** How things are called: resources and flows by id, severities, rules. */
export interface ProblemNames {
  readonly of: (id: string) => string;
  readonly severity: (severity: Severity) => Words;
  readonly rule: (rule: string) => Words;
  readonly family: (finding: Finding) => ProblemFamily;
}

/** Findings come gravest first, then by place in the diagram; groups keep that order. */
export function problemRows(
  findings: readonly Finding[],
  { severities, search, grouping, about, family }: ProblemQuery,
  names: ProblemNames,
): readonly ProblemRow[] {
  const wanted = search
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const shown = findings.filter(
    (finding) =>
      severities.has(finding.severity) &&
      (about === undefined || finding.on.some((id) => about.has(id))) &&
      (family === undefined || names.family(finding) === family) &&
      (wanted.length === 0 || matches(finding, wanted, names)),
  );
  const groups = new Map<string, { readonly label: Words; readonly findings: Finding[] }>();
  for (const finding of shown) {
    const [key, label] = groupOf(finding, grouping, names);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { label, findings: [finding] });
    else group.findings.push(finding);
  }
  return [...groups].flatMap(([key, group]): ProblemRow[] => [
    { is: 'group', key: `group ${key}`, label: group.label, count: countOf(group.findings) },
    ...underCauses(group.findings),
  ]);
}

function groupOf(finding: Finding, grouping: Grouping, names: ProblemNames): readonly [string, Words] {
  switch (grouping) {
    case 'severity':
      return [finding.severity, names.severity(finding.severity)];
    case 'rule':
      return [finding.rule, names.rule(finding.rule)];
    case 'place': {
      const name = names.of(finding.on[0]);
      return [finding.on[0], { en: name, ja: name }];
    }
  }
}

/** A fault and its effects count once, unless only its effects are here. */
function countOf(findings: readonly Finding[]): number {
  return findings.filter(({ causedBy }) => causedBy === undefined).length || findings.length;
}

/** Effects whose cause is in the same group come right after it. */
function underCauses(findings: readonly Finding[]): ProblemRow[] {
  const keys = new Set(findings.map(({ key }) => key));
  const effects = new Map<string, Finding[]>();
  const others: Finding[] = [];
  for (const finding of findings) {
    const cause = finding.causedBy;
    if (cause === undefined || !keys.has(cause)) others.push(finding);
    else effects.set(cause, [...(effects.get(cause) ?? []), finding]);
  }
  const row = (finding: Finding, isEffect: boolean): ProblemRow => ({
    is: 'finding',
    key: finding.key,
    finding,
    isEffect,
  });
  return others.flatMap((finding) => [
    row(finding, false),
    ...(effects.get(finding.key) ?? []).map((effect) => row(effect, true)),
  ]);
}

function matches(finding: Finding, wanted: readonly string[], names: ProblemNames): boolean {
  const { message, rule, on } = finding;
  const text = [message.en, message.ja, rule, ...on.map(names.of)].join(' ').normalize('NFKC').toLowerCase();
  return wanted.every((word) => text.includes(word));
}
