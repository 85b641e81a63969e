/** The answer of a validation worker that has said nothing before. */
import type { Answer, Verdicts } from '../worker/protocol';

export function answerOf({ revision, findings, traces, routes, suppressed }: Verdicts): Answer {
  return {
    revision,
    findings: findings.map(({ key }) => key),
    changed: findings,
    traces,
    routes,
    suppressed,
  };
}
