/** The bill of a whole design with the traffic of its flows: what they pass through, and what carrying them costs. */
import { monthlyCost, passedBy, type MonthlyCost } from '../cost/monthlyCost';
import type { PriceTable } from '../cost/prices';
import { transfersOf, type Transfer } from '../cost/transfers';
import type { ResourceId } from '../model/document';
import { factsBy } from '../network/factsBy';
import { queryOf } from '../network/queryOf';
import type { Query } from '../network/trace';
import type { RuleContext } from '../rules/rule';
import { passagesBySubnet } from './passage';

/** A flow with its traffic; the ends of the query need not be drawn. */
export interface Traffic {
  readonly query: Query;
  /** Gigabytes a month, both directions together. */
  readonly gb: number;
}

/** The drawn flows whose traffic somebody has said. */
export function drawnTraffic({
  document,
  catalog,
  flows,
}: Pick<RuleContext, 'document' | 'catalog' | 'flows'>): readonly Traffic[] {
  return flows.flatMap((flow) =>
    flow.gbPerMonth === null ? [] : [{ query: queryOf(document, catalog, flow), gb: flow.gbPerMonth }],
  );
}

export interface BillOptions {
  readonly prices: PriceTable;
  readonly nameOf: (id: ResourceId) => string;
}

/** Blocked flows carry nothing, and cost nothing. */
export function billOf(
  context: RuleContext,
  traffic: readonly Traffic[],
  { prices, nameOf }: BillOptions,
): MonthlyCost {
  const gb = new Map<ResourceId, number>();
  const transfers: Transfer[] = [];
  const facts = factsBy(context.catalog, context.document);
  for (const { query, gb: amount } of traffic) {
    const trace = context.network.trace(query);
    if (trace.verdict === 'blocked') continue;
    const parts = passagesBySubnet(context, query);
    const traces = parts.length === 0 ? [trace] : parts.map((part) => part.trace);
    // A source in several subnets sends as much from each.
    for (const each of traces)
      for (const id of passedBy(each)) gb.set(id, (gb.get(id) ?? 0) + amount / traces.length);
    transfers.push(
      ...transfersOf({
        query,
        trace,
        parts,
        gb: amount,
        facts,
        regionOf: (id) => context.around(id).region,
        nameOf,
      }),
    );
  }
  return monthlyCost(context.catalog, context.document, { gb, transfers, prices });
}
