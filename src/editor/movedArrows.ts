/**
 * The arrows while resources are dragged or resized: those between resting ends stay the very same objects, those whose ends
 * move together are shifted, and the others are stretched. Nothing is routed until it is let go, so that a step of a drag costs
 * as little in a large diagram as in a small one.
 */
import type { Catalog } from '../core/catalog/catalog';
import { rememberedReferences } from '../core/catalog/references';
import { lengthOf, longestPiece } from '../core/layout/polyline';
import type { Document, FlowId, Point, ResourceId } from '../core/model/document';
import type { Arrow, Arrows, ReferenceLine } from '../core/drawing/arrows';
import type { Boxes } from '../core/drawing/boxes';
import { clamp, isSameRect, type Rect } from '../lib/rect';

/** By how much a place on a resource has moved with it; the very same object for all that rest. */
type ShiftOf = (id: ResourceId, at: Point | undefined) => Point;

const still: Point = { x: 0, y: 0 };

/** What becomes of the arrows and the drawn references while things are dragged or resized. Those that are not here rest. */
export interface Following {
  /** Those that go along as they are, with one of the things that each goes with; the same maps at each step. */
  readonly carried: { readonly flows: Carried; readonly references: Carried };
  /** Those that change their form, as they are now. */
  readonly flows: ReadonlyMap<FlowId, Arrow>;
  readonly references: ReadonlyMap<string, ReferenceLine>;
}

type Carried = ReadonlyMap<string, ResourceId>;

/** What is dragged or resized, and from where to where. */
export interface Movement {
  /** All of it, the same set at each step. */
  readonly moved: ReadonlySet<ResourceId>;
  /** Whether all of it goes by the same. */
  readonly isTogether: boolean;
  readonly standing: Boxes;
  readonly boxes: Boxes;
}

export interface MovedArrows {
  /** The very same object as long as nothing that changes its form has changed. */
  following(document: Document, arrows: Arrows, movement: Movement): Following;
  /** All arrows as they are now: what rests is the very same object. */
  moved(document: Document, arrows: Arrows, movement: Movement): Arrows;
}

export function createMovedArrows(catalog: Catalog): MovedArrows {
  let ends: { readonly of: Document['resources']; readonly byLine: Ends } | undefined;
  let touched: (Touched & { readonly of: readonly unknown[] }) | undefined;
  let last: { readonly of: readonly unknown[]; readonly following: Following } | undefined;
  const endsIn = (document: Document): Ends => {
    if (ends?.of !== document.resources)
      ends = { of: document.resources, byLine: referenceEnds(catalog, document) };
    return ends.byLine;
  };
  const following = (document: Document, arrows: Arrows, movement: Movement): Following => {
    const { moved, isTogether, standing, boxes } = movement;
    const of = [document, arrows, moved, isTogether, standing, boxes];
    if (last !== undefined && isSameList(of, last.of)) return last.following;
    const byLine = endsIn(document);
    const known = [document.resources, arrows, moved, isTogether];
    if (touched === undefined || !isSameList(known, touched.of))
      touched = { of: known, ...touchedBy(movement, arrows, byLine) };
    const shiftOf = shiftsOf(movement);
    const { flows, references, carried } = touched;
    const isOnlyCarried = flows.length + references.length === 0;
    const now =
      isOnlyCarried && last?.following.carried === carried
        ? last.following
        : {
            carried,
            flows: new Map(flows.map((arrow) => [arrow.id, movedArrow(arrow, shiftOf)])),
            references: new Map(references.map((line) => [line.id, movedReference(line, byLine, shiftOf)])),
          };
    last = { of, following: now };
    return now;
  };
  return {
    following,
    moved(document, arrows, movement) {
      const { carried, flows, references } = following(document, arrows, movement);
      const shiftOf = shiftsOf(movement);
      const byLine = endsIn(document);
      return {
        ...arrows,
        flows: arrows.flows.map((arrow) => {
          const goesWith = carried.flows.get(arrow.id);
          if (goesWith !== undefined) return shiftedArrow(arrow, shiftOf(goesWith, undefined));
          return flows.get(arrow.id) ?? arrow;
        }),
        references: arrows.references.map((line) =>
          carried.references.has(line.id)
            ? movedReference(line, byLine, shiftOf)
            : (references.get(line.id) ?? line),
        ),
      };
    },
  };
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.every((each, index) => each === b[index]);
}

