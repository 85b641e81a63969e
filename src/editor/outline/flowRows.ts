/** The flows as the lines of a table: both ends, what is asked, what becomes of it and why. */
import type { Document, FlowId } from '../../core/model/document';
import type { Trace } from '../../core/network/trace';
import { compareOrder } from '../../lib/order';
import type { Words } from '../../lib/words';
import {
  flowVerdict,
  flowVerdictWords,
  isAsExpected,
  type FlowVerdict,
} from '../../core/network/flowVerdict';
import { fits, wantedWords } from './matching';

export interface FlowLine {
  readonly id: FlowId;
  readonly from: string;
  readonly to: string;
  readonly verdict: FlowVerdict;
  /** Undefined where nobody can say yet. */
  readonly isAsExpected: boolean | undefined;
  /** Why it does not arrive, or why nobody can say; what was assumed, where it arrives. */
  readonly reason: Words | undefined;
}

export const flowColumns = ['from', 'to', 'traffic', 'verdict', 'reason'] as const;
export type FlowColumn = (typeof flowColumns)[number];

/** Those that fit the filter, of which every word has to be found, in the order in which they were drawn. */
export function flowLines(
  document: Document,
  traces: ReadonlyMap<FlowId, Trace>,
  filter: string,
): readonly FlowLine[] {
  const wanted = wantedWords(filter);
  const nameOf = (id: string): string => document.resources.get(id)?.name ?? '';
  return [...document.flows.values()].sort(compareOrder).flatMap((flow): FlowLine[] => {
    const trace = traces.get(flow.id);
    const verdict = flowVerdict(trace);
    const line: FlowLine = {
      id: flow.id,
      from: nameOf(flow.from),
      to: nameOf(flow.to),
      verdict,
      isAsExpected: isAsExpected(verdict, flow.expect),
      reason: trace?.blockedBy[0]?.says ?? trace?.unknowns[0],
    };
    const { en, ja } = flowVerdictWords[verdict];
    const { reason } = line;
    const texts = [line.from, line.to, `${flow.protocol} ${flow.port ?? ''}`, flow.label];
    return fits([...texts, en, ja, reason?.en ?? '', reason?.ja ?? ''], wanted) ? [line] : [];
  });
}
