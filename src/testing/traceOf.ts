import type { Fact } from '../core/network/facts';
import { compileNetwork } from '../core/network/network';
import { flow } from './facts';

/** The trace of a flow through the network that the facts are; the flow is asked for as `flow` has it. */
export function traceOf(facts: readonly Fact[], ...question: Parameters<typeof flow>) {
  return compileNetwork(facts).trace(flow(...question));
}
