/** What those who know the kinds say of one alternative. The search in `lead.ts` tries what they propose and believes nothing. */
import type { Words } from '../../lib/words';
import type { Flow } from '../model/document';
import type { Query, Trace } from '../network/trace';
import type { PlanMaker } from '../plans/mend';
import type { Plan } from '../plans/plan';
import type { RuleContext } from '../rules/rule';
import type { AlternativeId } from './alternative';

export interface Approach {
  readonly id: AlternativeId;
  readonly title: Words;
  /** Why this is no way for the flow, whatever is built; undefined where it may be one. */
  readonly whyNot: (context: RuleContext, flow: Flow) => Words | undefined;
  /**
   * What leads the flow this way, given how it goes: first what gives the way, then what takes away others that win over it.
   * Nothing where the design leads this way already. Of several, the first that can be applied is, and then it is asked again.
   */
  readonly lead: (context: RuleContext, flow: Flow, trace: Trace) => Iterable<Plan>;
  /** What mends the rest (a security group, a network ACL) without leading the flow another way. */
  readonly mend: readonly PlanMaker[];
}

/** One flow to compare the ways of. */
export interface Question {
  /** What the engine is asked, before and after. */
  readonly query: Query;
  /** The same as an arrow, for those who make plans; null for ends that nobody could draw. */
  readonly flow: Flow | null;
  /** Why there is no arrow. */
  readonly notDrawn?: Words;
  /** Gigabytes a month, both directions together; null: nobody said. */
  readonly gbPerMonth: number | null;
}
