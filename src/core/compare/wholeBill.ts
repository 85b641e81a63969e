/** The bill of a design as it is drawn, with what is told beside it. */
import type { Catalog } from '../catalog/catalog';
import { chartStart, type ChartStart } from '../cost/chartStart';
import type { MonthlyCost } from '../cost/monthlyCost';
import type { PriceTable } from '../cost/prices';
import type { Document, FlowId } from '../model/document';
import { factsBy } from '../network/factsBy';
import { zonesOfResource } from '../network/zonal';
import { contextOf, nameOf } from '../rules/context';
import type { RuleContext } from '../rules/rule';
import { billOf, drawnTraffic } from './bill';

export interface WholeBill extends MonthlyCost {
  /** Flows that have traffic and are blocked: it costs nothing. */
  readonly blocked: readonly FlowId[];
  /** Flows of which nobody has said how much traffic they have: none is counted. */
  readonly silent: readonly FlowId[];
  readonly start: ChartStart;
}

export function wholeBill(catalog: Catalog, document: Document, prices: PriceTable): WholeBill {
  const context = contextOf(catalog, document);
  const cost = billOf(context, drawnTraffic(context), {
    prices,
    nameOf: (id) => nameOf(catalog, document, id),
  });
  const start = chartStart({
    lines: cost.lines,
    region: document.settings.region,
    zonesIn: (region) => zonesIn(context, region),
  });
  const blocked = context.flows.filter(
    ({ id, gbPerMonth }) => (gbPerMonth ?? 0) > 0 && context.traces.get(id)?.verdict === 'blocked',
  );
  const silent = context.flows.filter(({ gbPerMonth }) => gbPerMonth === null);
  return { ...cost, blocked: blocked.map(({ id }) => id), silent: silent.map(({ id }) => id), start };
}

function zonesIn(context: RuleContext, region: string): ReadonlySet<string> {
  const { catalog, document } = context;
  const facts = factsBy(catalog, document);
  const zones = new Set<string>();
  for (const [id, stated] of facts)
    if (stated.some(({ fact }) => fact === 'interface') && context.around(id).region === region)
      for (const zone of zonesOfResource(id, facts) ?? []) if (zone !== null) zones.add(zone);
  return zones;
}
