import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalog, rules } from '../../../aws';
import { fromSketch } from '../../../core/catalog/fromSketch';
import { alternativeIds } from '../../../core/compare/alternative';
import { wayOf } from '../../../core/compare/passage';
import { listPrices } from '../../../core/cost/prices';
import type { Document } from '../../../core/model/document';
import { factsBy } from '../../../core/network/factsBy';
import { documentAfter } from '../../../core/plans/plan';
import type { RuleContext } from '../../../core/rules/rule';
import { contextOf, runRules, validate } from '../../../core/rules/validate';
import { arbitraryDesign } from '../../../testing/arbitraryDesign';
import { arbitraryDocument } from '../../../testing/arbitraryDocument';
import { compareFlow } from './compareWays';

test('every alternative that is said to be reachable is the way that packets take, and brings no new error', () => {
  fc.assert(
    fc.property(arbitraryDesign, (drawn) => {
      const document = fromSketch(catalog, drawn);
      for (const id of document.flows.keys()) {
        const before = errorsIn(document);
        const found = compareFlow(catalog, document, id, { prices: listPrices, faultsIn });

        expect(found?.alternatives.map((each) => each.id)).toEqual(alternativeIds);
        for (const each of found?.alternatives ?? []) {
          if (each.verdict !== 'reachable') {
            expect([each.plan.commands, each.because === null]).toEqual([[], false]);
            continue;
          }
          const after = documentAfter({ catalog }, document, each.plan);
          const context = contextOf(catalog, after);
          const trace = context.traces.get(id);
          expect(trace?.verdict).toBe('reachable');
          expect(trace && wayOf(trace.forward, factsBy(catalog, after))).toBe(each.id);
          expect(each.present).toBe(each.plan.commands.length === 0);
          expect([each.plan.title.en, ...errorsIn(after).filter((key) => !before.includes(key))]).toEqual([
            each.plan.title.en,
          ]);
        }
      }
    }),
    { numRuns: 8 },
  );
}, 120_000);

test('whatever is drawn is compared without a throw, and stays as it is', () => {
  fc.assert(
    fc.property(arbitraryDocument(catalog), (document) => {
      const before = structuredClone(document);

      for (const id of [...document.flows.keys()].slice(0, 2))
        compareFlow(catalog, document, id, { prices: listPrices });

      expect(document).toEqual(before);
    }),
    { numRuns: 8 },
  );
}, 120_000);

/** As the command line asks. */
function faultsIn(context: RuleContext) {
  return runRules(rules, context).findings.filter(({ severity }) => severity === 'error');
}

function errorsIn(document: Document): readonly string[] {
  const { findings, failures } = validate(catalog, rules, document);
  expect(failures).toEqual([]);
  return findings.flatMap(({ severity, key }) => (severity === 'error' ? [key] : []));
}
