/** What one end reaches of another: the ports, found range by range. */
import type { Protocol } from '../../model/document';
import type { PortRange } from '../ports';
import type { End, Query, Verdict } from '../trace';
import { listenFor, type Watch } from '../watch';
import { append, holdsPort } from './portRanges';

/** The ports of each protocol; those that are in neither set are blocked. */
export interface Reach {
  readonly tcp: PortVerdicts;
  readonly udp: PortVerdicts;
  /** A ping. */
  readonly icmp: Verdict;
}

export interface PortVerdicts {
  readonly reachable: readonly PortRange[];
  readonly unknown: readonly PortRange[];
}

/** The verdict of a question, worked out while `watch` listens. */
export interface Judge {
  readonly watch: Watch;
  verdict(query: Query): Verdict;
}

const last = 65535;

/** `cellOf`: the ports around one that the design as a whole does not tell apart. */
export function reachOf(judge: Judge, from: End, to: End, cellOf: (port: number) => PortRange): Reach {
  const { watch } = judge;
  const ask = (protocol: Protocol, port: number | null): Verdict => {
    listenFor(watch, port ?? -1);
    return judge.verdict({ from, to, protocol, port, sourcePort: null });
  };
  /** The verdicts of all ports; the only one, where no protocol makes a difference. */
  const sweep = (protocol: 'tcp' | 'udp'): PortVerdicts | Verdict => {
    const found = { reachable: [] as PortRange[], unknown: [] as PortRange[] };
    for (let port = 0; port <= last;) {
      const verdict = ask(protocol, port);
      const cell = watch.isRead ? cellOf(port) : watch.range;
      const end = Math.max(port, Math.min(watch.range[1], cell[1], last));
      if (port === 0 && end === last && watch.isForAll) return verdict;
      if (verdict !== 'blocked') append(found[verdict], [port, end]);
      port = end + 1;
    }
    return found;
  };
  const tcp = sweep('tcp');
  if (typeof tcp === 'string') return { tcp: all(tcp), udp: all(tcp), icmp: tcp };
  const udp = sweep('udp');
  return { tcp, udp: typeof udp === 'string' ? all(udp) : udp, icmp: ask('icmp', null) };
}

function all(verdict: Verdict): PortVerdicts {
  return {
    reachable: verdict === 'reachable' ? [[0, last]] : [],
    unknown: verdict === 'unknown' ? [[0, last]] : [],
  };
}

/** The verdict for a protocol and a port; the port of ICMP is null. */
export function verdictFor(reach: Reach, protocol: 'tcp' | 'udp' | 'icmp', port: number | null): Verdict {
  if (protocol === 'icmp') return reach.icmp;
  const { reachable, unknown } = reach[protocol];
  if (holdsPort(reachable, port ?? 0)) return 'reachable';
  return holdsPort(unknown, port ?? 0) ? 'unknown' : 'blocked';
}
