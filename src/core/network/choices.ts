/**
 * Follows every way that a packet may go on where there are several (the targets of a load balancer, the addresses that
 * AWS may have given it), each in a round of its own, and puts the rounds together.
 */
import type { Words } from '../../lib/words';
import { eitherOf, oneOf, unique } from './combine';
import type { Trace } from './trace';
import type { Fork } from './walk';

/** More rounds than this for one flow are not followed. */
const maxRounds = 64;

export interface Round {
  readonly trace: Trace;
  /** The forks that it met, in order. */
  readonly forks: readonly Fork[];
}

/** `round`: follows the flow, taking the given way at each fork and the first one at all others. */
export function everyWay(round: (ways: readonly number[]) => Round): Trace {
  let rounds = 0;
  const run = (ways: readonly number[]): Round | undefined => {
    rounds += 1;
    return rounds > maxRounds ? undefined : round(ways);
  };
  const explore = (ways: readonly number[], known: Round): Trace => {
    const fork = known.forks[ways.length];
    if (fork === undefined) return known.trace;
    const traces: Trace[] = [];
    let missed = 0;
    for (let way = 0; way < fork.ways.length; way++) {
      const next = [...ways, way];
      // The first way of every fork is the one that was followed already.
      const found = way === 0 ? known : run(next);
      if (found === undefined) missed += 1;
      else traces.push(explore(next, found));
    }
    if (fork.takes === 'one')
      return missed === 0 ? oneOf(traces, fork.ways) : withMissed(traces, fork, missed);
    return eitherOf(traces, whyEither(fork, traces));
  };
  const first = run([]);
  if (first === undefined) throw new Error('everyWay expects to be allowed one round');
  return explore([], first);
}

/** What was not followed may work. */
function withMissed(traces: readonly Trace[], fork: Fork, missed: number): Trace {
  const trace = oneOf(traces, fork.ways);
  const words: Words = {
    en: `${missed} of ${fork.ways.length} targets were not followed`,
    ja: `${fork.ways.length} 個のターゲットのうち ${missed} 個は追跡していません`,
  };
  if (trace.verdict === 'reachable') return { ...trace, unknowns: unique([...trace.unknowns, words]) };
  return {
    ...trace,
    verdict: 'unknown',
    forward: { ...trace.forward, disposition: 'unknown' },
    blockedBy: [],
    unknowns: unique([words, ...trace.unknowns]),
  };
}

function whyEither({ ways }: Fork, traces: readonly Trace[]): Words {
  const blocked = traces.findIndex(({ verdict }) => verdict === 'blocked');
  const way = ways[Math.max(0, blocked)];
  const says = traces[blocked]?.blockedBy[0]?.says;
  return {
    en: `it depends on what AWS chooses: with ${way?.en ?? ''} ${says?.en ?? ''}`,
    ja: `AWS の選択によります。${way?.ja ?? ''} の場合は、${says?.ja ?? ''}`,
  };
}
