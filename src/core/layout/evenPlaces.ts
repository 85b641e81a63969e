/** Places on an axis for things that would lie on one another: in their order, evenly apart, each within its room, moved as little as can be. */
import { clamp } from '../../lib/rect';

export interface Placeable {
  /** Where it is. */
  readonly at: number;
  /** How many lines it is of, side by side. */
  readonly wires: number;
  /** The stretch across the axis that it takes. */
  readonly start: number;
  readonly end: number;
  /** Where it may be. */
  low: number;
  high: number;
}

/** Where there is no room for the gap, these parts of it are tried. */
const parts = [1, 0.75, 0.5, 0.375, 0.25, 0.125, 0.05, 0.01] as const;
/** Corners so near to one another, in px, may come beside one another when they are moved. */
const touch = 4;

/** Whether two have a part of their stretches in common, or nearly. */
export function areBeside(a: Placeable, b: Placeable): boolean {
  return a.start < b.end + touch && b.start < a.end + touch;
}

/** The places of their middles, and the gap between lines for which there was room. */
export function evenPlaces(
  inOrder: readonly Placeable[],
  wanted: number,
): { readonly places: readonly number[]; readonly gap: number } {
  const lanes = lanesOf(inOrder);
  for (const part of parts) {
    const gap = wanted * part;
    const places = placesWith(inOrder, lanes, gap);
    if (places !== undefined) return { places, gap };
  }
  return { places: inOrder.map(({ at }) => at), gap: 0 };
}

interface Lanes {
  /** How many lines stand before the middle of each at least, one beside the other. */
  readonly lane: readonly number[];
  /** The indexes of those right before each: others before it are before one of these. */
  readonly before: readonly (readonly number[])[];
}

function lanesOf(inOrder: readonly Placeable[]): Lanes {
  const lane: number[] = [];
  const before: number[][] = [];
  // The last that was placed on each part of the stretch; parts do not overlap.
  let skyline: { readonly start: number; readonly end: number; readonly index: number }[] = [];
  inOrder.forEach((piece, index) => {
    const [start, end] = [piece.start - touch / 2, piece.end + touch / 2];
    const beside = new Set<number>();
    const next: typeof skyline = [];
    for (const part of skyline) {
      if (part.start >= end || part.end <= start) {
        next.push(part);
        continue;
      }
      beside.add(part.index);
      if (part.start < start) next.push({ ...part, end: start });
      if (part.end > end) next.push({ ...part, start: end });
    }
    next.push({ start, end, index });
    skyline = next;
    before.push([...beside]);
    lane.push(
      Math.max(0, ...[...beside].map((other) => (lane[other] ?? 0) + between(inOrder[other], piece))),
    );
  });
  return { lane, before };
}

/** The distance of the middles of two that stand side by side, in gaps. */
function between(a: Placeable | undefined, b: Placeable | undefined): number {
  return ((a?.wires ?? 1) + (b?.wires ?? 1)) / 2;
}

/** Undefined where they do not fit with that gap. */
function placesWith(
  inOrder: readonly Placeable[],
  { lane, before }: Lanes,
  gap: number,
): number[] | undefined {
  const apart = (one: number, two: number): number => between(inOrder[one], inOrder[two]) * gap;
  const half = ({ wires }: Placeable): number => ((wires - 1) / 2) * gap;
  const least: number[] = [];
  inOrder.forEach((piece, index) => {
    let from = piece.low + half(piece);
    for (const other of before[index] ?? []) from = Math.max(from, (least[other] ?? 0) + apart(other, index));
    least.push(from);
  });
  const most = inOrder.map((piece) => piece.high - half(piece));
  for (let index = inOrder.length - 1; index >= 0; index--) {
    if ((most[index] ?? 0) < (least[index] ?? 0) - 1e-9) return undefined;
    for (const other of before[index] ?? [])
      most[other] = Math.min(most[other] ?? 0, (most[index] ?? 0) - apart(other, index));
  }
  const wanted = nearestInOrder(inOrder, lane, gap);
  const places: number[] = [];
  inOrder.forEach((_, index) => {
    let from = least[index] ?? 0;
    for (const other of before[index] ?? [])
      from = Math.max(from, (places[other] ?? 0) + apart(other, index));
    places.push(clamp(wanted[index] ?? 0, from, Math.max(from, most[index] ?? from)));
  });
  return places;
}

/**
 * Where each would stand without bounds: at its place plus its lane, and where that breaks the order, all concerned around the
 * mean of their places (isotonic regression by pooling neighbours).
 */
function nearestInOrder(inOrder: readonly Placeable[], lane: readonly number[], gap: number): number[] {
  const byLane = inOrder.map((_, index) => index).sort((a, b) => (lane[a] ?? 0) - (lane[b] ?? 0) || a - b);
  const pools: { readonly sum: number; readonly count: number }[] = [];
  for (const index of byLane) {
    let pool = { sum: (inOrder[index]?.at ?? 0) - (lane[index] ?? 0) * gap, count: 1 };
    for (let last = pools.at(-1); last !== undefined; last = pools.at(-1)) {
      if (last.sum / last.count <= pool.sum / pool.count) break;
      pools.pop();
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
    }
    pools.push(pool);
  }
  const wanted: number[] = [];
  let number = 0;
  for (const { sum, count } of pools)
    for (let member = 0; member < count; member++) {
      const index = byLane[number++] ?? 0;
      wanted[index] = sum / count + (lane[index] ?? 0) * gap;
    }
  return wanted;
}
