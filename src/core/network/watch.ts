/**
 * Listens while a verdict is worked out, and knows afterwards for which other ports it holds: for all up to the next one
 * that a row or a listener on the way tells apart. The matrix follows a flow once for each such range instead of once for
 * each port.
 */
import type { PortRange } from './ports';
import type { GroupVerdict, Recognised } from './securityGroup';
import type { Packet } from './walk';
import type { Interface } from './world';

export interface Watch {
  /** The port that the flow is followed for. */
  port: number;
  /** What stands for it in packets. */
  readonly ports: PortRange;
  /** The ports for which the same is found. */
  range: PortRange;
  /** Whether someone has looked at the port who did not say what he compares it with. */
  isRead: boolean;
  /** Whether the same is found for every other protocol: nobody has looked which one it is. */
  isForAll: boolean;
  /** Whether the path is asked for besides the verdict. */
  readonly writesSteps: boolean;
  /** Is asked in the place of security groups, and may ask them. Absent: they are asked themselves. */
  heard?: (question: GroupQuestion, judge: (packet: Packet) => GroupVerdict) => GroupVerdict;
}

/** What the security groups of an interface are asked: whether they let a packet pass. */
export interface GroupQuestion {
  readonly at: Interface;
  readonly direction: 'in' | 'out';
  readonly packet: Packet;
  /** The interface at the other end, where it is known to be one. */
  readonly peer: Recognised | null;
}

const watches = new WeakMap<PortRange, Watch>();

export function newWatch(writesSteps: boolean): Watch {
  const watch: Watch = {
    port: -1,
    // Packets hand on this very array, so that it is still known behind gateways that keep the port, and is not taken for
    // a port of somebody else's. Whoever reads it, and is not one of those who call `compared`, is noticed.
    ports: Object.defineProperties([-1, -1] as [number, number], {
      0: { get: () => read(watch) },
      1: { get: () => read(watch) },
    }),
    range: [0, 65535],
    isRead: false,
    isForAll: true,
    writesSteps,
  };
  watches.set(watch.ports, watch);
  return watch;
}

/** Makes it listen to the next question. One watch is used for many: a design has tens of thousands of them. */
export function listenFor(watch: Watch, port: number): void {
  watch.port = port;
  watch.range = [0, 65535];
  watch.isRead = false;
  watch.isForAll = true;
}

function read(watch: Watch): number {
  watch.isRead = true;
  return watch.port;
}

export function watchOf(ports: PortRange | null): Watch | undefined {
  return ports === null ? undefined : watches.get(ports);
}

/** The port is compared with a range: what is found holds only as far as it lies in it, or outside of it, like this one. */
export function compared(watch: Watch, [from, to]: PortRange): void {
  const { port, range } = watch;
  const [low, high] = range;
  if (from > to) return;
  if (port < from) watch.range = [low, Math.min(high, from - 1)];
  else if (port > to) watch.range = [Math.max(low, to + 1), high];
  else watch.range = [Math.max(low, from), Math.min(high, to)];
}