function shiftsOf({ standing, boxes }: Movement): ShiftOf {
  return (id, at) => {
    const [then, now] = [standing.get(id), boxes.get(id)];
    if (then === undefined || now === undefined || isSameRect(then, now)) return still;
    const isResized = then.w !== now.w || then.h !== now.h;
    if (isResized && at !== undefined) return minus(placeOn(now, then, at), at);
    return minus(now, then);
  };
}

/** Those with an end that is dragged: what goes along as it is, and what is stretched. */
interface Touched {
  readonly carried: Following['carried'];
  readonly flows: readonly Arrow[];
  readonly references: readonly ReferenceLine[];
}

function touchedBy({ moved, isTogether }: Movement, { flows, references }: Arrows, ends: Ends): Touched {
  const carried = { flows: new Map<string, ResourceId>(), references: new Map<string, ResourceId>() };
  const touchedFlows = flows.filter((arrow) => {
    const all = arrow.pieces.flatMap(({ from, to }) => [from, to]);
    const [first] = all;
    if (!all.some((id) => moved.has(id))) return false;
    if (!isTogether || first === undefined || !all.every((id) => moved.has(id))) return true;
    carried.flows.set(arrow.id, first);
    return false;
  });
  const touchedReferences = references.filter(({ id }) => {
    const found = ends.get(id);
    if (found === undefined || !(moved.has(found.from) || moved.has(found.to))) return false;
    if (!isTogether || !moved.has(found.from) || !moved.has(found.to)) return true;
    carried.references.set(id, found.from);
    return false;
  });
  return { carried, flows: touchedFlows, references: touchedReferences };
}

function movedArrow(arrow: Arrow, shiftOf: ShiftOf): Arrow {
  const shifts = arrow.pieces.map(
    ({ from, to, points }) => [shiftOf(from, points[0]), shiftOf(to, points.at(-1))] as const,
  );
  const all = shifts.flat();
  if (all.every((shift) => shift === still)) return arrow;
  const [first = still] = all;
  if (all.every((shift) => isSame(shift, first))) return shiftedArrow(arrow, first);

  const pieces = arrow.pieces.map((piece, index) => {
    const [from, to] = shifts[index] ?? [still, still];
    return { ...piece, points: stretched(piece.points, from, to) };
  });
  const lines = pieces.map(({ points }) => points);
  const straight = lines.map(longestPiece);
  const label = straight.reduce((best, piece) => (piece.length > best.length ? piece : best)).middle;
  const { reached, beyond, cross } = arrow;
  const [before, after] = [reached.at(-1), beyond[0]];
  if (cross === null || before === undefined || after === undefined)
    return {
      ...arrow,
      pieces,
      label,
      reached: lines,
      beyond: [],
      shown: { reached: uncut(lines), beyond: [] },
    };

  // The cross goes with the end that it is nearer to.
  const cutPiece = reached.length - 1;
  const [from, to] = shifts[cutPiece] ?? [still, still];
  const atCut = lengthOf(before) <= lengthOf(after) ? from : to;
  const nowReached = [...lines.slice(0, cutPiece), stretched(before, from, atCut)];
  const nowBeyond = [stretched(after, atCut, to), ...lines.slice(cutPiece + 1)];
  return {
    ...arrow,
    pieces,
    label,
    reached: nowReached,
    beyond: nowBeyond,
    shown: { reached: uncut(nowReached), beyond: uncut(nowBeyond) },
    cross: plus(cross, atCut),
  };
}

/** Lines are not interrupted at titles while they are stretched. */
function uncut(lines: readonly (readonly Point[])[]): Point[][] {
  return lines.map((points) => [...points]);
}

