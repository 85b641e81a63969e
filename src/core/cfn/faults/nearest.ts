/** The name that was likely meant by one that does not exist; undefined when none is near enough to be named. */
export function nearest(name: string, from: Iterable<string>): string | undefined {
  const candidates = [...from];
  const wanted = name.toLowerCase();
  const most = Math.max(1, Math.min(4, Math.floor(name.length / 3)));
  let best: string | undefined;
  let least = most + 1;
  let tie = false;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    if (Math.abs(other.length - wanted.length) >= least + 1) continue;
    const distance = editDistance(wanted, other, least);
    if (distance < least) [best, least, tie] = [candidate, distance, false];
    else if (distance === least && best !== undefined) tie = true;
  }
  if (best !== undefined) return tie && least > 1 ? undefined : best;
  // One that says the same with more or fewer words: `RouteTable` for `PrivateRouteTable`.
  const partial = candidates.filter((candidate) => {
    const other = candidate.toLowerCase();
    const shorter = Math.min(other.length, wanted.length);
    return shorter >= 3 && (other.includes(wanted) || wanted.includes(other));
  });
  return partial.length === 1 ? partial[0] : undefined;
}

/** How many letters must be put in, taken out, replaced or swapped with their neighbour; `enough` ends the count early. */
export function editDistance(a: string, b: string, enough = Infinity): number {
  let twoBack: number[] = [];
  let back = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((back[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (back[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (twoBack[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > enough) return least;
    twoBack = back;
    back = row;
  }
  return back[b.length] ?? 0;
}
