/** The ways that an arrow of a diagram can take, with what `check` would call an error in each of them. */
import { rules } from '../aws';
import { compareFlow } from '../awsWays';
import type { Catalog } from '../core/catalog/catalog';
import { nameOf } from '../core/rules/context';
import type { RuleContext } from '../core/rules/rule';
import { shown } from '../core/rules/shown';
import { runRules } from '../core/rules/validate';
import type { FromCompareWorker, ToCompareWorker } from './compareProtocol';

export function compareAnswer(
  catalog: Catalog,
  { document: given, flow: id, gb, prices }: ToCompareWorker,
): FromCompareWorker {
  const flow = given.flows.get(id);
  if (flow === undefined) return { comparison: null };
  const gbPerMonth = gb === undefined ? flow.gbPerMonth : gb;
  const document =
    gbPerMonth === flow.gbPerMonth
      ? given
      : { ...given, flows: new Map(given.flows).set(id, { ...flow, gbPerMonth }) };
  const comparison = compareFlow(catalog, document, id, {
    prices,
    faultsIn,
    nameOf: (resource) => nameOf(catalog, document, resource),
  });
  return { comparison: comparison ?? null };
}

function faultsIn(context: RuleContext) {
  return shown(context.document, runRules(rules, context).findings).findings.filter(
    ({ severity }) => severity === 'error',
  );
}
