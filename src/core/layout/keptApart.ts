/** Puts siblings apart that overlap or nearly do: as few as can be, as little as can be, and in their order. */
import { centreOf, grown, overlaps, type Point, type Rect } from '../../lib/rect';
import type { ResourceId } from '../model/document';

export interface Piece {
  readonly id: ResourceId;
  /** Where it stood, and where it stands now. */
  readonly was: Rect;
  readonly rect: Rect;
  readonly isBox: boolean;
  readonly isFixed: boolean;
}

export interface Room {
  /** Nothing may stand left of or above that; undefined on the bare canvas. */
  readonly least: Point | undefined;
  /** What else takes room: gateways on the border, with their labels. */
  readonly taken: readonly Rect[];
}

/** The least gap between two icons, and of a box to anything, in px. */
const iconGap = 8;
const boxGap = 16;
/** What it costs to change sides with a neighbour, in px of distance. */
const turnedCost = 2000;

export function gapOf(a: Pick<Piece, 'isBox'>, b: Pick<Piece, 'isBox'>): number {
  return a.isBox || b.isBox ? boxGap : iconGap;
}

export function areApart(a: Piece, b: Piece): boolean {
  return !overlaps(grown(a.rect, gapOf(a, b) - 0.5), b.rect);
}

/** Whether a piece stands where it may, among others. */
export function standsFree(piece: Piece, others: Iterable<Piece>, { least, taken }: Room): boolean {
  const { x, y } = piece.rect;
  if (least !== undefined && (x < least.x || y < least.y)) return false;
  if (taken.some((rect) => overlaps(rect, piece.rect))) return false;
  for (const other of others) if (other.id !== piece.id && !areApart(piece, other)) return false;
  return true;
}

/** In the order they were given; the fixed ones stay, whatever they overlap. */
export function keptApart(pieces: readonly Piece[], room: Room): Piece[] {
  const placed = new Map<ResourceId, Piece>();
  const rest: Piece[] = [];
  for (const piece of pieces)
    if (piece.isFixed || standsFree(piece, pieces, room)) placed.set(piece.id, piece);
    else rest.push(piece);
  rest.sort((a, b) => a.was.x + a.was.y - b.was.x - b.was.y || a.was.x - b.was.x || (a.id < b.id ? -1 : 1));
  for (const piece of rest) placed.set(piece.id, nearestFree(piece, [...placed.values()], room));
  return pieces.map((piece) => placed.get(piece.id) ?? piece);
}

/** At the nearest place that is free and keeps it on its side of the others. */
function nearestFree(piece: Piece, placed: readonly Piece[], room: Room): Piece {
  const { x, y, w, h } = piece.rect;
  const start = {
    x: room.least === undefined ? x : Math.max(x, room.least.x),
    y: room.least === undefined ? y : Math.max(y, room.least.y),
  };
  const xs = new Set([start.x]);
  const ys = new Set([start.y]);
  const beside = (rect: Rect, gap: number): void => {
    xs.add(rect.x - gap - w).add(rect.x + rect.w + gap);
    ys.add(rect.y - gap - h).add(rect.y + rect.h + gap);
  };
  for (const other of placed) beside(other.rect, gapOf(piece, other));
  for (const rect of room.taken) beside(rect, 0);
  let best: Piece | undefined;
  let bestCost = Infinity;
  for (const toX of xs)
    for (const toY of ys) {
      const distance = Math.abs(toX - x) + Math.abs(toY - y);
      if (distance >= bestCost) continue;
      const there = { ...piece, rect: { x: toX, y: toY, w, h } };
      if (!standsFree(there, placed, room)) continue;
      const cost = distance + turnedCost * placed.filter((other) => haveTurned(there, other)).length;
      if (cost < bestCost) [best, bestCost] = [there, cost];
    }
  // Right of everything there always is room, and that is among the places above.
  return best ?? piece;
}

/** Whether two that stood clearly beside or above one another stand the other way round. */
export function haveTurned(a: Piece, b: Piece): boolean {
  const [wasA, wasB, isA, isB] = [a.was, b.was, a.rect, b.rect].map(centreOf);
  if (wasA === undefined || wasB === undefined || isA === undefined || isB === undefined) return false;
  const turned = (was: number, is: number): boolean => Math.abs(was) > 1 && was * is < 0;
  const isBeside = Math.abs(wasA.x - wasB.x) >= Math.abs(wasA.y - wasB.y);
  return isBeside ? turned(wasA.x - wasB.x, isA.x - isB.x) : turned(wasA.y - wasB.y, isA.y - isB.y);
}
