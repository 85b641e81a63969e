/** Brings siblings into line that nearly are: left sides and tops of boxes, middles and tops of icons. */
import type { Point } from '../../lib/rect';
import { haveTurned, standsFree, type Piece, type Room } from './keptApart';

/** So near to a line something is meant to stand on it, in px. */
const tolerance = 12;

/**
 * Line by line, where nothing comes too near to anything else by it. Each step takes one line away, so that there is an
 * end, and at the end no step is left: a second time nothing moves.
 */
export function inLine(pieces: readonly Piece[], room: Room): Piece[] {
  let now = [...pieces];
  for (let step = nextStep(now, room); step !== undefined; step = nextStep(now, room)) now = step;
  return now;
}

function nextStep(pieces: readonly Piece[], room: Room): Piece[] | undefined {
  for (const axis of ['x', 'y'] as const)
    for (const isBox of [true, false]) {
      const lines = linesOf(pieces, axis, isBox);
      for (const [index, line] of lines.entries()) {
        const next = lines[index + 1];
        if (next === undefined || next.at - line.at > tolerance) continue;
        const [fewer, more] = line.members.length <= next.members.length ? [line, next] : [next, line];
        for (const [from, to] of [
          [fewer, more],
          [more, fewer],
        ] as const) {
          const moved = movedTo(pieces, from, to.at - from.at, axis, room);
          if (moved !== undefined) return moved;
        }
      }
    }
  return undefined;
}

interface Line {
  readonly at: number;
  readonly members: Piece[];
}

function linesOf(pieces: readonly Piece[], axis: keyof Point, isBox: boolean): Line[] {
  const byPlace = new Map<number, Piece[]>();
  for (const piece of pieces) {
    if (piece.isBox !== isBox) continue;
    const { x, y, w } = piece.rect;
    const at = axis === 'y' ? y : isBox ? x : x + w / 2;
    const found = byPlace.get(at);
    if (found === undefined) byPlace.set(at, [piece]);
    else found.push(piece);
  }
  return [...byPlace].map(([at, members]) => ({ at, members })).sort((a, b) => a.at - b.at);
}

/** Undefined where one of the line is fixed, or would stand in the way there. */
function movedTo(
  pieces: readonly Piece[],
  { members }: Line,
  by: number,
  axis: keyof Point,
  room: Room,
): Piece[] | undefined {
  if (members.some(({ isFixed }) => isFixed)) return undefined;
  const ids = new Set(members.map(({ id }) => id));
  const moved = pieces.map((piece) =>
    ids.has(piece.id) ? { ...piece, rect: { ...piece.rect, [axis]: piece.rect[axis] + by } } : piece,
  );
  const fits = moved.every(
    (piece) =>
      !ids.has(piece.id) ||
      (standsFree(piece, moved, room) && !moved.some((other) => haveTurned(piece, other))),
  );
  return fits ? moved : undefined;
}
