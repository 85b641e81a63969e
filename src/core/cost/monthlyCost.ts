/** What a design costs a month, line by line. An amount that nobody knows is told, and never taken for nothing. */
import { compareOrder } from '../../lib/order';
import type { Catalog } from '../catalog/catalog';
import { surroundingsIn } from '../catalog/surroundings';
import type { Document, FlowId, ResourceId } from '../model/document';
import { isUnknown } from '../model/value';
import type { Trace } from '../network/trace';
import {
  addQuantity,
  addUnknown,
  newBill,
  sumOf,
  type Bill,
  type CostLine,
  type NotKnown,
} from './costLines';
import { isChargedBy, type PriceTable } from './prices';
import { hoursPerMonth } from './priceList';
import type { Transfer } from './transfers';
import type { PricedUse } from './uses';

export type { CostLine, NotKnown } from './costLines';

export interface MonthlyCost {
  readonly lines: readonly CostLine[];
  /** The sum of what is known. */
  readonly monthlyUsd: number;
  /** What is not in the sum, and why. */
  readonly notKnown: readonly NotKnown[];
}

export interface CostOptions {
  readonly prices: PriceTable;
  /** The gigabytes a month that pass through a resource; nothing for those that are not in it. */
  readonly gb?: ReadonlyMap<ResourceId, number>;
  /** What flows pay for being carried from zone to zone, and out to the internet. */
  readonly transfers?: readonly Transfer[];
}

export function monthlyCost(
  catalog: Catalog,
  document: Document,
  { prices, gb = new Map(), transfers = [] }: CostOptions,
): MonthlyCost {
  const bill = newBill(prices);
  const around = surroundingsIn(document);
  for (const resource of [...document.resources.values()].sort(compareOrder)) {
    const surroundings = around(resource.id);
    const { region } = surroundings;
    for (const use of catalog.kind(resource.kind).price?.(resource, surroundings) ?? []) {
      addHours(bill, resource.id, use, region);
      const through = gb.get(resource.id) ?? 0;
      if (through > 0 && isPaidByGb(use))
        addQuantity(bill, { resource: resource.id, item: use.item, unit: 'gb', region }, through);
    }
  }
  for (const transfer of transfers) addTransfer(bill, transfer);
  return { lines: bill.lines, monthlyUsd: sumOf(bill.lines), notKnown: bill.notKnown };
}

/** What something costs by running all month. */
export function addHours(bill: Bill, resource: ResourceId, { item, units }: PricedUse, region: string): void {
  const charged = { resource, item, unit: 'hour', region } as const;
  if (isUnknown(units)) addUnknown(bill, charged, units.unknown);
  else if (isChargedBy(item, 'hour')) addQuantity(bill, charged, units * hoursPerMonth);
}

export function isPaidByGb({ item, passesFree }: PricedUse): boolean {
  return passesFree !== true && isChargedBy(item, 'gb');
}

export function addTransfer(bill: Bill, { resource, item, region, gb, says }: Transfer): void {
  if (item === null) bill.notKnown.push({ resource, region, says });
  else if (gb === null) addUnknown(bill, { resource, item, unit: 'gb', region }, says);
  else addQuantity(bill, { resource, item, unit: 'gb', region }, gb);
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
    for (const id of passedBy(trace)) found.set(id, (found.get(id) ?? 0) + flow.gbPerMonth);
  }
  return found;
}

/** What a flow passes through and is charged by, where that charges by the gigabyte. */
export function passedBy({ forward }: Trace): ReadonlySet<ResourceId> {
  // A transit gateway charges for what comes in by an attachment, and not again where it goes out.
  return new Set(
    forward.steps.flatMap(({ at, what, direction }) =>
      what === 'gateway' && direction === 'out' ? [] : (at ?? []),
    ),
  );
}
