/** What a way costs a month: the hours of all that stands on it, what its traffic pays there, and for being carried. */
import type { Words } from '../../lib/words';
import { addQuantity, addUnknown, newBill, sumOf, tierKey, type Bill } from '../cost/costLines';
import {
  addHours,
  addTransfer,
  gbThrough,
  isPaidByGb,
  passedBy,
  type CostLine,
  type MonthlyCost,
} from '../cost/monthlyCost';
import { tiersOf, type PriceTable } from '../cost/prices';
import { egressAssumption, transfersOf, type Transfer } from '../cost/transfers';
import type { PricedUse } from '../cost/uses';
import type { FlowId, ResourceId } from '../model/document';
import { factsBy, type FactsBy } from '../network/factsBy';
import type { Query } from '../network/trace';
import type { RuleContext } from '../rules/rule';
import { billOf, drawnTraffic } from './bill';
import type { Hop, Passage, Traits, WayCost } from './alternative';
import { hopsOf, passagesBySubnet } from './passage';

export interface CostQuestion {
  readonly query: Query;
  /** The drawn flow that is asked about, which is among those that the design carries already. */
  readonly drawn: FlowId | null;
  readonly gb: number | null;
  readonly prices: PriceTable;
  readonly nameOf: (id: ResourceId) => string;
}

export function wayCostOf(
  context: RuleContext,
  question: CostQuestion,
  passage: Passage,
  traits: Traits,
): WayCost {
  const { gb, prices } = question;
  const parts = passagesBySubnet(context, question.query);
  const priced = pricedOn(context, question.query, passage, parts, traits);
  const bill = newBill(prices, othersUse(context, question));
  for (const { resource, use, region } of priced) addHours(bill, resource, use, region);
  const hours = bill.lines.length;
  const paying = gb === null ? null : gb;
  payToPass(bill, priced, passage, parts, paying);
  for (const transfer of carried(context, question, passage, parts, paying ?? 1))
    if (paying !== null || transfer.gb === null) addTransfer(bill, transfer);
    else addUnknown(bill, { ...transfer, item: transfer.item ?? 'internet-egress', unit: 'gb' }, notSaid);
  const { lines } = bill;
  const notKnown = unique(bill.notKnown.map(({ says }) => says));
  return {
    monthlyUsd: lines.length > 0 && lines.every((line) => line.monthlyUsd === null) ? null : sumOf(lines),
    complete: notKnown.length === 0,
    usdPerGb: perGb(context, question, passage, parts, priced, bill),
    lines,
    notKnown,
    assumes: assumed(lines.slice(hours)),
    changeUsd: null,
  };
}

interface Priced {
  readonly resource: ResourceId;
  readonly use: PricedUse;
  readonly region: string;
}

type Parts = ReturnType<typeof passagesBySubnet>;

/** All that stands on the way and is charged, with the public addresses that this way needs. */
function pricedOn(
  context: RuleContext,
  query: Query,
  passage: Passage,
  parts: Parts,
  { publicAddresses }: Traits,
): readonly Priced[] {
  const facts = factsBy(context.catalog, context.document);
  const all = [passage.hops, ...parts.map(({ trace }) => hopsOf(trace, query, facts))];
  const onTheWay = new Set(all.flatMap((hops) => chargedHops(hops, facts)));
  const found: Priced[] = [];
  const add = (id: ResourceId, counts: (use: PricedUse) => boolean): void => {
    const resource = context.resource(id);
    if (resource === undefined) return;
    const around = context.around(id);
    for (const use of context.catalog.kind(resource.kind).price?.(resource, around) ?? [])
      if (counts(use)) found.push({ resource: id, use, region: around.region });
  };
  for (const id of onTheWay) add(id, () => true);
  for (const id of publicAddresses) if (!onTheWay.has(id)) add(id, ({ item }) => item === 'public-ipv4');
  return found;
}

/** What lies before the destination, and an endpoint that is the destination itself. */
function chargedHops(hops: readonly Hop[], facts: FactsBy): readonly ResourceId[] {
  const end = hops.findIndex(({ is }) => is === 'destination');
  return hops.slice(1, end < 0 ? undefined : end + 1).flatMap(({ is, resource }) => {
    if (resource === null) return [];
    const isEndpoint = (facts.get(resource) ?? []).some(({ fact }) => fact === 'interface-endpoint');
    return is === 'on-the-way' || isEndpoint ? [resource] : [];
  });
}

