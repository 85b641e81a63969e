/** Which versions go: the longer ago, the fewer are needed. Those that have a name never go. */
import { isAutomatic, newestFirst, type Version } from './version';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Of versions of that age, in ms, one is kept for each such stretch of time. */
const steps = [
  { upTo: hour, each: 0 },
  { upTo: day, each: hour },
  { upTo: 30 * day, each: day },
  { upTo: Infinity, each: 7 * day },
] as const;

export interface Bounds {
  /** Of the automatic versions of one diagram. */
  readonly perDiagram: number;
  /** Of all versions of all diagrams together, compressed. */
  readonly bytes: number;
}

export const bounds: Bounds = { perDiagram: 60, bytes: 40_000_000 };

/** The ids of those that go. The newest automatic one stays, however large it is. */
export function superfluous(
  versions: readonly Version[],
  now: number,
  { perDiagram, bytes }: Bounds,
): readonly string[] {
  const newest = newestFirst(versions);
  const gone = new Set<string>();
  for (const diagram of new Set(newest.map((version) => version.diagram))) {
    const own = newest.filter((version) => version.diagram === diagram && isAutomatic(version));
    const taken = new Set<string>();
    let count = 0;
    for (const version of own) {
      const stretch = stretchOf(version, now);
      if (stretch !== null && taken.has(stretch)) gone.add(version.id);
      else if (++count > perDiagram) gone.add(version.id);
      else if (stretch !== null) taken.add(stretch);
    }
  }
  const [first] = newest.filter(isAutomatic);
  let total = newest.filter(({ id }) => !gone.has(id)).reduce((sum, version) => sum + version.bytes, 0);
  for (const version of newest.toReversed()) {
    if (total <= bytes) break;
    if (!isAutomatic(version) || gone.has(version.id) || version === first) continue;
    gone.add(version.id);
    total -= version.bytes;
  }
  return [...gone];
}

/** Counted from a fixed time, so that a version does not change its stretch as it grows older within a step; null: it has one to itself. */
function stretchOf({ made }: Version, now: number): string | null {
  const age = now - made;
  const step = steps.find(({ upTo }) => age < upTo);
  if (step === undefined || step.each === 0) return null;
  return `${step.each} ${Math.floor(made / step.each)}`;
}
