/** What is to be underlined in the text: why a draft cannot be read, else the findings of the diagram. */
import type { Plan } from '../../core/plans/plan';
import type { Finding } from '../../core/rules/rule';
import type { Words } from '../../lib/words';
import type { Code, Places } from '../../worker/codeProtocol';
import type { TextProblem } from './editor/problems';
import { offsetAt } from './offsetAt';
import type { Draft } from './editingState';

export interface ProblemSources {
  readonly code: Code;
  readonly draft: Draft | undefined;
  readonly places: Places | null;
  readonly findings: readonly Finding[];
  readonly say: (words: Words) => string;
  readonly apply: (plan: Plan) => void;
}

/** Null: what is underlined stays, until more is known. */
export function problemsOf({
  code,
  draft,
  places,
  findings,
  say,
  apply,
}: ProblemSources): readonly TextProblem[] | null {
  if (draft !== undefined) {
    const { fault } = draft;
    if (fault === null) return null;
    const { text } = fault;
    if (fault.line === undefined) return [];
    const from = offsetAt(text, fault.line, fault.column ?? 1);
    const end = text.slice(from).search(/[\r\n]/);
    const to = end < 0 ? text.length : from + end;
    return [{ key: 'draft', from, to, severity: 'error', message: say(fault.message), fixes: [] }];
  }
  if (places === null || places.text !== code.text) return null;
  return findings.flatMap(({ key, severity, message, fixes = [] }): TextProblem[] => {
    const place = places.places.get(key);
    if (place === undefined) return [];
    const mending = fixes.map((plan) => ({ title: say(plan.title), apply: () => apply(plan) }));
    return [{ key, ...place, severity, message: say(message), fixes: mending }];
  });
}