/** What all passes is charged by the gigabyte; a source in several subnets sends as much from each. */
function payToPass(
  bill: Bill,
  priced: readonly Priced[],
  { trace }: Passage,
  parts: Parts,
  gb: number | null,
): void {
  const traces = parts.length === 0 ? [trace] : parts.map((part) => part.trace);
  for (const { resource, use, region } of priced) {
    if (!isPaidByGb(use)) continue;
    const share = traces.filter((each) => passedBy(each).has(resource)).length / traces.length;
    const charged = { resource, item: use.item, unit: 'gb', region } as const;
    if (share === 0) continue;
    if (gb !== null) addQuantity(bill, charged, gb * share);
    else if (tiersOf(use.item, 'gb', region, bill.prices)?.[0]?.usd !== 0) addUnknown(bill, charged, notSaid);
  }
}

const notSaid: Words = {
  en: 'how much traffic the flow has a month is not said, so that what it pays by the gigabyte is not known',
  ja: '通信の月間転送量が指定されていないため、転送量に応じた料金はわかりません',
};

function carried(
  context: RuleContext,
  { query, nameOf }: CostQuestion,
  { trace }: Passage,
  parts: Parts,
  gb: number,
): readonly Transfer[] {
  return transfersOf({
    query,
    trace,
    parts,
    gb,
    facts: factsBy(context.catalog, context.document),
    regionOf: (id) => context.around(id).region,
    nameOf,
  });
}

/** What the other drawn flows have used of the tiers, which all of a Region fill together. */
function othersUse(context: RuleContext, { drawn }: CostQuestion): ReadonlyMap<string, number> {
  const used = new Map<string, number>();
  if (!context.flows.some(({ id, gbPerMonth }) => id !== drawn && gbPerMonth !== null)) return used;
  const flows = new Map([...context.document.flows].filter(([id]) => id !== drawn));
  for (const [id, gb] of gbThrough({ ...context.document, flows }, context.traces)) {
    const resource = context.resource(id);
    const around = context.around(id);
    if (resource === undefined) continue;
    for (const use of context.catalog.kind(resource.kind).price?.(resource, around) ?? []) {
      if (!isPaidByGb(use)) continue;
      const key = tierKey(around.region, use.item, 'gb');
      used.set(key, (used.get(key) ?? 0) + gb);
    }
  }
  return used;
}

/** What one more gigabyte costs than those that are there. */
function perGb(
  context: RuleContext,
  question: CostQuestion,
  passage: Passage,
  parts: Parts,
  priced: readonly Priced[],
  sofar: Bill,
): number | null {
  const bill = newBill(question.prices, sofar.used);
  payToPass(bill, priced, passage, parts, 1);
  for (const transfer of carried(context, question, passage, parts, 1)) addTransfer(bill, transfer);
  return bill.notKnown.length > 0 ? null : sumOf(bill.lines);
}

function assumed(lines: readonly CostLine[]): readonly Words[] {
  return lines.some(({ item }) => item === 'internet-egress') ? [egressAssumption] : [];
}

function unique(words: readonly Words[]): readonly Words[] {
  return words.filter((one, index) => words.findIndex(({ en }) => en === one.en) === index);
}

export interface BillQuestion extends CostQuestion {
  readonly before: RuleContext;
  readonly after: RuleContext;
}

/** By how much the bill of a whole design changes; null where something that differs is not known. */
export function changeOf(question: BillQuestion): number | null {
  if (question.gb === null) return null;
  const [was, is] = [question.before, question.after].map((context) => billWith(context, question));
  if (was === undefined || is === undefined) return null;
  const open = ({ lines, notKnown }: MonthlyCost): string =>
    JSON.stringify([
      lines
        .flatMap(({ resource, item, unit, monthlyUsd }) =>
          monthlyUsd === null ? [`${resource} ${item} ${unit}`] : [],
        )
        .sort(),
      notKnown.map(({ resource, says }) => `${resource} ${says.en}`).sort(),
    ]);
  return open(was) === open(is) ? is.monthlyUsd - was.monthlyUsd : null;
}

function billWith(context: RuleContext, { query, drawn, gb, prices, nameOf }: CostQuestion): MonthlyCost {
  const { document, catalog } = context;
  const flows = context.flows.filter(({ id }) => id !== drawn);
  const traffic = [...drawnTraffic({ document, catalog, flows }), ...(gb === null ? [] : [{ query, gb }])];
  return billOf(context, traffic, { prices, nameOf });
}
