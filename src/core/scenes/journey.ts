/** A trace as a journey to be shown: the packet stops at one place after another, out and, when it arrives, back. */
import type { ResourceId } from '../model/document';
import type { PacketHeader, Path, Step, Trace } from '../network/trace';

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

/**
 * The stops of a trace. What is decided at a place where a packet is not shown to stand (a subnet, whose border it crosses) is told
 * where it came from on the way out of there, and where it goes to on the way in.
 */
export function journeyOf(trace: Trace, isPlace: (id: ResourceId) => boolean): readonly Stop[] {
  const out = stopsOf(trace.forward, 'forward', isPlace);
  return trace.return === null ? out : [...out, ...stopsOf(trace.return, 'return', isPlace)];
}

function stopsOf(path: Path, direction: Stop['direction'], isPlace: (id: ResourceId) => boolean): Stop[] {
  const groups: { readonly at: ResourceId | null; readonly steps: Step[] }[] = [];
  let waiting: Step[] = [];
  // Whoever is asked for a name, the packet waits where it will set out.
  const start = path.steps.find(({ what }) => what !== 'name-resolution')?.at;
  for (const told of path.steps) {
    const isAsking = told.what === 'name-resolution' && told.verdict !== 'drop' && start !== undefined;
    const step = isAsking ? { ...told, at: start } : told;
    const last = groups.at(-1);
    const stands = step.at === null || isPlace(step.at);
    if (!stands && (step.direction === 'in' || last === undefined)) waiting.push(step);
    else if (last !== undefined && (!stands || last.at === step.at) && waiting.length === 0)
      last.steps.push(step);
    else {
      groups.push({ at: step.at, steps: [...waiting, step] });
      waiting = [];
    }
  }
  // The packet was stopped on its way in: it has left the last place, and stands before the next.
  const [refused] = waiting;
  if (refused !== undefined) groups.push({ at: refused.at, steps: waiting });
  const stops: Stop[] = [];
  for (const { at, steps } of groups) {
    const [first, last] = [steps[0], steps.at(-1)];
    if (first === undefined || last === undefined) continue;
    // A step says the packet as it left the step; it came as it left the one before.
    const came = stops.at(-1)?.after ?? first.packet;
    const rewritten = JSON.stringify(came) !== JSON.stringify(last.packet);
    stops.push({
      at,
      direction,
      steps,
      before: came,
      after: rewritten ? last.packet : came,
      stopped: last.verdict === 'drop',
    });
  }
  return stops;
}
