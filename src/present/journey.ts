/** A trace as a journey to be shown: the packet stops at one place after another, out and, when it arrives, back. */
import type { ResourceId } from '../core/model/document';
import type { PacketHeader, Path, Step, Trace } from '../core/network/trace';

export interface Stop {
  readonly at: ResourceId | null;
  readonly direction: 'forward' | 'return';
  /** All that was decided here, in order; at least one step. */
  readonly steps: readonly Step[];
  /** The header as the packet came in and as it went on: different objects only where it was rewritten. */
  readonly before: PacketHeader;
  readonly after: PacketHeader;
  /** Whether the packet ends here without having arrived. */
  readonly stopped: boolean;
}

export function journeyOf(trace: Trace): readonly Stop[] {
  const out = stopsOf(trace.forward, 'forward');
  return trace.return === null ? out : [...out, ...stopsOf(trace.return, 'return')];
}

/** How long a packet takes from one stop to the next, in ms. */
export const hopTime = 600;

function stopsOf(path: Path, direction: Stop['direction']): Stop[] {
  const groups: Step[][] = [];
  for (const step of path.steps) {
    const last = groups.at(-1);
    if (last !== undefined && last[0]?.at === step.at) last.push(step);
    else groups.push([step]);
  }
  const stops: Stop[] = [];
  for (const steps of groups) {
    const [first, last] = [steps[0], steps.at(-1)];
    if (first === undefined || last === undefined) continue;
    // A step says the packet as it left the step; it came as it left the one before.
    const came = stops.at(-1)?.after ?? first.packet;
    const rewritten = JSON.stringify(came) !== JSON.stringify(last.packet);
    stops.push({
      at: first.at,
      direction,
      steps,
      before: came,
      after: rewritten ? last.packet : came,
      stopped: last.verdict === 'drop',
    });
  }
  return stops;
}
