/** What `check` finds, ready to be printed in any format. */
import { catalog, rules } from '../aws';
import type { Finding, Severity } from '../core/rules/rule';
import { validate } from '../core/rules/validate';
import type { Expectation, Flow, Scope } from '../core/model/document';
import { networkOf } from '../core/network/doubts';
import type { Trace, Verdict } from '../core/network/trace';
import { checkScopes, type ScopeResult } from '../core/scopes/checkScopes';
import { sayEnd, sayResult, sayScope } from '../core/scopes/scopeWords';
import type { Language } from '../lib/words';
import type { FilePlace, Input } from './openInput';
import { questionOfFlow, type FlowWords, type Question } from './question';
import { blockJson } from './traceJson';

export interface CheckResult {
  readonly findings: readonly CheckFinding[];
  readonly expectations: readonly CheckedExpectation[];
  readonly summary: Readonly<Record<Severity, number>>;
}

export interface CheckFinding extends Partial<FilePlace> {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly on: readonly string[];
  readonly field?: string;
  readonly fixes: readonly { readonly title: string }[];
  /** Who has found it, where it is not us: AWS's validator of templates. */
  readonly source?: 'cloudformation-validate';
  /** What the rule asks for and a page about it, where they are not ours to tell. */
  readonly about?: string;
  readonly page?: string;
}

export interface CheckedExpectation {
  readonly flow: FlowWords;
  readonly expected: Expectation;
  readonly verdict: Verdict;
  readonly message: string;
  /** What it was expected of, where that is a part of the design: its name, and those in it who break it. */
  readonly scope?: string;
  readonly workloads?: readonly string[];
  readonly blockedBy: readonly object[];
  readonly fixes: readonly { readonly title: string }[];
}

/** A flow with what is expected of it, from a file. */
export interface ExpectedFlow extends Question {
  readonly expect: Expectation;
}

/** `expected`, `scopes`: what is expected beside what the diagram says itself. */
export function checkInput(
  input: Input,
  expected: readonly ExpectedFlow[],
  scopes: readonly Scope[],
  language: Language,
): CheckResult {
  const { document } = input;
  const { findings, failures } = validate(catalog, rules, document, input.findings);
  if (failures.length > 0) throw failures[0]?.error;

  // Compiled once more, since answers are to name resources as the files do.
  const network = networkOf(catalog, document, { nameOf: input.nameOf });
  const effects = new Map<string, Finding>();
  const shown: CheckFinding[] = [];
  for (const { file, problem } of input.repairs) {
    const { line, column } = problem;
    shown.push({
      rule: 'diagram-file',
      severity: problem.severity,
      message: problem.message[language],
      on: [],
      ...(problem.path === undefined ? {} : { field: problem.path }),
      file,
      ...(line === undefined || column === undefined ? {} : { line, column }),
      fixes: [],
    });
  }
  for (const finding of findings) {
    const [first] = finding.on;
    // A flow that fails is told under the expectations, with its verdict.
    const scope = finding.on.find((id) => document.scopes.has(id));
    if (rules.get(finding.rule)?.expectation !== true) shown.push(findingOf(input, finding, language));
    else if (document.flows.has(first)) effects.set(first, finding);
    else if (scope !== undefined) effects.set(scopeKey(scope, finding.field), finding);
    else shown.push(findingOf(input, finding, language));
  }

  const expectations: CheckedExpectation[] = [];
  for (const flow of [...document.flows.values()].sort((a, b) => (a.order < b.order ? -1 : 1))) {
    if (isSuppressed(input, flow)) continue;
    const question = questionOfFlow(input, flow);
    const trace = network.trace(question.query);
    const fixes = (effects.get(flow.id)?.fixes ?? []).map(({ title }) => ({ title: title[language] }));
    expectations.push(expectationOf(input, question.flow, flow.expect, trace, fixes, language));
  }
  for (const checked of checkScopes(catalog, document, network)) {
    const effect = effects.get(scopeKey(checked.scope.id, `expectations.${checked.key}`));
    // Of those that fail, the ones without a finding are suppressed.
    if (checked.verdict === checked.expectation.expect || effect !== undefined)
      expectations.push(ofScope(input, checked, language));
  }
  const others = { ...document, scopes: new Map(scopes.map((scope, index) => [`${index}`, scope])) };
  for (const each of checkScopes(catalog, others, network)) expectations.push(ofScope(input, each, language));
  for (const { flow, query, expect } of expected)
    expectations.push(expectationOf(input, flow, expect, network.trace(query), [], language));

  return resultOf(shown, expectations);
}

