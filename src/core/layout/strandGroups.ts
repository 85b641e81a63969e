/** Which pieces of lines have to be set side by side together: those that are too near, and those that would come to be. */
import { areBeside, type Placeable } from './evenPlaces';

/** Where a group's pieces would stand, and the gap between their lines, in px. */
export interface Expected {
  readonly places: readonly number[];
  readonly gap: number;
}

interface Grouping<P extends Placeable> {
  /** The wanted distance of neighbours, and how near the middles of two of so many wires are too near, in px. */
  readonly gap: number;
  nearness(one: number, two: number): number;
  /** Where the members of a group would stand, each under the index that it has in the group. */
  expected(group: readonly P[]): Expected;
}

/** Rounding must not make neighbours of what has its gap, in px. */
const tolerance = 0.25;

/**
 * Groups of pieces that are beside one another and too near, directly or by way of others, where they are or where their
 * groups would put them: two pairs with just the gap between them would each spread onto the other. Only groups of several
 * lines. `pieces` by their places.
 */
export function* groupsOf<P extends Placeable>(
  pieces: readonly P[],
  grouping: Grouping<P>,
): Generator<undefined, P[][]> {
  const joined = createJoined(pieces.length);
  joinNear(pieces, grouping, joined);
  yield;
  const known = new Map<number, Expected & { readonly members: readonly number[] }>();
  for (;;) {
    const groups = joined.groups();
    for (const [leader, members] of groups) {
      // A group only ever grows.
      if (known.get(leader)?.members.length === members.length) continue;
      if (!isOfSeveral(pieces, members)) continue;
      const group = members.flatMap((index) => pieces[index] ?? []);
      known.set(leader, { ...grouping.expected(group), members });
      yield;
    }
    const standing: Standing[] = pieces.map((piece, index) => ({
      piece,
      index,
      at: piece.at,
      gap: grouping.gap,
    }));
    for (const leader of groups.keys()) {
      const found = known.get(leader);
      found?.members.forEach((index, number) => {
        const piece = pieces[index];
        const at = found.places[number];
        if (piece !== undefined && at !== undefined) standing[index] = { piece, index, at, gap: found.gap };
      });
    }
    if (!joinMet(standing, joined))
      return [...groups.values()]
        .filter((members) => isOfSeveral(pieces, members))
        .map((members) => members.flatMap((index) => pieces[index] ?? []));
    yield;
  }
}

function isOfSeveral(pieces: readonly Placeable[], members: readonly number[]): boolean {
  return members.length > 1 || (pieces[members[0] ?? -1]?.wires ?? 0) > 1;
}

function joinNear<P extends Placeable>(
  pieces: readonly P[],
  { nearness }: Grouping<P>,
  joined: Joined,
): void {
  const widest = Math.max(1, ...pieces.map(({ wires }) => wires));
  for (const [one, first] of pieces.entries()) {
    const farthest = nearness(first.wires, widest);
    for (let two = one + 1; two < pieces.length; two++) {
      const second = pieces[two];
      if (second === undefined || second.at - first.at > farthest) break;
      if (second.at - first.at <= nearness(first.wires, second.wires) && areBeside(first, second))
        joined.join(one, two);
    }
  }
}

/** Where a piece would stand. */
interface Standing {
  readonly piece: Placeable;
  readonly index: number;
  readonly at: number;
  readonly gap: number;
}

/** Joins those whose lines would be nearer to one another than those within either group; whether there were any. */
function joinMet(standing: readonly Standing[], joined: Joined): boolean {
  const inOrder = [...standing].sort((a, b) => a.at - b.at || a.index - b.index);
  const half = ({ piece, gap }: Standing): number => ((piece.wires - 1) / 2) * gap;
  const [widest, mostGap] = [
    Math.max(0, ...standing.map(half)),
    Math.max(0, ...standing.map(({ gap }) => gap)),
  ];
  let hasMet = false;
  for (const [number, first] of inOrder.entries())
    for (let next = number + 1; next < inOrder.length; next++) {
      const second = inOrder[next];
      if (second === undefined || second.at - first.at > half(first) + widest + mostGap) break;
      const least = half(first) + half(second) + Math.min(first.gap, second.gap) - tolerance;
      if (second.at - first.at >= least || !areBeside(first.piece, second.piece)) continue;
      if (joined.join(first.index, second.index)) hasMet = true;
    }
  return hasMet;
}

interface Joined {
  /** Whether the two were in different groups before. */
  join(one: number, two: number): boolean;
  /** The indexes of each group, in order, by that of its leader. */
  groups(): ReadonlyMap<number, readonly number[]>;
}

function createJoined(count: number): Joined {
  const leaders = Array.from({ length: count }, (_, index) => index);
  const leaderOf = (index: number): number => {
    let at = index;
    while (leaders[at] !== at) {
      const next = leaders[leaders[at] ?? at] ?? at;
      leaders[at] = next;
      at = next;
    }
    return at;
  };
  return {
    join(one, two) {
      const [first, second] = [leaderOf(one), leaderOf(two)];
      if (first === second) return false;
      leaders[Math.max(first, second)] = Math.min(first, second);
      return true;
    },
    groups() {
      const groups = new Map<number, number[]>();
      leaders.forEach((_, index) => {
        const leader = leaderOf(index);
        const group = groups.get(leader);
        if (group === undefined) groups.set(leader, [index]);
        else group.push(index);
      });
      return groups;
    },
  };
}
