/**
 * Finds the plan after which a flow goes by one alternative and no other. Whatever is proposed is applied and traced: only a
 * design in which the engine sees the packets pass that way counts, and only one that spoils nothing that was as expected.
 */
import type { Words } from '../../lib/words';
import type { Flow } from '../model/document';
import { queryOf } from '../network/queryOf';
import type { Query } from '../network/trace';
import { plansThatMend } from '../plans/mend';
import type { Plan } from '../plans/plan';
import type { RuleContext } from '../rules/rule';
import type { AlternativeId, Passage } from './alternative';
import type { Approach } from './approach';
import { passageIn } from './passage';

export interface Led {
  readonly plan: Plan;
  readonly context: RuleContext;
  readonly passage: Passage;
}

/** Why nothing was found, with how far the best try came. */
export interface NotLed {
  readonly because: Words;
  readonly verdict: 'blocked' | 'unknown';
}

/** Changes one after the other, at most. */
const mostSteps = 10;
/** Others that lose their way with a change and are led the same way, at most. */
const mostOthers = 8;

export function ledBy(approach: Approach, context: RuleContext, flow: Flow, query: Query): Led | NotLed {
  const led = ledAlone(approach, { context, steps: [] }, flow, query);
  if ('because' in led) return led;
  const together = withTheOthers(approach, context, led);
  if ('because' in together) return together;
  const passage = passageIn(together.context, query);
  if (!goes(passage, approach.id)) return notLed(together.context, passage, approach);
  return { plan: inOne(together.steps), context: together.context, passage };
}

/** A grave fault of a design, with what would mend it. */
export interface Fault {
  readonly key: string;
  readonly message: Words;
  readonly fixes?: readonly Plan[];
}

/** Faults that a plan brings are mended, at most so many. */
const mostFaults = 4;

/** The plan with what mends the faults that are new with it, as far as the flow goes its way all the same. */
export function withoutNewFaults(
  id: AlternativeId,
  led: Led,
  query: Query,
  newFaults: (context: RuleContext) => readonly Fault[],
): Led {
  let sofar = led;
  for (let round = 0; round < mostFaults; round++) {
    const faults = newFaults(sofar.context);
    const next = faults.length === 0 ? undefined : mendedFault(id, sofar, query, faults, newFaults);
    if (next === undefined) return sofar;
    sofar = next;
  }
  return sofar;
}

function mendedFault(
  id: AlternativeId,
  { plan, context }: Led,
  query: Query,
  faults: readonly Fault[],
  newFaults: (context: RuleContext) => readonly Fault[],
): Led | undefined {
  for (const { fixes = [] } of faults)
    for (const fix of fixes) {
      const after = context.after(fix);
      if (cutOff(context, after).length > 0) continue;
      const passage = passageIn(after, query);
      if (goes(passage, id) && newFaults(after).length < faults.length)
        return { plan: inOne([plan, fix]), context: after, passage };
    }
  return undefined;
}

interface State {
  readonly context: RuleContext;
  readonly steps: readonly Plan[];
}

function ledAlone(approach: Approach, start: State, flow: Flow, query: Query): State | NotLed {
  let state = start;
  for (let step = 0; step < mostSteps; step++) {
    const next = nextStep(approach, state, flow, query);
    if (next === undefined) break;
    state = next;
  }
  const passage = passageIn(state.context, query);
  if (goes(passage, approach.id)) return state;
  if (passage.verdict === 'blocked') {
    const mended = mendedBy(approach, state, flow, query);
    if (mended !== undefined) return mended;
  }
  return notLed(state.context, passage, approach);
}

/** The first change that the approach proposes and that can be made. */
function nextStep(
  approach: Approach,
  { context, steps }: State,
  flow: Flow,
  query: Query,
): State | undefined {
  for (const plan of approach.lead(context, flow, context.network.trace(query))) {
    if (plan.commands.length === 0) continue;
    const after = context.after(plan);
    if (after.document !== context.document) return { context: after, steps: [...steps, plan] };
  }
  return undefined;
}

