export interface Likely {
  readonly name: string;
  /** Whether no other name is near, so that it can be taken for the one that was meant. */
  readonly sure: boolean;
}

/** The name that was likely meant by one that does not exist; undefined when none is near. */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  return likely(text, candidates)?.name;
}

export function likely(text: string, candidates: Iterable<string>): Likely | undefined {
  const names = [...candidates];
  const best = nearestSpelling(text, names);
  if (best !== undefined) {
    const sameLetters = best.toLowerCase() === text.toLowerCase();
    const others = names.filter((name) => name !== best);
    return { name: best, sure: sameLetters || nearestSpelling(text, others) === undefined };
  }
  // One that says the same with more or fewer words: `RouteTable` for `PrivateRouteTable`.
  const wanted = text.toLowerCase();
  const [only, ...more] = names.filter((name) => {
    const other = name.toLowerCase();
    const shorter = Math.min(other.length, wanted.length);
    return shorter >= 3 && (other.includes(wanted) || wanted.includes(other));
  });
  return only === undefined || more.length > 0 ? undefined : { name: only, sure: true };
}

/**
 * The one fewest slips of the keyboard away, if any is near enough. `most`: how many slips are near; a third of the letters,
 * if not said.
 */
export function nearestSpelling(
  text: string,
  candidates: Iterable<string>,
  most = Math.max(1, Math.floor(text.length / 3)),
): string | undefined {
  const wanted = text.toLowerCase();
  let best: string | undefined;
  let fewest = most + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - text.length) >= fewest) continue;
    const slips = slipsBetween(wanted, candidate.toLowerCase(), fewest);
    if (slips < fewest) [best, fewest] = [candidate, slips];
  }
  return best;
}

/**
 * Letters to add, drop, change or swap with the next one to get from one text to the other (optimal string alignment).
 * Stops counting at `enough`.
 */
function slipsBetween(a: string, b: string, enough: number): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let slips = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        slips = Math.min(slips, (before[j - 2] ?? 0) + 1);
      next.push(slips);
    }
    if (Math.min(...next) >= enough) return enough;
    [before, row] = [row, next];
  }
  return row[b.length] ?? enough;
}
