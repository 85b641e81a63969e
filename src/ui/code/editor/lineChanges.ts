/** Which lines of a text are new against the text before: what flashes. */

/** So many differences are looked for one by one; beyond that the whole middle counts as changed. */
const mostDifferences = 400;

/** The lines of `after`, counted from 1, that are not in `before` at their place. */
export function changedLines(before: string, after: string): readonly number[] {
  if (before === after) return [];
  const old = before.split('\n');
  const now = after.split('\n');
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let oldEnd = old.length;
  let nowEnd = now.length;
  while (oldEnd > start && nowEnd > start && old[oldEnd - 1] === now[nowEnd - 1]) {
    oldEnd--;
    nowEnd--;
  }
  const added = addedIn(old.slice(start, oldEnd), now.slice(start, nowEnd));
  return added.map((index) => start + index + 1);
}

/** Myers' greedy comparison: the indexes of `now` that are not part of a longest common sequence of lines. */
function addedIn(old: readonly string[], now: readonly string[]): readonly number[] {
  const all = (): readonly number[] => now.map((_, index) => index);
  if (old.length === 0 || now.length === 0) return all();
  /** For each diagonal (index in now minus index in old), how far in `now` one gets. */
  const reach = new Map<number, number>([[1, 0]]);
  const trail: ReadonlyMap<number, number>[] = [];
  for (let differences = 0; differences <= mostDifferences; differences++) {
    trail.push(new Map(reach));
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const left = reach.get(diagonal - 1) ?? -1;
      const above = reach.get(diagonal + 1) ?? -1;
      const goesDown = diagonal === -differences || (diagonal !== differences && left < above);
      let x = goesDown ? above : left + 1;
      while (x < now.length && x - diagonal < old.length && now[x] === old[x - diagonal]) x++;
      reach.set(diagonal, x);
      if (x >= now.length && x - diagonal >= old.length) return walkedBack(trail, now.length, old.length);
    }
  }
  return all();
}

function walkedBack(trail: readonly ReadonlyMap<number, number>[], nowEnd: number, oldEnd: number): number[] {
  const added: number[] = [];
  let x = nowEnd;
  let y = oldEnd;
  for (let differences = trail.length - 1; differences > 0; differences--) {
    const reach = trail[differences] ?? new Map<number, number>();
    const diagonal = x - y;
    const left = reach.get(diagonal - 1) ?? -1;
    const above = reach.get(diagonal + 1) ?? -1;
    const goesDown = diagonal === -differences || (diagonal !== differences && left < above);
    const previous = goesDown ? diagonal + 1 : diagonal - 1;
    const previousX = reach.get(previous) ?? 0;
    if (!goesDown) added.push(previousX);
    x = previousX;
    y = previousX - previous;
  }
  return added.reverse();
}