function mendedBy(
  approach: Approach,
  { context, steps }: State,
  flow: Flow,
  query: Query,
): State | undefined {
  for (const plan of plansThatMend(context, flow, approach.mend)) {
    const after = context.after(plan);
    if (goes(passageIn(after, query), approach.id)) return { context: after, steps: [...steps, plan] };
  }
  return undefined;
}

/** What is drawn besides and has lost its way is led the same way; where that cannot be, the plan is none. */
function withTheOthers(approach: Approach, before: RuleContext, led: State): State | NotLed {
  let state = led;
  for (let round = 0; round < mostOthers; round++) {
    const [lost] = cutOff(before, state.context);
    if (lost === undefined) return state;
    const next = ledAlone(approach, state, lost, queryOf(state.context.document, before.catalog, lost));
    if ('because' in next || next.steps.length === state.steps.length) return wouldCutOff(before, lost);
    state = next;
  }
  const [lost] = cutOff(before, state.context);
  return lost === undefined ? state : wouldCutOff(before, lost);
}

/** The drawn flows that worked as expected and do no more. */
function cutOff(before: RuleContext, after: RuleContext): readonly Flow[] {
  return spoilt(before, after).filter(({ expect }) => expect === 'reachable');
}

/** The drawn flows that were as expected and are no more. */
export function spoilt(before: RuleContext, after: RuleContext): readonly Flow[] {
  return before.flows.filter(
    ({ id, expect }) => before.traces.get(id)?.verdict === expect && after.traces.get(id)?.verdict !== expect,
  );
}

export function goes({ verdict, way }: Passage, id: AlternativeId): boolean {
  return verdict === 'reachable' && way === id;
}

function notLed(context: RuleContext, passage: Passage, { title }: Approach): NotLed {
  const [block] = passage.trace.blockedBy;
  const verdict = passage.verdict === 'unknown' ? 'unknown' : 'blocked';
  if (passage.verdict === 'blocked' && block !== undefined)
    return {
      verdict,
      because: {
        en: `no plan was found for it; what remains in the way: ${block.says.en}`,
        ja: `この経路にするプランは見つかりませんでした。残る原因: ${block.says.ja}`,
      },
    };
  const [unknown] = passage.trace.unknowns;
  if (passage.verdict === 'unknown' && unknown !== undefined)
    return {
      verdict,
      because: {
        en: `no plan was found for which this can be said for certain: ${unknown.en}`,
        ja: `確実に到達できるプランは見つかりませんでした: ${unknown.ja}`,
      },
    };
  const last = passage.hops.findLast((hop) => hop.is === 'on-the-way')?.resource ?? null;
  const name = last === null ? undefined : called(context, last);
  return {
    verdict,
    because:
      name === undefined
        ? {
            en: `no plan was found that leads the flow by it (${title.en})`,
            ja: `この経路 (${title.ja}) にするプランは見つかりませんでした`,
          }
        : {
            en: `no plan was found that leads the flow by it: it goes by ${name} all the same`,
            ja: `この経路にするプランは見つかりませんでした。引き続き ${name} を経由します`,
          },
  };
}

function wouldCutOff(context: RuleContext, { from, to }: Flow): NotLed {
  const [one, other] = [called(context, from), called(context, to)];
  return {
    verdict: 'blocked',
    because: {
      en: `the only plan found would cut off ${one} → ${other}, which works today`,
      ja: `見つかったプランでは、現在到達できる ${one} → ${other} が遮断されます`,
    },
  };
}

function called({ document, catalog }: RuleContext, id: string): string {
  const resource = document.resources.get(id);
  if (resource === undefined) return id;
  return resource.name === '' ? catalog.kind(resource.kind).defaultName : resource.name;
}

function inOne(steps: readonly Plan[]): Plan {
  const [first, ...others] = steps;
  if (first === undefined) return { title: { en: '', ja: '' }, commands: [] };
  return {
    title: {
      en: [
        first.title.en,
        ...others.map(({ title }) => title.en.charAt(0).toLowerCase() + title.en.slice(1)),
      ].join(', then '),
      ja: steps.map(({ title }) => title.ja).join('。さらに、'),
    },
    commands: steps.flatMap(({ commands }) => commands),
  };
}
