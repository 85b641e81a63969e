import { nearest as nearestSpelling } from '../../../lib/nearest';

export interface Likely {
  readonly name: string;
  /** Whether no other name is near, so that it can be taken for the one that was meant. */
  readonly sure: boolean;
}

/** The name that was likely meant by one that does not exist; undefined when none is near. */
export function likely(name: string, from: Iterable<string>): Likely | undefined {
  const candidates = [...from];
  const best = nearestSpelling(name, candidates);
  if (best !== undefined) {
    const sameLetters = best.toLowerCase() === name.toLowerCase();
    const others = candidates.filter((candidate) => candidate !== best);
    return { name: best, sure: sameLetters || nearestSpelling(name, others) === undefined };
  }
  // One that says the same with more or fewer words: `RouteTable` for `PrivateRouteTable`.
  const wanted = name.toLowerCase();
  const [only, ...more] = candidates.filter((candidate) => {
    const other = candidate.toLowerCase();
    const shorter = Math.min(other.length, wanted.length);
    return shorter >= 3 && (other.includes(wanted) || wanted.includes(other));
  });
  return only === undefined || more.length > 0 ? undefined : { name: only, sure: true };
}

export function nearest(name: string, from: Iterable<string>): string | undefined {
  return likely(name, from)?.name;
}
