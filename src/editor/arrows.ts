/**
 * The drawn arrows: each follows the hops that its traffic really takes, piece by piece from icon to icon, as far as it gets.
 */
import type { Catalog } from '../core/catalog/catalog';
import { referencesOf } from '../core/catalog/references';
import { hiddenIn, isCollapsed } from '../core/layout/collapsed';
import { cutAt, interrupted, lengthOf, longestPiece } from '../core/layout/polyline';
import type { Document, Flow, FlowId, Point, Resource, ResourceId } from '../core/model/document';
import type { Path, Trace } from '../core/network/trace';
import { compareOrder } from '../lib/order';
import { around, holds, type Rect } from '../lib/rect';
import { labelsFor } from './arrowLabels';
import { createRoutes, type Leg } from './arrowRoutes';
import type { Box, Boxes } from './boxes';
import { flowVerdict, type FlowVerdict } from './flowVerdict';
import { indexOf } from './rectIndex';
import type { Titles } from './titles';

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
  /** What is drawn of both: they leave out where they would cross the words of a title line. */
  readonly shown: { readonly reached: readonly Point[][]; readonly beyond: readonly Point[][] };
  /** Where it is stopped. */
  readonly cross: Point | null;
  /** The middle of the longest straight piece, or where there is more room for it. */
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
  readonly shown: readonly Point[][];
}

export interface Arrows {
  readonly flows: readonly Arrow[];
  readonly references: readonly ReferenceLine[];
}

type Traces = ReadonlyMap<FlowId, Trace>;

export function createArrows(
  catalog: Catalog,
): (document: Document, boxes: Boxes, traces: Traces, isMoving: boolean, titles: Titles) => Arrows {
  const route = createRoutes(catalog);
  let drawn = new Map<FlowId, { readonly key: readonly unknown[]; readonly arrow: Arrow }>();
  let labelled: Labelled = new Map();
  let last: { readonly of: readonly unknown[]; readonly arrows: Arrows } | undefined;

  return (document, boxes, traces, isMoving, titles) => {
    const of = [document, boxes, traces, isMoving, titles];
    if (last !== undefined && of.every((each, index) => each === last?.of[index])) return last.arrows;
    const hidden = hiddenIn(catalog, document.resources);
    const hopsOf = new Map<FlowId, readonly ResourceId[]>();
    const flows = [...document.flows.values()].sort(compareOrder);
    const legs: Leg[] = [];
    for (const flow of flows) {
      const hops = hopsFor(flow, boxes, hidden, traces.get(flow.id), catalog);
      hopsOf.set(flow.id, hops);
      for (let index = 1; index < hops.length; index++) {
        const [from, to] = [boxes.get(hops[index - 1] ?? ''), boxes.get(hops[index] ?? '')];
        if (from !== undefined && to !== undefined) legs.push({ key: `${flow.id} ${index}`, from, to });
      }
    }
    const lines = drawnReferences(catalog, document, boxes);
    for (const { id, from, to } of lines) legs.push({ key: id, from, to });

    const routes = route(legs, boxes, isMoving);

    const nowDrawn: typeof drawn = new Map();
    const arrows = flows.flatMap((flow): Arrow[] => {
      const hops = hopsOf.get(flow.id) ?? [];
      const trace = traces.get(flow.id);
      const pieces: Piece[] = [];
      for (let index = 1; index < hops.length; index++) {
        const points = routes.get(`${flow.id} ${index}`);
        const [from, to] = [hops[index - 1], hops[index]];
        if (points !== undefined && from !== undefined && to !== undefined) pieces.push({ from, to, points });
      }
      if (pieces.length === 0) return [];
      const stop = trace === undefined ? undefined : stoppedAt(trace);
      const stopBox = stop == null ? undefined : boxes.get(hidden.get(stop) ?? stop);
      const crossed = pieces.flatMap(({ points }) => titlesAt(titles, points));
      const where = crossed.map(({ x, y, w }) => `${x},${y},${w}`).join();
      const key = [flow, trace, stopBox, where, ...pieces.map(({ points }) => points)];
      const before = drawn.get(flow.id);
      const isSame =
        before?.key.length === key.length && before.key.every((each, index) => each === key[index]);
      const arrow = isSame ? before.arrow : arrowFor(flow, trace, pieces, stopBox, crossed, catalog);
      nowDrawn.set(flow.id, { key, arrow });
      return [arrow];
    });
    drawn = nowDrawn;
    labelled = isMoving
      ? new Map(arrows.map((arrow) => [arrow.id, labelledBefore(labelled, arrow)]))
      : withLabels(arrows, labelled, iconsIn(catalog, boxes), titles);
    const references = lines.map(({ id }) => {
      const points = routes.get(id) ?? [];
      return { id, points, shown: interrupted(points, titlesAt(titles, points), titleAir) };
    });
    const shownFlows = [...labelled.values()].map(({ shown }) => shown);
    last = { of, arrows: { flows: shownFlows, references } };
    return last.arrows;
  };
}

/** Each arrow as it was made, and with its label where there is room for it. */
type Labelled = ReadonlyMap<FlowId, { readonly made: Arrow; readonly shown: Arrow }>;

