/**
 * Finds what would make a blocked flow pass. Makers know single changes that help against what stops it; this search
 * puts them together until the flow passes both ways, tries every result by applying it, and keeps the cheapest few.
 */
import type { CommandCall } from '../commands';
import type { Flow, FlowId } from '../model/document';
import { queryOf } from '../network/network';
import type { Trace } from '../network/trace';
import { asked } from '../rules/asked';
import type { Fixes, RuleContext } from '../rules/rule';
import { partConcerning } from './part';
import type { Plan } from './plan';

/** One change that may help, and how much it asks for: money, things to look after, doors opened. */
export interface Candidate {
  readonly plan: Plan;
  readonly cost: number;
}

/** Proposes changes against the first block of a trace, for the design that is given. */
export type PlanMaker = (context: RuleContext, flow: Flow, trace: Trace) => Iterable<Candidate>;

export interface MendLimits {
  readonly plans: number;
  readonly changes: number;
  /** Designs that are compiled and traced in all. */
  readonly trials: number;
  /** A plan that costs more than twice the best one and this is not worth proposing. */
  readonly detour: number;
}

export const mendLimits: MendLimits = { plans: 3, changes: 5, trials: 40, detour: 7 };

/** What may be used up: resources compiled. 5,000 take about 20 ms. */
interface Budget {
  isSpent(): boolean;
  spend(resources: number): void;
}

/** For all flows of a design together. */
const budgetOfAll = 50_000;

/**
 * The plans for one blocked flow of a design after the other: together they may not use up more than is good for people
 * who wait. A flow is sought plans for again only when its part of the design has changed, or when those before it have
 * used up so much that less is left than it took.
 */
export function mendingInTurn(
  makers: readonly PlanMaker[],
): (context: RuleContext, flow: FlowId) => readonly Plan[] {
  const mended = asked((context, id: FlowId): { readonly plans: readonly Plan[]; readonly spent: number } => {
    const flow = context.flows.find((each) => each.id === id);
    if (flow === undefined) return { plans: [], spent: 0 };
    let spent = 0;
    const budget: Budget = {
      isSpent: () => !isMoreLeft(context, id, String(spent)),
      spend: (resources) => (spent += resources),
    };
    return { plans: plansThatMend(context, flow, makers, budget), spent };
  });
  const leftAfter = asked(
    (context, id: FlowId): number => leftBefore(context, id) - mended(context, id).spent,
  );
  const leftBefore = (context: RuleContext, id: FlowId): number => {
    const before = blockedBefore(context, id);
    return before === null ? budgetOfAll : leftAfter(context, before);
  };
  const isMoreLeft = asked(
    (context, id: FlowId, spent: string): boolean => leftBefore(context, id) > Number(spent),
  );
  return (context, flow) => mended(context, flow).plans;
}

/** The flow before a blocked one among those that plans are sought for. */
const blockedBefore = asked((context, id: FlowId): FlowId | null => {
  const all = blockedFlows(context);
  return all[all.indexOf(id) - 1] ?? null;
});

const blockedFlows = asked((context): readonly FlowId[] =>
  context.flows.flatMap(({ id, expect }) => {
    const trace = context.traces.get(id);
    return expect === 'reachable' && trace?.verdict === 'blocked' && trace.blockedBy.length > 0 ? [id] : [];
  }),
);

/** As much as the limits of the search allow. */
const unlimited: Budget = { isSpent: () => false, spend: () => undefined };

interface State {
  readonly context: RuleContext;
  readonly trace: Trace;
  readonly steps: readonly Plan[];
  readonly cost: number;
}

