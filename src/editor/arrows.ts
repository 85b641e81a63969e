/**
 * The drawn arrows: each follows the hops that its traffic really takes, piece by piece from icon to icon. A piece is routed
 * again only when what it depends on has moved.
 */
import type { Catalog } from '../core/catalog/catalog';
import { referencesOf } from '../core/catalog/references';
import { cutAt, lengthOf, longestPiece } from '../core/layout/polyline';
import { routeArrow } from '../core/layout/route';
import type { Document, Flow, FlowId, Point, ResourceId } from '../core/model/document';
import type { Path, Trace } from '../core/network/trace';
import { compareOrder } from '../lib/order';
import { centreOf, grown, holds, overlaps, type Rect } from '../lib/rect';
import type { Box, Boxes } from './boxes';
import { flowVerdict, type FlowVerdict } from './flowVerdict';

export interface Arrow {
  readonly id: FlowId;
  readonly flow: Flow;
  readonly verdict: FlowVerdict;
  /** From icon to icon; what was solid and what is only wanted together. */
  readonly pieces: readonly Piece[];
  /** As far as the traffic gets. */
  readonly reached: readonly (readonly Point[])[];
  /** Where it would go on if nothing stopped it. */
  readonly beyond: readonly (readonly Point[])[];
  /** Where it is stopped. */
  readonly cross: Point | null;
  /** The middle of the longest straight piece. */
  readonly label: Point;
}

export interface Piece {
  readonly from: ResourceId;
  readonly to: ResourceId;
  readonly points: readonly Point[];
}

/** A reference that its field wants drawn. */
export interface ReferenceLine {
  readonly id: string;
  readonly points: readonly Point[];
}

export interface Arrows {
  readonly flows: readonly Arrow[];
  readonly references: readonly ReferenceLine[];
}

type Traces = ReadonlyMap<FlowId, Trace>;

export function createArrows(
  catalog: Catalog,
): (document: Document, boxes: Boxes, traces: Traces, isMoving: boolean) => Arrows {
  let routes = new Map<string, { readonly key: string; readonly points: readonly Point[] }>();
  let drawn = new Map<FlowId, { readonly key: readonly unknown[]; readonly arrow: Arrow }>();
  let last: { readonly of: readonly unknown[]; readonly arrows: Arrows } | undefined;

  return (document, boxes, traces, isMoving) => {
    const of = [document, boxes, traces, isMoving];
    if (last !== undefined && of.every((each, index) => each === last?.of[index])) return last.arrows;
    const hopsOf = new Map<FlowId, readonly ResourceId[]>();
    const flows = [...document.flows.values()].sort(compareOrder);
    const legs: Leg[] = [];
    for (const flow of flows) {
      const hops = hopsFor(flow, boxes, traces.get(flow.id), catalog);
      hopsOf.set(flow.id, hops);
      for (let index = 1; index < hops.length; index++) {
        const [from, to] = [boxes.get(hops[index - 1] ?? ''), boxes.get(hops[index] ?? '')];
        if (from !== undefined && to !== undefined) legs.push({ key: `${flow.id} ${index}`, from, to });
      }
    }
    const lines = drawnReferences(catalog, document, boxes);
    for (const { id, from, to } of lines) legs.push({ key: id, from, to });

    const next: typeof routes = new Map();
    const surroundings = surroundingsOf(catalog, boxes);
    for (const [leg, lanes] of lanesOf(legs)) {
      const from = visibleRect(leg.from);
      const to = visibleRect(leg.to);
      const before = routes.get(leg.key);
      const ends = `${rectKey(from)} ${rectKey(to)} ${lanes.from} ${lanes.to}`;
      // While something is dragged, lines do not yet make way for it; they do when it is let go.
      if (isMoving && before?.key.startsWith(ends)) {
        next.set(leg.key, before);
        continue;
      }
      const { obstacles, titles } = surroundings(leg, from, to);
      const key = `${ends}|${obstacles.map(rectKey).join()}|${titles.map(rectKey).join()}`;
      const points =
        before?.key === key
          ? before.points
          : routeArrow({
              from,
              to,
              obstacles,
              titles,
              fromLane: { x: lanes.from, y: lanes.from },
              toLane: { x: lanes.to, y: lanes.to },
            });
      next.set(leg.key, before?.key === key ? before : { key, points });
    }
    routes = next;

    const nowDrawn: typeof drawn = new Map();
    const arrows = flows.flatMap((flow): Arrow[] => {
      const hops = hopsOf.get(flow.id) ?? [];
      const trace = traces.get(flow.id);
      const pieces: Piece[] = [];
      for (let index = 1; index < hops.length; index++) {
        const points = routes.get(`${flow.id} ${index}`)?.points;
        const [from, to] = [hops[index - 1], hops[index]];
        if (points !== undefined && from !== undefined && to !== undefined) pieces.push({ from, to, points });
      }
      if (pieces.length === 0) return [];
      const stop = trace === undefined ? undefined : stoppedAt(trace);
      const stopBox = stop == null ? undefined : boxes.get(stop);
      const key = [flow, trace, stopBox, ...pieces.map(({ points }) => points)];
      const before = drawn.get(flow.id);
      const isSame =
        before?.key.length === key.length && before.key.every((each, index) => each === key[index]);
      const arrow = isSame ? before.arrow : arrowFor(flow, trace, pieces, stopBox, catalog);
      nowDrawn.set(flow.id, { key, arrow });
      return [arrow];
    });
    drawn = nowDrawn;
    const references = lines.map(({ id }) => ({ id, points: routes.get(id)?.points ?? [] }));
    last = { of, arrows: { flows: arrows, references } };
    return last.arrows;
  };
}

