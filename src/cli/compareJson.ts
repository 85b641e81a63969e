/** A comparison in the JSON of the command line's contract, with what the contract leaves out beside it. */
import type { Alternative, Comparison, Hop, Made } from '../core/compare/alternative';
import { typesOf } from '../core/compare/compareWords';
import { itemWords, sourceWords, type CostLine } from '../core/cost/costLines';
import { roundedUsd } from '../core/cost/usdText';
import type { ResourceId } from '../core/model/document';
import type { Language, Words } from '../lib/words';
import type { FlowWords } from './question';

export interface Told {
  readonly flow: FlowWords;
  readonly region: string;
  readonly comparison: Comparison;
  /** What is drawn, and what plans add, by the names that people see. */
  readonly nameOf: (id: ResourceId) => string;
  readonly language: Language;
}

export function compareJson(told: Told): object {
  const { flow, region, comparison } = told;
  const { now } = comparison;
  return {
    flow: { ...flow, gbPerMonth: comparison.gbPerMonth },
    region,
    now: { verdict: now.verdict, way: now.way, hops: hopNames(told, now.hops) },
    alternatives: comparison.alternatives.map((each) => alternativeJson(told, each)),
  };
}

export function hopNames(
  { flow, nameOf }: Pick<Told, 'flow' | 'nameOf'>,
  hops: readonly Hop[],
): readonly string[] {
  return hops.map(({ is, resource }) => {
    if (is === 'source') return flow.from;
    if (is === 'destination') return flow.to;
    return resource === null ? '' : nameOf(resource);
  });
}

function alternativeJson(told: Told, each: Alternative): object {
  const { language, nameOf } = told;
  const say = (words: Words): string => words[language];
  const { passage, traits, zoneLoss, cost } = each;
  return {
    id: each.id,
    title: say(each.title),
    present: each.present,
    applies: each.applies,
    verdict: each.verdict,
    because: each.because === null ? null : say(each.because),
    hops: passage === null ? [] : hopNames(told, passage.hops),
    leavesPrivateNetwork: traits?.leavesPrivateNetwork ?? null,
    network: traits === null ? null : say(traits.network),
    needsPublicAddress: traits?.needsPublicAddress ?? null,
    guardedBy: traits?.guardedBy.map(({ title }) => say(title)) ?? [],
    dnsAnswer: traits === null ? null : say(traits.dnsAnswer),
    survivesZoneLoss: zoneLoss?.survives ?? null,
    zoneLoss: zoneLoss === null ? null : say(zoneLoss.says),
    monthlyUsd: cost?.monthlyUsd == null ? null : roundedUsd(cost.monthlyUsd),
    ...(cost !== null && !cost.complete ? { complete: false } : {}),
    usdPerGb: cost?.usdPerGb == null ? null : roundedRate(cost.usdPerGb),
    changeUsd: cost?.changeUsd == null ? null : roundedUsd(cost.changeUsd),
    lines: cost?.lines.map((line) => lineJson(line, nameOf, language)) ?? [],
    notKnown: cost?.notKnown.map(say) ?? [],
    plan: each.plan.commands.length === 0 ? null : say(each.plan.title),
    adds: typesOf(each.adds),
    changes: namesOf(each.changes),
    removes: namesOf(each.removes),
    breaks: each.breaks.map(say),
    unknowns: [...each.unknowns, ...(cost?.assumes ?? [])].map(say),
  };
}

export function lineJson(line: CostLine, nameOf: (id: ResourceId) => string, language: Language): object {
  return {
    resource: nameOf(line.resource),
    item: itemWords(line.item, line.unit)[language],
    quantity: line.quantity,
    unitUsd: line.unitUsd,
    monthlyUsd: line.monthlyUsd === null ? null : roundedUsd(line.monthlyUsd),
    asOf: line.asOf,
    source: line.source === null ? null : sourceWords(line.source)[language],
    estimate: line.estimate,
  };
}

/** A price by the gigabyte may be a fraction of a cent. */
function roundedRate(usd: number): number {
  return Math.round(usd * 1e6) / 1e6;
}

function namesOf(made: readonly Made[]): readonly string[] {
  return [...new Set(made.map(({ logicalId }) => logicalId))].sort();
}
