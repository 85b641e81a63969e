/** What is different between two matrices, pair by pair: what was reachable and is not, and the other way round. */
import type { PortRange } from '../ports';
import { groupOf, type Matrix } from './matrixData';
import { inBoth, outside } from './portRanges';
import type { PortVerdicts, Reach } from './reach';
import { portsThatAre, type ProtocolPorts } from './reachWords';

/** One end in two matrices: its index in each, null where it is not among the ends of one. */
export interface EndInBoth {
  readonly before: number | null;
  readonly after: number | null;
}

/** Each of `from` to each of `to`, itself left out: indices of the ends that were compared. */
export interface PairChange {
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Was reachable and would be blocked. */
  readonly lost: readonly ProtocolPorts[];
  /** Was reachable, and whether it still would be is not known. */
  readonly doubtful: readonly ProtocolPorts[];
  /** Would be reachable and was not. */
  readonly won: readonly ProtocolPorts[];
}

/** The pairs for which something is another, those that are alike together, what costs most first. */
export function pairChanges(
  before: Matrix,
  after: Matrix,
  ends: readonly EndInBoth[],
): readonly PairChange[] {
  // Ends that were alike and still are: the others have been split by what happened.
  const parts = new Map<string, Part>();
  ends.forEach((end, index) => {
    const old = end.before === null ? null : groupOf(before, end.before);
    const now = end.after === null ? null : groupOf(after, end.after);
    const part = parts.get(`${old} ${now}`);
    if (part === undefined) parts.set(`${old} ${now}`, { members: [index], old, now });
    else part.members.push(index);
  });
  const known = new Map<string, Omit<PairChange, 'from' | 'to'> | null>();
  const changes: PairChange[] = [];
  for (const from of parts.values())
    for (const to of parts.values()) {
      if (from === to && from.members.length < 2) continue;
      const [was, is] = [reachIn(before, from.old, to.old), reachIn(after, from.now, to.now)];
      if (was === undefined || is === undefined) continue;
      const key = `${was} ${is}`;
      let change = known.get(key);
      if (change === undefined) {
        change = changeBetween(before.reaches[was] ?? nothing, after.reaches[is] ?? nothing);
        known.set(key, change);
      }
      if (change !== null) changes.push({ from: from.members, to: to.members, ...change });
    }
  return changes.sort((a, b) => weight(b) - weight(a));
}

interface Part {
  readonly members: number[];
  readonly old: number | null;
  readonly now: number | null;
}

/** How many pairs lose something, keep it only perhaps, or win something. */
export function pairsWith(what: 'lost' | 'doubtful' | 'won', pairs: readonly PairChange[]): number {
  return pairs.reduce((sum, pair) => sum + (pair[what].length === 0 ? 0 : pairsIn(pair)), 0);
}

/** Which of the reaches of a matrix; -1 where one of the two is not there; undefined where nobody asks or answers. */
function reachIn({ cells }: Matrix, from: number | null, to: number | null): number | undefined {
  return from === null || to === null ? -1 : (cells[from]?.[to] ?? undefined);
}

const nothing: Reach = {
  tcp: { reachable: [], unknown: [] },
  udp: { reachable: [], unknown: [] },
  icmp: 'blocked',
};

function weight(change: PairChange): number {
  const grade = change.lost.length > 0 ? 2 : change.doubtful.length > 0 ? 1 : 0;
  return grade * 1e9 + pairsIn(change);
}

function pairsIn({ from, to }: PairChange): number {
  return from.length * to.length - (from[0] === to[0] ? from.length : 0);
}

function changeBetween(was: Reach, is: Reach): Omit<PairChange, 'from' | 'to'> | null {
  const lost = portsThatAre('reachable', {
    tcp: both(was.tcp, outside(is.tcp.reachable), outside(is.tcp.unknown)),
    udp: both(was.udp, outside(is.udp.reachable), outside(is.udp.unknown)),
    icmp: was.icmp === 'reachable' && is.icmp === 'blocked' ? 'reachable' : 'blocked',
  });
  const doubtful = portsThatAre('reachable', {
    tcp: both(was.tcp, is.tcp.unknown),
    udp: both(was.udp, is.udp.unknown),
    icmp: was.icmp === 'reachable' && is.icmp === 'unknown' ? 'reachable' : 'blocked',
  });
  const won = portsThatAre('reachable', {
    tcp: both(is.tcp, outside(was.tcp.reachable)),
    udp: both(is.udp, outside(was.udp.reachable)),
    icmp: is.icmp === 'reachable' && was.icmp !== 'reachable' ? 'reachable' : 'blocked',
  });
  return lost.length + doubtful.length + won.length === 0 ? null : { lost, doubtful, won };
}

/** The reachable ports of one that are in all the other sets. */
function both({ reachable }: PortVerdicts, ...sets: readonly (readonly PortRange[])[]): PortVerdicts {
  return { reachable: sets.reduce((left, set) => inBoth(left, set), reachable), unknown: [] };
}
