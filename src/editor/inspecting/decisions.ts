/** What a trace says about the rows of one resource: which row decided, which ones were considered and lost. */
import type { ResourceId } from '../../core/model/document';
import type { Step, Trace } from '../../core/network/trace';
import type { Words } from '../../lib/words';

export interface Decision {
  readonly direction: 'forward' | 'return';
  readonly verdict: Step['verdict'];
  /** The table's prop and the key of the row; both absent where the row is the engine's own. */
  readonly field: string | undefined;
  readonly rowKey: string | undefined;
  /** The row in words; null when none decided. */
  readonly row: string | null;
  readonly says: Words;
}

export interface Loss {
  readonly row: string;
  readonly because: Words;
}

export interface Decisions {
  readonly decided: readonly Decision[];
  readonly lost: readonly Loss[];
}

export const noDecisions: Decisions = { decided: [], lost: [] };

export function decisionsAt(trace: Trace | undefined, resource: ResourceId): Decisions {
  if (trace === undefined) return noDecisions;
  const decided: Decision[] = [];
  const lost: Loss[] = [];
  for (const direction of ['forward', 'return'] as const)
    for (const step of trace[direction]?.steps ?? []) {
      if (step.because.resource !== resource) continue;
      const { field, rowKey, row, says } = step.because;
      decided.push({ direction, verdict: step.verdict, field, rowKey, row, says });
      for (const each of step.lost ?? [])
        if (lost.every(({ row: other }) => other !== each.row))
          lost.push({ row: each.row, because: each.because });
    }
  return decided.length === 0 ? noDecisions : { decided, lost };
}
