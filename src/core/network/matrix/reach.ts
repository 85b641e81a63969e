/** What one end reaches of another: the ports, found range by range. */
import type { Protocol } from '../../model/document';
import type { PortRange } from '../ports';
import type { End, Query, Verdict } from '../trace';
import type { GroupVerdict } from '../securityGroup';
import type { Packet } from '../walk';
import { listenFor, type GroupQuestion, type Watch } from '../watch';
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
const everyPort: PortRange = [0, last];

/**
 * `cellOf`: the ports around one that the design as a whole does not tell apart. `heard`: is given what security groups were
 * asked.
 */
export function reachOf(
  judge: Judge,
  from: End,
  to: End,
  cellOf: (port: number) => PortRange,
  heard?: GroupQuestion[],
): Reach {
  const { watch } = judge;
  const followed: Followed[] = [];
  const ask = (protocol: 'tcp' | 'udp' | 'icmp', port: number | null): Verdict => {
    for (const each of followed) if (isSameFor(watch, each, protocol, port)) return each.verdict;
    const found = followOnce(judge, { from, to, protocol, port, sourcePort: null });
    followed.push(found);
    heard?.push(...found.answers.map(({ question }) => question));
    return found.verdict;
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

/** A flow that was followed for one protocol and one port. */
interface Followed {
  readonly protocol: Protocol;
  readonly verdict: Verdict;
  /** What all but security groups tell apart, as the watch has it. */
  readonly range: PortRange;
  readonly isForAll: boolean;
  readonly isRead: boolean;
  readonly answers: readonly Answer[];
}

/** What security groups have answered on its way. */
interface Answer {
  readonly question: GroupQuestion;
  readonly judge: (packet: Packet) => GroupVerdict;
  readonly verdict: GroupVerdict['verdict'];
}

function followOnce({ watch, verdict: verdictOf }: Judge, query: Query): Followed {
  listenFor(watch, query.port ?? -1);
  const answers: Answer[] = [];
  let range = everyPort;
  let isForAll = true;
  watch.heard = (question, judge) => {
    const before = { range: watch.range, isForAll: watch.isForAll };
    Object.assign(watch, { range: everyPort, isForAll: true });
    const judged = judge(question.packet);
    range = common(range, watch.range);
    isForAll &&= watch.isForAll;
    Object.assign(watch, before);
    answers.push({ question, judge, verdict: judged.verdict });
    return judged;
  };
  const verdict = verdictOf(query);
  delete watch.heard;
  const { protocol } = query;
  const found = {
    protocol,
    verdict,
    range: watch.range,
    isForAll: watch.isForAll,
    isRead: watch.isRead,
    answers,
  };
  watch.range = common(watch.range, range);
  watch.isForAll &&= isForAll;
  return found;
}

/**
 * Whether a flow fares as another one that was followed: nobody on its way but security groups tells the two apart, and these
 * answer the same. The watch then knows for which other ports that holds.
 */
function isSameFor(watch: Watch, other: Followed, protocol: Protocol, port: number | null): boolean {
  const { range, isForAll, isRead, answers } = other;
  if (isRead || (protocol !== other.protocol && !isForAll)) return false;
  if (port === null ? range[0] > 0 || range[1] < last : port < range[0] || port > range[1]) return false;
  listenFor(watch, port ?? -1);
  for (const { question, judge, verdict } of answers) {
    const { packet } = question;
    const same = packet.protocol === other.protocol ? { ...packet, protocol } : packet;
    if (judge(same).verdict !== verdict) return false;
  }
  watch.range = common(watch.range, range);
  watch.isForAll &&= isForAll;
  return true;
}

function common([from, to]: PortRange, [low, high]: PortRange): PortRange {
  return [Math.max(from, low), Math.min(to, high)];
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
