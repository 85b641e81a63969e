/** Every alternative for one flow, each as a plan on the present design, traced, weighed and priced in the design that it gives. */
import type { Words } from '../../lib/words';
import type { PriceTable } from '../cost/prices';
import type { Flow, ResourceId } from '../model/document';
import { partConcerning } from '../plans/part';
import type { Plan } from '../plans/plan';
import { nameOf } from '../rules/context';
import type { RuleContext } from '../rules/rule';
import type { Alternative, AlternativeId, Comparison, Passage } from './alternative';
import { alternativeIds } from './alternative';
import type { Approach, Question } from './approach';
import { goes, ledBy, spoilt, withoutNewFaults, type Fault } from './lead';
import { differenceOf } from './made';
import { passageIn } from './passage';
import { traitsOf } from './traits';
import { changeOf, wayCostOf } from './wayCost';
import { zoneLossOf } from './zoneLoss';

export interface CompareOptions {
  readonly prices: PriceTable;
  /** What people call a resource; its name, where nothing is said. */
  readonly nameOf?: (id: ResourceId) => string;
  /** The grave faults of a design, for those who have the rules: those that a plan would bring are told. */
  readonly faultsIn?: (context: RuleContext) => readonly Fault[];
  /** Whether the flow is expected to be blocked, which every way is against. */
  readonly expectedBlocked?: boolean;
  /** What people call the service that the flow leads to: S3. */
  readonly service?: string | undefined;
}

/** `whole`: the design with the arrow of the question in it, where the question has one. */
export function compare(
  whole: RuleContext,
  question: Question,
  approaches: readonly Approach[],
  options: CompareOptions,
): Comparison {
  const { flow } = question;
  const context = flow === null ? whole : partConcerning(whole, [flow.from, flow.to]);
  const asked: AskedDesign = { context, question, options, newFaults: newFaultsFor(context, options) };
  const now = passageIn(context, question.query);
  return {
    now,
    gbPerMonth: question.gbPerMonth,
    alternatives: alternativeIds.flatMap((id) => {
      const approach = approaches.find((each) => each.id === id);
      return approach === undefined ? [] : [alternativeBy(approach, asked, now)];
    }),
  };
}

interface AskedDesign {
  readonly context: RuleContext;
  readonly question: Question;
  readonly options: CompareOptions;
  /** The faults of a later design that this one has not. */
  readonly newFaults: (after: RuleContext) => readonly Fault[];
}

function newFaultsFor(before: RuleContext, { faultsIn }: CompareOptions): AskedDesign['newFaults'] {
  if (faultsIn === undefined) return () => [];
  let there: ReadonlySet<string> | undefined;
  return (after) => {
    there ??= new Set(faultsIn(before).map(({ key }) => key));
    const known = there;
    return faultsIn(after).filter(({ key }) => !known.has(key));
  };
}

function alternativeBy(approach: Approach, asked: AskedDesign, now: Passage): Alternative {
  const { context, question } = asked;
  const { query, flow } = question;
  const { newFaults } = asked;
  const title = approach.title;
  if (goes(now, approach.id)) return weighed(asked, approach, noChange(title), context, now, true);
  if (flow === null)
    return without(approach, question.notDrawn ?? nobodyDraws, { applies: true, verdict: 'blocked' });
  const whyNot = approach.whyNot(context, flow);
  if (whyNot !== undefined) return without(approach, whyNot, { applies: false, verdict: 'blocked' });
  const led = ledBy(approach, context, flow, query);
  if ('because' in led) return without(approach, led.because, { applies: true, verdict: led.verdict });
  const { plan, context: after, passage } = withoutNewFaults(approach.id, led, query, newFaults);
  return weighed(asked, approach, plan, after, passage, false);
}

const nobodyDraws: Words = {
  en: 'no plan is sought for an end that is no resource, no service and not the internet',
  ja: 'リソース、サービス、インターネット以外を端とする通信のプランは検討しません',
};

/** The design that is left as it is. */
function noChange(title: Words): Plan {
  return { title, commands: [] };
}

function without(
  { id, title }: Approach,
  because: Words,
  { applies, verdict }: Pick<Alternative, 'applies' | 'verdict'>,
): Alternative {
  return {
    id,
    title,
    applies,
    present: false,
    verdict,
    because,
    plan: noChange(title),
    passage: null,
    traits: null,
    zoneLoss: null,
    cost: null,
    adds: [],
    changes: [],
    removes: [],
    breaks: [],
    unknowns: [],
  };
}

function weighed(
  { context: before, question, options, newFaults }: AskedDesign,
  { id, title }: { readonly id: AlternativeId; readonly title: Words },
  plan: Plan,
  context: RuleContext,
  passage: Passage,
  present: boolean,
): Alternative {
  const { query, flow, gbPerMonth } = question;
  const name = (of: ResourceId): string =>
    before.document.resources.has(of) && options.nameOf !== undefined
      ? options.nameOf(of)
      : nameOf(context.catalog, context.document, of);
  const traits = traitsOf({ context, query, nameOf: name, service: options.service }, passage);
  const costs = {
    query,
    drawn: drawnFlow(flow, before),
    gb: gbPerMonth,
    prices: options.prices,
    nameOf: name,
  };
  const cost = wayCostOf(context, costs, passage, traits);
  const made = differenceOf(context.catalog, before.document, context.document);
  return {
    id,
    title,
    applies: true,
    present,
    verdict: passage.verdict,
    because: null,
    plan,
    passage,
    traits,
    zoneLoss: zoneLossOf(context, query, passage, name),
    cost: { ...cost, changeUsd: present ? 0 : changeOf({ ...costs, before, after: context }) },
    ...made,
    breaks: present ? [] : brokenBy(before, context, options, newFaults(context)),
    unknowns: passage.trace.unknowns,
  };
}

function brokenBy(
  before: RuleContext,
  after: RuleContext,
  { expectedBlocked, faultsIn }: CompareOptions,
  faults: readonly Fault[],
): readonly Words[] {
  const told =
    faultsIn === undefined
      ? spoilt(before, after).map((flow) => opened(before, flow))
      : faults.map(({ message }) => message);
  return expectedBlocked === true ? [isExpectedBlocked, ...told] : told;
}

const isExpectedBlocked: Words = {
  en: 'this flow itself is expected to be blocked',
  ja: 'この通信自体が、ブロックされることを期待されています',
};

function opened({ catalog, document }: RuleContext, { from, to }: Flow): Words {
  const [one, other] = [nameOf(catalog, document, from), nameOf(catalog, document, to)];
  return {
    en: `${one} → ${other} is expected to be blocked, and would not be`,
    ja: `ブロックされるべき ${one} → ${other} がブロックされなくなります`,
  };
}

function drawnFlow(flow: Flow | null, { document }: RuleContext): Flow['id'] | null {
  return flow !== null && document.flows.has(flow.id) ? flow.id : null;
}
