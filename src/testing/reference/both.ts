import type { Fact } from '../../core/network/facts';
import { isUnknown } from '../../core/model/value';
import { compileNetwork } from '../../core/network/network';
import type { Query, Trace } from '../../core/network/trace';
import { disagreement } from './compare';
import { referenceOf } from './reference';

/**
 * What the engine says to a question, on which the reference must agree. Of unknown values, and of what is not modelled or
 * stands elsewhere, only the engine is asked.
 */
export function askBoth(facts: readonly Fact[], query: Query): Trace {
  const trace = compileNetwork(facts).trace(query);
  if (holdsUnknown(facts) || facts.some((fact) => fact.fact === 'unmodelled' || 'elsewhere' in fact))
    return trace;
  const reference = referenceOf(facts);
  const outcome = reference.ask(query);
  const about = disagreement(trace, outcome, () => reference.blamed(query));
  if (about === null) return trace;
  const first = trace.blockedBy[0];
  throw new Error(
    `${about} of ${JSON.stringify(query)}: the engine says ${trace.verdict} (${first?.says.en ?? trace.unknowns[0]?.en ?? ''}), the reference ${outcome.verdict} (${outcome.why}, ${outcome.blame.slice(0, 4).join(', ')})`,
  );
}

function holdsUnknown(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return isUnknown(value) || Object.values(value).some(holdsUnknown);
}
