/** Why a flow is blocked and what would mend it: what a presentation about it is made of. */
import { ways, waysToService } from '../awsWays';
import type { Catalog } from '../core/catalog/catalog';
import type { Document, Flow } from '../core/model/document';
import { compileNetwork, factsOf, queryOf } from '../core/network/network';
import type { Trace } from '../core/network/trace';
import { plansThatMend } from '../core/plans/mend';
import { documentAfter } from '../core/plans/plan';
import { contextOf } from '../core/rules/context';
import type { FromStoryboardWorker, ToStoryboardWorker } from './storyboardProtocol';

export function storyboardAnswer(
  catalog: Catalog,
  { document, flow: id }: ToStoryboardWorker,
): FromStoryboardWorker {
  const flow = document.flows.get(id);
  if (flow === undefined) return { flow: id, trace: null, mends: [] };
  // Also of what is meant to be blocked people want to see what would let it through.
  const wanted: Document = {
    ...document,
    flows: new Map(document.flows).set(id, { ...flow, expect: 'reachable' }),
  };
  const trace = traceIn(catalog, wanted, flow);
  if (trace.verdict !== 'blocked') return { flow: id, trace, mends: [] };
  const context = contextOf(catalog, wanted);
  const asWanted = context.flows.find((each) => each.id === id) ?? flow;
  const mending = plansThatMend(context, asWanted, ways);
  const plans = mending.length > 0 ? mending : waysToService(catalog, wanted, id);
  const mends = plans
    .map((plan) => ({ plan, trace: traceIn(catalog, documentAfter({ catalog }, document, plan), flow) }))
    .filter((mend) => mend.trace.verdict === 'reachable');
  return { flow: id, trace, mends };
}

function traceIn(catalog: Catalog, document: Document, flow: Flow): Trace {
  return compileNetwork([...factsOf(catalog, document)]).trace(queryOf(document, catalog, flow));
}
