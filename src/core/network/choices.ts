/**
 * Follows every way that a packet may go on where there are several (the targets of a load balancer, the addresses that
 * AWS may have given it, the zones that a transit gateway may send it through), each in a round of its own, and puts the rounds together.
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

/** Takes the given way at each fork, and the first one where none is given; writes down the `forks` that it meets. */
export function chooserAlong(ways: readonly number[], forks: Fork[]): (fork: Fork) => number {
  const chosen = new Map<string, number>();
  return (fork) => {
    if (fork.ways.length < 2) return 0;
    const name = fork.of === undefined ? undefined : `${fork.of}|${fork.ways.length}`;
    const before = name === undefined ? undefined : chosen.get(name);
    if (before !== undefined) return before;
    const way = ways[forks.push(fork) - 1] ?? 0;
    if (name !== undefined) chosen.set(name, way);
    return way;
  };
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
    const trace = fork.takes === 'one' ? oneOf(traces, fork.ways) : eitherOf(traces, whyEither(fork, traces));
    return missed === 0 ? trace : withMissed(trace, fork, missed);
  };
  const first = run([]);
  if (first === undefined) throw new Error('everyWay expects to be allowed one round');
  return explore([], first);
}

/** What was not followed may work; and where all must work alike, may not. */
function withMissed(trace: Trace, fork: Fork, missed: number): Trace {
  const words: Words = {
    en: `${missed} of ${fork.ways.length} ways were not followed`,
    ja: `${fork.ways.length} 個の選択肢のうち ${missed} 個は追跡していません`,
  };
  if (fork.takes === 'one' && trace.verdict === 'reachable')
    return { ...trace, unknowns: unique([...trace.unknowns, words]) };
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