/** While something is dragged labels do not look for room. */
function labelledBefore(before: Labelled, made: Arrow): { readonly made: Arrow; readonly shown: Arrow } {
  const then = before.get(made.id);
  return then?.made === made ? then : { made, shown: made };
}

function withLabels(arrows: readonly Arrow[], before: Labelled, icons: Rect[], titles: Titles): Labelled {
  const iconsNear = indexOf(icons);
  const labels = labelsFor(arrows, (region) => [...iconsNear(region), ...titles.near(region)]);
  return new Map(
    arrows.map((made) => {
      const label = labels.get(made.id) ?? made.label;
      const then = before.get(made.id);
      const isSame = then?.made === made && then.shown.label.x === label.x && then.shown.label.y === label.y;
      return [made.id, isSame ? then : { made, shown: { ...made, label } }];
    }),
  );
}

/** Artwork with the name below, which labels had better not cover. */
function iconsIn(catalog: Catalog, boxes: Boxes): Rect[] {
  return [...boxes.values()].flatMap(({ x, y, w, resource }) =>
    catalog.kind(resource.kind).shape.as === 'icon' ? [{ x: x + w / 2 - 26, y: y - 2, w: 52, h: 68 }] : [],
  );
}

/** What a line keeps clear of a title's words, in px. */
const titleAir = 3;

/** The words and chips that a line may cross. */
function titlesAt(titles: Titles, points: readonly Point[]): readonly Rect[] {
  const rect = around(points.map(({ x, y }) => ({ x: x - 1, y: y - 1, w: 2, h: 2 })));
  return rect === undefined ? [] : titles.near(rect);
}

/**
 * The icons that the traffic passes, and the chips of collapsed containers; open ones are passed through, not stopped at. Behind a load balancer it goes on to a
 * target.
 */
function hopsFor(
  flow: Flow,
  boxes: Boxes,
  hidden: ReadonlyMap<ResourceId, ResourceId>,
  trace: Trace | undefined,
  catalog: Catalog,
): readonly ResourceId[] {
  const seen = (id: ResourceId): ResourceId => hidden.get(id) ?? id;
  const [from, to] = [seen(flow.from), seen(flow.to)];
  if (!boxes.has(from) || !boxes.has(to)) return [];
  const hops: ResourceId[] = [from];
  for (const { at, what, verdict } of trace?.forward.steps ?? []) {
    // A DNS server that is asked on the way to a name is no hop of the traffic, unless all ends there.
    if (what === 'name-resolution' && verdict !== 'drop') continue;
    const id = at === null ? '' : seen(at);
    const box = boxes.get(id);
    if (box === undefined || hops.at(-1) === id || id === from) continue;
    if (catalog.kind(box.resource.kind).shape.as === 'icon' || isCollapsed(catalog, box.resource))
      hops.push(id);
  }
  return hops.includes(to) ? hops : [...hops, to];
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
  titles: readonly Rect[],
  catalog: Catalog,
): Arrow {
  const verdict = flowVerdict(trace);
  const all = pieces.map(({ points }) => points);
  const straight = all.map(longestPiece);
  const label = straight.reduce((best, piece) => (piece.length > best.length ? piece : best)).middle;
  const whole = { id: flow.id, flow, verdict, pieces, label };
  const shown = (lines: readonly (readonly Point[])[]): Point[][] =>
    lines.flatMap((points) => interrupted(points, titles, titleAir));
  if (verdict !== 'blocked')
    return { ...whole, reached: all, beyond: [], shown: { reached: shown(all), beyond: [] }, cross: null };
  const [index, distance] = stopOn(pieces, stop, catalog);
  const [before, after] = cutAt(all[index] ?? [], distance);
  const reached = [...all.slice(0, index), before];
  const beyond = [after, ...all.slice(index + 1)];
  return {
    ...whole,
    reached,
    beyond,
    shown: { reached: shown(reached), beyond: shown(beyond) },
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
  if (catalog.kind(stop.resource.kind).shape.as !== 'container' || isCollapsed(catalog, stop.resource)) {
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
  const hidden = hiddenIn(catalog, document.resources);
  const between = new Set<string>();
  const draw = (resource: Resource, from: Box): void => {
    for (const { to, drawn, field } of referencesOf(catalog, resource)) {
      const end = drawn ? boxes.get(hidden.get(to) ?? to) : undefined;
      if (end === undefined || end === from || !document.resources.has(to)) continue;
      // Of what a chip hides, one line stands for all that go to the same place.
      const chips = hidden.has(resource.id) || hidden.has(to);
      const key = `${from.resource.id} ${end.resource.id}`;
      if (chips && between.has(key)) continue;
      if (chips) between.add(key);
      lines.push({ id: `${resource.id} ${field} ${to}`, from, to: end });
    }
  };
  for (const from of boxes.values()) draw(from.resource, from);
  for (const [id, chip] of hidden) {
    const [resource, from] = [document.resources.get(id), boxes.get(chip)];
    if (resource !== undefined && from !== undefined) draw(resource, from);
  }
  return lines;
}
