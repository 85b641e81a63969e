/** A law of fixes: applied, each removes its finding and brings no new error. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalog, rules } from '../aws';
import { fromSketch } from '../core/catalog/fromSketch';
import { contextOf, runRules } from '../core/rules/validate';
import type { Finding, RuleContext } from '../core/rules/rule';
import { arbitraryDesign } from '../testing/arbitraryDesign';

test('a fix removes its finding and brings no new error', () => {
  fc.assert(
    fc.property(arbitraryDesign, (design) => {
      const context = contextOf(catalog, fromSketch(catalog, design));
      const before = findingsIn(context);
      // What concerns other flows than before, at the same place, is the same fault.
      const known = new Set(before.map(faultOf));
      const failing = before.flatMap(({ rule, on: [flow] }) => (rule === 'flow-blocked' ? [flow] : []));
      for (const finding of before)
        for (const fix of finding.fixes ?? []) {
          const after = findingsIn(context.after(fix));
          const label = `${finding.rule}: ${fix.title.en}`;
          expect(
            after.map(({ key }) => key),
            label,
          ).not.toContain(finding.key);
          expect(
            after
              .filter((each) => isError(each) && !known.has(faultOf(each)) && !isBehind(each, failing))
              .map(({ message }) => message.en),
            label,
          ).toEqual([]);
        }
    }),
    { numRuns: 25 },
  );
}, 60_000);

function findingsIn(context: RuleContext): readonly Finding[] {
  const { findings, failures } = runRules(rules, context);
  expect(failures).toEqual([]);
  return findings;
}

/** Whether it tells why a flow fails that failed before: the next obstacle, once the first is gone. */
function isBehind({ on }: Finding, failing: readonly string[]): boolean {
  return on.some((id) => failing.includes(id));
}

function faultOf({ rule, on: [place], field = '' }: Finding): string {
  return `${rule} ${place} ${field}`;
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}