interface Leg {
  readonly key: string;
  readonly from: Box;
  readonly to: Box;
}

/** The icons that the traffic passes; containers are passed through, not stopped at. */
function hopsFor(
  flow: Flow,
  boxes: Boxes,
  trace: Trace | undefined,
  catalog: Catalog,
): readonly ResourceId[] {
  if (!boxes.has(flow.from) || !boxes.has(flow.to)) return [];
  const hops: ResourceId[] = [flow.from];
  for (const { at } of trace?.forward.steps ?? []) {
    const box = at === null ? undefined : boxes.get(at);
    if (box === undefined || at === null || hops.at(-1) === at || at === flow.to) continue;
    if (catalog.kind(box.resource.kind).shape.as === 'icon' && at !== flow.from) hops.push(at);
  }
  return [...hops, flow.to];
}

/** Where the forward direction is stopped; undefined where it is not. */
function stoppedAt(trace: Trace): ResourceId | null | undefined {
  if (flowVerdict(trace) !== 'blocked') return undefined;
  return trace.blockedBy.find(({ direction }) => direction === 'forward')?.at ?? lastStop(trace.forward);
}

function lastStop({ steps }: Path): ResourceId | null {
  return steps.at(-1)?.at ?? null;
}

function arrowFor(
  flow: Flow,
  trace: Trace | undefined,
  pieces: readonly Piece[],
  stop: Box | undefined,
  catalog: Catalog,
): Arrow {
  const verdict = flowVerdict(trace);
  const all = pieces.map(({ points }) => points);
  const straight = all.map(longestPiece);
  const label = straight.reduce((best, piece) => (piece.length > best.length ? piece : best)).middle;
  const whole = { id: flow.id, flow, verdict, pieces, label };
  if (verdict !== 'blocked') return { ...whole, reached: all, beyond: [], cross: null };
  const [index, distance] = stopOn(pieces, stop, catalog);
  const [before, after] = cutAt(all[index] ?? [], distance);
  return {
    ...whole,
    reached: [...all.slice(0, index), before],
    beyond: [after, ...all.slice(index + 1)],
    cross: after[0] ?? null,
  };
}

/** How far a cross stands from the icon that stops the traffic, in px. */
const crossDistance = 18;

/** The piece on which the traffic is stopped, and how far along it. */
function stopOn(
  pieces: readonly Piece[],
  stop: Box | undefined,
  catalog: Catalog,
): readonly [number, number] {
  const last = pieces.length - 1;
  // Hops are only those that were reached, and the wanted end: the last piece is the one that is not gone to its end.
  const length = lengthOf(pieces[last]?.points ?? []);
  const near = Math.min(crossDistance, length / 2);
  if (stop === undefined) return [last, near];
  const id = stop.resource.id;
  if (catalog.kind(stop.resource.kind).shape.as !== 'container') {
    if (id === pieces[last]?.to) return [last, length - near];
    const leaving = pieces.findIndex(({ from }) => from === id);
    return [leaving < 0 ? last : leaving, near];
  }
  // Stopped by a subnet: at the border where the line leaves it or comes into it.
  const { points } = pieces[last] ?? { points: [] };
  const startsInside = points[0] !== undefined && holds(stop, points[0]);
  const endsInside = points.at(-1) !== undefined && holds(stop, points.at(-1) ?? points[0] ?? { x: 0, y: 0 });
  if (startsInside === endsInside) return [last, near];
  return [last, Math.max(near, Math.min(length - near, borderAlong(points, stop)))];
}

