/** What a design costs a month, line by line. An amount that nobody knows is told, and never taken for nothing. */
import type { Words } from '../../lib/words';
import { compareOrder } from '../../lib/order';
import type { Catalog } from '../catalog/catalog';
import { surroundingsIn } from '../catalog/surroundings';
import type { Document, FlowId, ResourceId } from '../model/document';
import { isUnknown } from '../model/value';
import type { Trace } from '../network/trace';
import { charges, isChargedBy, isEstimate, tiersOf, type PriceOverrides } from './prices';
import { hoursPerMonth, priceTable, type PriceItem } from './priceTable';

export interface CostLine {
  readonly resource: ResourceId;
  readonly item: PriceItem;
  readonly unit: 'hour' | 'gb';
  readonly label: Words;
  /** Hours or gigabytes a month. */
  readonly quantity: number | null;
  readonly unitUsd: number | null;
  readonly monthlyUsd: number | null;
  readonly asOf: string | null;
  readonly source: string | null;
  readonly estimate: boolean;
}

export interface MonthlyCost {
  readonly lines: readonly CostLine[];
  /** The sum of what is known. */
  readonly monthlyUsd: number;
  /** What is not in the sum, and why. */
  readonly notKnown: readonly { readonly resource: ResourceId; readonly says: Words }[];
}

export interface CostOptions {
  /** The gigabytes a month that pass through a resource; nothing for those that are not in it. */
  readonly gb?: ReadonlyMap<ResourceId, number>;
  readonly overrides?: PriceOverrides;
}

export function monthlyCost(
  catalog: Catalog,
  document: Document,
  { gb = new Map(), overrides = {} }: CostOptions = {},
): MonthlyCost {
  const lines: CostLine[] = [];
  const notKnown: { readonly resource: ResourceId; readonly says: Words }[] = [];
  // Tiers are filled by all of a Region together.
  const used = new Map<string, number>();
  const around = surroundingsIn(document);
  for (const resource of [...document.resources.values()].sort(compareOrder)) {
    const surroundings = around(resource.id);
    const { region } = surroundings;
    const add = (item: PriceItem, unit: 'hour' | 'gb', quantity: number): void => {
      const { label } = priceTable[item];
      const key = `${region} ${item} ${unit}`;
      const before = used.get(key) ?? 0;
      used.set(key, before + quantity);
      for (const charge of charges(tiersOf(item, unit, region, overrides), quantity, before)) {
        const { figure } = charge;
        if (figure === null) notKnown.push({ resource: resource.id, says: noFigure(label, unit, region) });
        lines.push({
          resource: resource.id,
          item,
          unit,
          label,
          quantity: charge.quantity,
          unitUsd: figure?.usd ?? null,
          monthlyUsd: figure === null ? null : charge.quantity * figure.usd,
          asOf: figure?.asOf ?? null,
          source: figure?.source ?? null,
          estimate: figure !== null && isEstimate(figure),
        });
      }
    };
    for (const { item, units, passesFree } of catalog.kind(resource.kind).price?.(resource, surroundings) ??
      []) {
      const { label } = priceTable[item];
      if (isUnknown(units)) {
        const [figure] = tiersOf(item, 'hour', region, overrides) ?? [];
        notKnown.push({ resource: resource.id, says: units.unknown });
        lines.push({
          resource: resource.id,
          item,
          unit: 'hour',
          label,
          quantity: null,
          unitUsd: figure?.usd ?? null,
          monthlyUsd: null,
          asOf: figure?.asOf ?? null,
          source: figure?.source ?? null,
          estimate: figure !== undefined && isEstimate(figure),
        });
      } else if (isChargedBy(item, 'hour')) add(item, 'hour', units * hoursPerMonth);
      const through = gb.get(resource.id) ?? 0;
      if (through > 0 && passesFree !== true && isChargedBy(item, 'gb')) add(item, 'gb', through);
    }
  }
  const monthlyUsd = lines.reduce((sum, line) => sum + (line.monthlyUsd ?? 0), 0);
  return { lines, monthlyUsd, notKnown };
}

/** What passes through each resource, by the traffic that is said of the flows and the way that they take. */
export function gbThrough(
  document: Document,
  traces: ReadonlyMap<FlowId, Trace>,
): ReadonlyMap<ResourceId, number> {
  const found = new Map<ResourceId, number>();
  for (const flow of document.flows.values()) {
    const trace = traces.get(flow.id);
    if (flow.gbPerMonth === null || trace === undefined || trace.verdict === 'blocked') continue;
    // A transit gateway charges for what comes in by an attachment, and not again where it goes out.
    const passed = new Set(
      trace.forward.steps.flatMap(({ at, what, direction }) =>
        what === 'gateway' && direction === 'out' ? [] : (at ?? []),
      ),
    );
    for (const id of passed) found.set(id, (found.get(id) ?? 0) + flow.gbPerMonth);
  }
  return found;
}

function noFigure(label: Words, unit: 'hour' | 'gb', region: string): Words {
  return {
    en: `no price by the ${unit === 'hour' ? 'hour' : 'gigabyte'} of “${label.en}” is known for ${region}`,
    ja: `${region} での「${label.ja}」の ${unit === 'hour' ? '1 時間' : '1 GB'}あたりの料金はわかりません`,
  };
}