export function shiftedArrow(arrow: Arrow, by: Point): Arrow {
  const lines = (given: readonly (readonly Point[])[]): Point[][] =>
    given.map((points) => points.map((point) => plus(point, by)));
  const { pieces, reached, beyond, shown, cross, label } = arrow;
  return {
    ...arrow,
    pieces: pieces.map((piece) => ({ ...piece, points: piece.points.map((point) => plus(point, by)) })),
    reached: lines(reached),
    beyond: lines(beyond),
    shown: { reached: lines(shown.reached), beyond: lines(shown.beyond) },
    cross: cross === null ? null : plus(cross, by),
    label: plus(label, by),
  };
}

function movedReference(line: ReferenceLine, ends: Ends, shiftOf: ShiftOf): ReferenceLine {
  const found = ends.get(line.id);
  if (found === undefined) return line;
  const [from, to] = [shiftOf(found.from, line.points[0]), shiftOf(found.to, line.points.at(-1))];
  if (from === still && to === still) return line;
  const points = stretched(line.points, from, to);
  return { ...line, points, shown: [[...points]] };
}

/**
 * A line whose ends move apart, with its corners where they were as far as that goes: a piece beside an end moves with that,
 * across its own direction.
 */
export function stretched(points: readonly Point[], from: Point, to: Point): readonly Point[] {
  if (isSame(from, to)) return points.map((point) => plus(point, from));
  const [first, second] = points;
  const [beforeLast, last] = [points.at(-2), points.at(-1)];
  if (first === undefined || second === undefined || beforeLast === undefined || last === undefined)
    return points;
  const [start, end] = [plus(first, from), plus(last, to)];
  const isLevel = first.y === second.y;
  if (points.length === 2) {
    if (start.x === end.x || start.y === end.y) return [start, end];
    const [x, y] = [(start.x + end.x) / 2, (start.y + end.y) / 2];
    return isLevel
      ? [start, { x, y: start.y }, { x, y: end.y }, end]
      : [start, { x: start.x, y }, { x: end.x, y }, end];
  }
  if (points.length === 3) return [start, isLevel ? { x: end.x, y: start.y } : { x: start.x, y: end.y }, end];
  const endsLevel = beforeLast.y === last.y;
  return [
    start,
    isLevel ? { x: second.x, y: start.y } : { x: start.x, y: second.y },
    ...points.slice(2, -2),
    endsLevel ? { x: beforeLast.x, y: end.y } : { x: end.x, y: beforeLast.y },
    end,
  ];
}

/** Where a place on the border is when that is resized: on the same side, and no further than this goes. */
function placeOn(now: Rect, then: Rect, { x, y }: Point): Point {
  const along = (at: number, [start, length]: Stretch, [from, size]: Stretch): number =>
    at === start ? from : at === start + length ? from + size : clamp(at, from, from + size);
  return { x: along(x, [then.x, then.w], [now.x, now.w]), y: along(y, [then.y, then.h], [now.y, now.h]) };
}

type Stretch = readonly [start: number, length: number];

function plus(a: Point, b: Point): Point {
  return { x: a.x + b.x, y: a.y + b.y };
}

function minus(a: Point, b: Point): Point {
  return { x: a.x - b.x, y: a.y - b.y };
}

function isSame(a: Point, b: Point): boolean {
  return a.x === b.x && a.y === b.y;
}

/** What a drawn reference goes between, by the id of its line. */
type Ends = ReadonlyMap<string, { readonly from: ResourceId; readonly to: ResourceId }>;

function referenceEnds(catalog: Catalog, { resources }: Document): Ends {
  const ends = new Map<string, { from: ResourceId; to: ResourceId }>();
  for (const resource of resources.values())
    for (const { to, drawn, field } of rememberedReferences(catalog, resource))
      if (drawn) ends.set(`${resource.id} ${field} ${to}`, { from: resource.id, to });
  return ends;
}