export function resultOf(
  findings: readonly CheckFinding[],
  expectations: readonly CheckedExpectation[],
): CheckResult {
  const summary = { error: 0, warning: 0, advice: 0 };
  for (const { severity } of findings) summary[severity]++;
  for (const { expected: wanted, verdict } of expectations) {
    if (verdict === 'unknown') summary.warning++;
    else if (verdict !== wanted) summary.error++;
  }
  return { findings, expectations, summary };
}

function findingOf(input: Input, finding: Finding, language: Language): CheckFinding {
  const { rule, severity, message, on, fixes = [] } = finding;
  const place = input.placeOf(finding);
  const property = input.propertyOf(finding);
  return {
    rule,
    severity,
    message: message[language],
    on: on.map(input.nameOf),
    ...(property === undefined ? {} : { field: property }),
    ...place,
    fixes: fixes.map(({ title }) => ({ title: title[language] })),
  };
}

function expectationOf(
  input: Input,
  flow: FlowWords,
  expected: Expectation,
  trace: Trace,
  fixes: readonly { readonly title: string }[],
  language: Language,
): CheckedExpectation {
  return {
    flow,
    expected,
    verdict: trace.verdict,
    message: messageOf(expected, trace, language),
    blockedBy: trace.blockedBy.map((block) => blockJson(input, block, language)),
    fixes,
  };
}

function scopeKey(scope: string, field: string | undefined): string {
  return `${scope} ${field ?? ''}`;
}

/** What is expected of a part of the design, as of a flow: that of the first one inside who breaks it. */
function ofScope(input: Input, result: ScopeResult, language: Language): CheckedExpectation {
  const { scope, expectation, verdict, contacts } = result;
  const { direction, other, protocol, port, expect } = expectation;
  const first = contacts[0];
  const name = sayScope(scope, input.nameOf)[language];
  const inside = first === undefined ? name : input.nameOf(first.members[0]);
  const end = 'internet' in other ? 'internet' : sayEnd(other, input.nameOf)[language];
  const [from, to] = direction === 'out' ? [inside, end] : [end, inside];
  return {
    flow: { from, to, protocol: first?.query.protocol ?? protocol, port: first?.query.port ?? port },
    expected: expect,
    verdict,
    message: sayResult(result, input.nameOf)[language],
    scope: name,
    workloads: contacts.flatMap(({ members }) => members.map(input.nameOf)),
    blockedBy: (first?.trace.blockedBy ?? []).map((block) => blockJson(input, block, language)),
    fixes: [],
  };
}

function messageOf(expected: Expectation, { verdict, blockedBy }: Trace, language: Language): string {
  const [first] = blockedBy;
  const why = first === undefined ? '' : `: ${first.says[language]}`;
  if (verdict === 'unknown')
    return language === 'ja'
      ? `到達できるかどうか判定できません${why}`
      : `Whether it gets there cannot be said${why}`;
  if (verdict === expected)
    return {
      reachable: { en: 'Reachable, as expected', ja: '期待どおり到達できます' },
      blocked: { en: `Blocked, as expected${why}`, ja: `期待どおりブロックされます${why}` },
    }[verdict][language];
  return verdict === 'blocked'
    ? language === 'ja'
      ? `到達できるはずが、ブロックされます${why}`
      : `Should be reachable, but is blocked${why}`
    : language === 'ja'
      ? 'ブロックされるはずが、到達できます'
      : 'Should be blocked, but is reachable';
}

/** Whether somebody said that this flow's failure is all right. */
function isSuppressed({ document: { suppressions } }: Input, flow: Flow): boolean {
  for (const rule of rules.values())
    if (rule.expectation === true)
      for (const { finding } of suppressions.values())
        if (finding === `${rule.id}:${flow.id}` || finding.startsWith(`${rule.id}:${flow.id}:`)) return true;
  return false;
}