/** How far along the line it crosses a rectangle's border first. */
function borderAlong(points: readonly Point[], rect: Rect): number {
  let gone = 0;
  for (let index = 1; index < points.length; index++) {
    const [a, b] = [points[index - 1], points[index]];
    if (a === undefined || b === undefined) continue;
    if (holds(rect, a) !== holds(rect, b)) {
      const [from, to] = a.x === b.x ? [a.y, b.y] : [a.x, b.x];
      const borders = a.x === b.x ? [rect.y, rect.y + rect.h] : [rect.x, rect.x + rect.w];
      const at = borders.find((border) => (border - from) * (border - to) <= 0) ?? from;
      return gone + Math.abs(at - from);
    }
    gone += Math.abs(b.x - a.x) + Math.abs(b.y - a.y);
  }
  return gone;
}

function drawnReferences(
  catalog: Catalog,
  document: Document,
  boxes: Boxes,
): readonly { readonly id: string; readonly from: Box; readonly to: Box }[] {
  const lines: { id: string; from: Box; to: Box }[] = [];
  for (const [id, from] of boxes)
    for (const { to, drawn, field } of referencesOf(catalog, from.resource)) {
      const end = drawn ? boxes.get(to) : undefined;
      if (end !== undefined && document.resources.has(to))
        lines.push({ id: `${id} ${field} ${to}`, from, to: end });
    }
  return lines;
}

/**
 * Lines that leave one icon on one side stand beside one another, in the order of where they go. Distances in px from the
 * middle of the side.
 */
function lanesOf(legs: readonly Leg[]): Map<Leg, { readonly from: number; readonly to: number }> {
  const ends = new Map<string, { readonly leg: Leg; readonly across: number; readonly isStart: boolean }[]>();
  const note = (box: Box, other: Box, leg: Leg, isStart: boolean): void => {
    const [a, b] = [centreOf(box), centreOf(other)];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    // The router chooses the side; this guess is right often enough to keep neighbours apart.
    const isUpright = Math.abs(dy) * 2 >= Math.abs(dx);
    const key = `${box.resource.id} ${isUpright ? Math.sign(dy) : Math.sign(dx) * 2}`;
    const entry = { leg, across: isUpright ? dx : dy, isStart };
    const list = ends.get(key);
    if (list === undefined) ends.set(key, [entry]);
    else list.push(entry);
  };
  for (const leg of legs) {
    note(leg.from, leg.to, leg, true);
    note(leg.to, leg.from, leg, false);
  }
  const lanes = new Map<Leg, { from: number; to: number }>(legs.map((leg) => [leg, { from: 0, to: 0 }]));
  for (const list of ends.values()) {
    if (list.length < 2) continue;
    const gap = Math.min(12, 44 / list.length);
    list.sort((a, b) => a.across - b.across || (a.leg.key < b.leg.key ? -1 : 1));
    list.forEach(({ leg, isStart }, index) => {
      const lane = lanes.get(leg);
      if (lane !== undefined) lane[isStart ? 'from' : 'to'] = (index - (list.length - 1) / 2) * gap;
    });
  }
  return lanes;
}

/** Half the width of an icon's plate with a little air, and its height with its label, in px. */
const plate = 28;
const labelWidth = 108;

/** What is seen of an icon: the plate and its label. Other boxes as they are. */
function visibleRect({ x, y, w, h, resource }: Box): Rect {
  if (h > 96) return { x, y, w, h };
  const lines = Math.min(2, Math.ceil((resource.name.length * 6.5) / labelWidth));
  return { x: x + w / 2 - plate, y: y - 3, w: 2 * plate, h: 54 + 15 * Math.max(1, lines) };
}

/** About as wide as a container's icon, name and CIDR block are. */
function titleWidth({ resource }: Box): number {
  return 140 + resource.name.length * 7;
}

/** What a line from here to there has to mind. */
function surroundingsOf(
  catalog: Catalog,
  boxes: Boxes,
): (
  leg: Leg,
  from: Rect,
  to: Rect,
) => { readonly obstacles: readonly Rect[]; readonly titles: readonly Rect[] } {
  const icons: Rect[] = [];
  const titles: Rect[] = [];
  for (const box of boxes.values()) {
    const { as } = catalog.kind(box.resource.kind).shape;
    if (as === 'container')
      titles.push({ x: box.x, y: box.y + 2, w: Math.min(box.w, titleWidth(box)), h: 22 });
    else icons.push(visibleRect(box));
  }
  return (_leg, from, to) => {
    const left = Math.min(from.x, to.x);
    const top = Math.min(from.y, to.y);
    const region = grown(
      {
        x: left,
        y: top,
        w: Math.max(from.x + from.w, to.x + to.w) - left,
        h: Math.max(from.y + from.h, to.y + to.h) - top,
      },
      96,
    );
    return {
      obstacles: icons.filter((rect) => overlaps(rect, region)),
      titles: titles.filter((rect) => overlaps(rect, region)),
    };
  };
}

function rectKey({ x, y, w, h }: Rect): string {
  return `${x},${y},${w},${h}`;
}