/** Never more than a few plans, the best first. Each makes the flow pass and spoils no other expectation. */
export function plansThatMend(
  whole: RuleContext,
  flow: Flow,
  makers: readonly PlanMaker[],
  budget: Budget = unlimited,
  limits: MendLimits = mendLimits,
): readonly Plan[] {
  const start = whole.traces.get(flow.id);
  if (start?.verdict !== 'blocked') return [];
  const context = partConcerning(whole, [flow.from, flow.to]);
  const open: State[] = [{ context, trace: start, steps: [], cost: 0 }];
  const found: Plan[] = [];
  let best: number | undefined;
  const seen = new Set<string>();
  const tried = new Set<string>();
  let trials = 0;
  while (open.length > 0 && found.length < limits.plans) {
    const state = cheapest(open);
    if (best !== undefined && state.cost > 2 * best + limits.detour) break;
    if (state.trace.verdict === 'reachable') {
      const steps = withoutSuperfluous(context, flow, state.steps);
      const key = steps.map(({ title }) => title.en).join('|');
      if (seen.has(key) || spoils(context, state.context)) continue;
      seen.add(key);
      best ??= state.cost;
      found.push(together(steps));
      continue;
    }
    if (state.trace.verdict !== 'blocked' || state.steps.length >= limits.changes) continue;
    for (const maker of makers)
      for (const { plan, cost } of maker(state.context, flow, state.trace)) {
        if (trials >= limits.trials || budget.isSpent() || plan.commands.length === 0) continue;
        if (best !== undefined && state.cost + cost > 2 * best + limits.detour) continue;
        // The same changes in another order lead to the same design.
        const steps = [...state.steps, plan];
        const changes = steps
          .map(({ title }) => title.en)
          .sort()
          .join('|');
        if (tried.has(changes)) continue;
        tried.add(changes);
        trials += 1;
        budget.spend(context.document.resources.size);
        const next = state.context.after(plan);
        if (next.document === state.context.document) continue;
        const trace = traceIn(next, flow);
        // A change after which the same thing stops the flow was no help.
        if (trace.verdict === 'blocked' && stop(trace) === stop(state.trace)) continue;
        open.push({ context: next, trace, steps, cost: state.cost + cost });
      }
  }
  return found;
}

/** Takes out the state with the least cost; of those with the same, the one found first. */
function cheapest(open: State[]): State {
  let best = 0;
  for (let index = 1; index < open.length; index++)
    if ((open[index]?.cost ?? 0) < (open[best]?.cost ?? 0)) best = index;
  const [state] = open.splice(best, 1);
  if (state === undefined) throw new Error('cheapest expects a state');
  return state;
}

function traceIn(context: RuleContext, flow: Flow): Trace {
  return context.network.trace(queryOf(context.document, context.catalog, flow));
}

function stop({ blockedBy: [block] }: Trace): string {
  return block === undefined
    ? ''
    : [block.code, block.direction, block.resource, block.field, block.rowKey ?? block.row, block.at].join(
        '|',
      );
}

/** The steps without those that the flow passes without as well. */
function withoutSuperfluous(context: RuleContext, flow: Flow, steps: readonly Plan[]): readonly Plan[] {
  let kept = steps;
  for (const step of steps) {
    if (kept.length === 1) return kept;
    const fewer = kept.filter((each) => each !== step);
    if (traceIn(context.after(together(fewer)), flow).verdict === 'reachable') kept = fewer;
  }
  return kept;
}

/** The plans after which every drawn flow that is as expected still is, found when they are asked for. */
export function harmless(context: RuleContext, plans: readonly (Plan | undefined)[]): Fixes {
  const given = plans.filter((plan) => plan !== undefined);
  if (given.length === 0) return given;
  return () => {
    if (context.flows.length === 0) return given;
    return given.filter((plan) => {
      const part = partConcerning(context, mentioned(context, plan.commands));
      return part.flows.length === 0 || !spoils(part, part.after(plan));
    });
  };
}

/** The resources that a value names, wherever it does. */
function* mentioned(context: RuleContext, value: unknown): Generator<string> {
  if (typeof value === 'string' && context.document.resources.has(value)) yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) {
    if (context.document.resources.has(key)) yield key;
    yield* mentioned(context, each);
  }
}

function spoils(before: RuleContext, after: RuleContext): boolean {
  for (const flow of before.flows) {
    const was = before.traces.get(flow.id)?.verdict;
    if (was === flow.expect && traceIn(after, flow).verdict !== flow.expect) return true;
  }
  return false;
}

function together(steps: readonly Plan[]): Plan {
  const [first, ...others] = steps;
  if (first === undefined) throw new Error('a plan has at least one step');
  if (others.length === 0) return first;
  const commands: CommandCall[] = steps.flatMap((step) => step.commands);
  return {
    title: {
      en: [
        first.title.en,
        ...others.map(({ title }) => title.en.charAt(0).toLowerCase() + title.en.slice(1)),
      ].join(', then '),
      ja: steps.map(({ title }) => title.ja).join('。さらに、'),
    },
    commands,
  };
}
