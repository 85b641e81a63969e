/** What becomes of one concrete packet, and how the fates of several are taken together. */

export interface Outcome {
  readonly verdict: 'reachable' | 'blocked' | 'unknown';
  /** Why it is blocked, or not known, in a word or two. */
  readonly why: string;
  /** The resources that may be blamed for a block; empty where nobody is. */
  readonly blame: readonly string[];
  /** Whether something is open that AWS decides, though whatever it decides the packet fares the same. */
  readonly isOpen?: true;
}

export const reachable: Outcome = { verdict: 'reachable', why: '', blame: [] };

export function blocked(why: string, ...blame: readonly string[]): Outcome {
  return { verdict: 'blocked', why, blame };
}

export function unknownOutcome(why: string): Outcome {
  return { verdict: 'unknown', why, blame: [] };
}

let isThorough = false;

/** Follows what is asked to its end, where one packet that is blocked would do: for all who may be blamed. */
export function thoroughly(follow: () => Outcome): Outcome {
  isThorough = true;
  try {
    return follow();
  } finally {
    isThorough = false;
  }
}

/** All of them must get through: the source ports of a client, the interfaces of a workload. */
export function every<T>(choices: Iterable<T>, follow: (choice: T) => Outcome): Outcome {
  let result: Outcome = reachable;
  for (const choice of choices) {
    const outcome = follow(choice);
    if (outcome.verdict === 'blocked') {
      if (!isThorough) return outcome;
      result = result.verdict === 'blocked' ? bothBlamed(result, outcome) : outcome;
    } else if (result.verdict === 'reachable' && (outcome.verdict === 'unknown' || outcome.isOpen === true))
      result = outcome;
  }
  return result;
}

/** One of them is enough: the targets of a load balancer. */
export function some<T>(choices: Iterable<T>, follow: (choice: T) => Outcome, none: Outcome): Outcome {
  let result: Outcome | null = null;
  for (const choice of choices) {
    const outcome = follow(choice);
    if (outcome.verdict === 'reachable') return outcome;
    if (result === null || outcome.verdict === 'unknown') result = outcome;
    // Any of the ways that are blocked may be the one that is told of.
    else if (result.verdict === 'blocked') result = bothBlamed(result, outcome);
  }
  return result ?? none;
}

/** One of them is the case, and nobody knows which: the free addresses of a subnet. */
export function whichever<T>(choices: Iterable<T>, follow: (choice: T) => Outcome): Outcome {
  let result: Outcome | null = null;
  for (const choice of choices) {
    const outcome = follow(choice);
    if (outcome.verdict === 'unknown') return outcome;
    if (result?.verdict === 'blocked' && outcome.verdict === 'blocked') {
      result = bothBlamed(result, outcome);
      continue;
    }
    if (result !== null && result.verdict !== outcome.verdict)
      return unknownOutcome(
        `some are ${result.verdict}, some are ${outcome.verdict}: ${result.why}${outcome.why}`,
      );
    result = result?.isOpen === true ? { ...outcome, isOpen: true } : outcome;
  }
  return result ?? unknownOutcome('nothing to choose from');
}

function bothBlamed(one: Outcome, other: Outcome): Outcome {
  const isNobody = one.blame.length === 0 || other.blame.length === 0;
  const why = one.why.includes(other.why) ? one.why : `${one.why}; ${other.why}`;
  return { ...other, ...one, why, blame: isNobody ? [] : [...new Set([...one.blame, ...other.blame])] };
}
