/** Which of the changes that rules propose let a blocked flow through: found by making them and asking again. */
import { catalog, rules } from '../aws';
import type { Document, Flow } from '../core/model/document';
import { compileNetwork, factsOf } from '../core/network/network';
import type { Query, Trace } from '../core/network/trace';
import type { Plan } from '../core/plans/plan';
import { documentAfter } from '../core/plans/plan';
import { validate } from '../core/rules/validate';
import type { Input } from './openInput';

export interface Fix {
  readonly plan: Plan;
  /** Which entries of `blockedBy` it does away with. */
  readonly blocks: readonly number[];
}

const most = 3;

export function fixesFor({ document, nameOf }: Input, query: Query, trace: Trace): readonly Fix[] {
  if (trace.verdict !== 'blocked') return [];
  const asked = withFlow(document, query);
  const blamed = new Set(trace.blockedBy.flatMap(({ resource, at }) => [resource, at]));
  const plans: Plan[] = [];
  for (const { on, blames, fixes = [] } of validate(catalog, rules, asked).findings)
    if (
      on.includes(askedId) ||
      on.some((id) => blamed.has(id)) ||
      (blames !== undefined && blamed.has(blames))
    )
      plans.push(...fixes);
  const found: Fix[] = [];
  const titles = new Set<string>();
  for (const plan of plans) {
    if (found.length === most) break;
    if (titles.has(plan.title.en)) continue;
    titles.add(plan.title.en);
    const after = compileNetwork(factsOf(catalog, documentAfter({ catalog }, document, plan)), {
      nameOf,
    }).trace(query);
    if (after.verdict === 'reachable') found.push({ plan, blocks: trace.blockedBy.map((_, index) => index) });
  }
  return found;
}

const askedId = 'asked on the command line';

/** The design with the flow drawn, where both of its ends are resources, so that rules can speak about it. */
function withFlow(document: Document, { from, to, protocol, port }: Query): Document {
  if (!('resource' in from) || !('resource' in to)) return document;
  const flow: Flow = {
    id: askedId,
    from: from.resource,
    to: to.resource,
    protocol,
    port,
    gbPerMonth: null,
    expect: 'reachable',
    label: '',
    bends: {},
    order: 'U',
  };
  return { ...document, flows: new Map(document.flows).set(askedId, flow) };
}
