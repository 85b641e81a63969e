/**
 * The drawn arrows: each follows the hops that its traffic really takes, piece by piece from icon to icon, as far as it gets.
 */
import type { Catalog } from '../catalog/catalog';
import { hiddenIn } from '../layout/collapsed';
import { interrupted } from '../layout/polyline';
import type { Document, Flow, FlowId, Point, ResourceId } from '../model/document';
import { pieceKey } from '../model/pieces';
import type { Trace } from '../network/trace';
import { compareOrder } from '../../lib/order';
import { between, grown, type Rect } from '../../lib/rect';
import { arrowFor, titleAir } from './arrowDrawing';
import { hopsFor, stoppedAt } from './arrowHops';
import { createLabels } from './arrowLabels';
import { createRoutes, type Leg } from './arrowRoutes';
import { bendsBetween } from './bends';
import type { Box, Boxes } from './boxes';
import type { FlowVerdict } from '../network/flowVerdict';
import { labelledBefore, withLabels, type Labelled } from './labelled';
import { createReferenceLines } from './referenceLines';
import type { RouteOffice } from './routesElsewhere';
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
  /** Whether the label covers nothing there; if not, it is shown only when the arrow is pointed at or selected. */
  readonly labelFits: boolean;
}

/** From one hop to the next. */
export interface Piece {
  readonly from: ResourceId;
  readonly to: ResourceId;
  /** The user's bend points on it. */
  readonly bends: readonly Point[];
  readonly points: readonly Point[];
}

/** A reference that its field wants drawn. */
export interface ReferenceLine {
  readonly id: string;
  readonly from: ResourceId;
  readonly to: ResourceId;
  readonly points: readonly Point[];
  readonly shown: readonly Point[][];
}

export interface Arrows {
  readonly flows: readonly Arrow[];
  readonly references: readonly ReferenceLine[];
  /** How many lines are makeshift ones until they are routed with care. */
  readonly waiting: number;
}

type Traces = ReadonlyMap<FlowId, Trace>;

export interface ArrowMaker {
  /**
   * Of a large diagram that has just been opened there are none yet, and with new verdicts those of before, until `work` has
   * made them.
   */
  arrows(document: Document, boxes: Boxes, traces: Traces, isMoving: boolean, titles: Titles): Arrows;
  /** Makes those, and routes of the lines that wait, until it is enough; `arrows` has them the next time. */
  work(isEnough: () => boolean): void;
  /**
   * One of those last given with other bends on one of its pieces, while no other makes way for it; undefined where it is not
   * drawn. With so many that it would take too long to make all of them anew at each step.
   */
  bent(id: FlowId, piece: string, bends: readonly Point[]): Arrow | undefined;
  /** Whether lines are being routed elsewhere, so that there is nothing to do here until they are answered. */
  isElsewhere(): boolean;
}

type Ground = Parameters<ArrowMaker['arrows']>;

/** So many arrows are made at once, however new they are; 900 with their labels take a tenth of a second. */
export const mostMadeAtOnce = 200;

const noneYet: Arrows = { flows: [], references: [], waiting: 1 };

/** `office`: routes the lines of large diagrams. */
export function createArrows(catalog: Catalog, office?: RouteOffice): ArrowMaker {
  const routes = createRoutes(catalog, office);
  const referencesIn = createReferenceLines(catalog);
  const inOrder = createFlowOrder();
  let drawn = new Map<
    FlowId,
    { readonly key: readonly unknown[]; readonly arrow: Arrow; readonly stopBox: Box | undefined }
  >();
  let referred = new Map<string, { readonly crossed: readonly Rect[]; readonly line: ReferenceLine }>();
  const labels = createLabels(routes);
  let labelled: Labelled = new Map();
  /** What has changed on the ground since labels were finished last. */
  let unlabelled: Rect[] = [];
  /** The words that a line crosses, as long as none of any title moves. */
  let crossings = { revision: 0, by: new WeakMap<readonly Point[], readonly Rect[]>() };
  let last: { readonly of: Ground; readonly arrows: Arrows } | undefined;
  /** What is being made in steps, and what is shown meanwhile. */
  let making: { readonly of: Ground; readonly steps: Generator<undefined, Arrows> } | undefined;
  let meanwhile = noneYet;

  /** Nothing is changed by steps that are not gone to their end but what they go by. */
  function* made([document, boxes, traces, isMoving, titles]: Ground): Generator<undefined, Arrows> {
    const hidden = hiddenIn(catalog, document.resources);
    const hopsOf = new Map<FlowId, readonly ResourceId[]>();
    const flows = inOrder(document);
    const legs: Leg[] = [];
    for (const flow of flows) {
      const hops = hopsFor(flow, boxes, hidden, traces.get(flow.id), catalog);
      hopsOf.set(flow.id, hops);
      for (let index = 1; index < hops.length; index++) {
        const [from, to] = [boxes.get(hops[index - 1] ?? ''), boxes.get(hops[index] ?? '')];
        if (from === undefined || to === undefined) continue;
        const bends = bendsBetween(flow, from.resource.id, to.resource.id);
        legs.push({ key: `${flow.id} ${index}`, from, to, bends });
      }
      yield;
    }
    const lines = referencesIn(document, boxes, hidden);
    for (const { id, from, to } of lines) legs.push({ key: id, from, to, bends: noBends });
    yield;

    const pointsOf = routes.lines(legs, boxes, titles, isMoving);
    yield;

    if (crossings.revision !== routes.titlesRevision())
      crossings = { revision: routes.titlesRevision(), by: new WeakMap() };
    const crossedBy = (points: readonly Point[]): readonly Rect[] => {
      let found = crossings.by.get(points);
      if (found === undefined) crossings.by.set(points, (found = titlesAt(routes.titles, points)));
      return found;
    };

    const nowDrawn: typeof drawn = new Map();
    const arrows: Arrow[] = [];
    for (const flow of flows) {
      yield;
      const hops = hopsOf.get(flow.id) ?? [];
      const trace = traces.get(flow.id);
      const pieces: Piece[] = [];
      for (let index = 1; index < hops.length; index++) {
        const points = pointsOf.get(`${flow.id} ${index}`);
        const [from, to] = [hops[index - 1], hops[index]];
        if (points !== undefined && from !== undefined && to !== undefined)
          pieces.push({ from, to, points, bends: bendsBetween(flow, from, to) });
      }
      if (pieces.length === 0) continue;
      const stop = trace === undefined ? undefined : stoppedAt(trace);
      const stopBox = stop == null ? undefined : boxes.get(hidden.get(stop) ?? stop);
      const crossed = pieces.flatMap(({ points }) => crossedBy(points));
      const key = [flow, trace, stopBox, ...crossed, ...pieces.map(({ points }) => points)];
      const before = drawn.get(flow.id);
      const isSame = before !== undefined && areSame(before.key, key);
      const arrow = isSame ? before.arrow : arrowFor(flow, trace, pieces, stopBox, crossed, catalog);
      nowDrawn.set(flow.id, { key, arrow, stopBox });
      arrows.push(arrow);
    }
    const waiting = routes.waiting();
    let nowLabelled: Labelled;
    if (isMoving || waiting > 0)
      nowLabelled = new Map(arrows.map((arrow) => [arrow.id, labelledBefore(labelled, arrow)]));
    else {
      unlabelled.push(...routes.takeChanges());
      nowLabelled = withLabels(arrows, labelled, yield* labels(arrows, unlabelled));
      unlabelled = [];
    }
    const nowReferred: typeof referred = new Map();
    for (const { id, from, to } of lines) {
      const points = pointsOf.get(id) ?? [];
      const crossed = crossedBy(points);
      const before = referred.get(id);
      const isSame = before?.line.points === points && areSame(before.crossed, crossed);
      const ends = { from: from.resource.id, to: to.resource.id };
      const line = (): ReferenceLine => ({
        id,
        ...ends,
        points,
        shown: interrupted(points, crossed, titleAir),
      });
      nowReferred.set(id, isSame ? before : { crossed, line: line() });
    }
    drawn = nowDrawn;
    labelled = nowLabelled;
    referred = nowReferred;
    return {
      flows: [...labelled.values()].map(({ shown }) => shown),
      references: [...referred.values()].map(({ line }) => line),
      waiting,
    };
  }

  const goOn = (isEnough: () => boolean): void => {
    while (making !== undefined) {
      const { done, value } = making.steps.next();
      if (done === true) {
        last = { of: making.of, arrows: value };
        making = undefined;
      } else if (isEnough()) return;
    }
  };

  return {
    arrows(...of) {
      if (making !== undefined && areSame(making.of, of)) return meanwhile;
      if (making === undefined && last !== undefined && areSame(last.of, of)) return last.arrows;
      making = { of, steps: made(of) };
      const [document, , , isMoving] = of;
      const isNew = last === undefined || isAnother(document, last.of[0]);
      const canWait = !isMoving && (isNew || haveOnlyOtherVerdicts(last, of));
      if (document.flows.size > mostMadeAtOnce && canWait) {
        meanwhile = isNew || last === undefined ? noneYet : { ...last.arrows, waiting: 1 };
        return meanwhile;
      }
      goOn(() => false);
      return last?.arrows ?? noneYet;
    },
    work(isEnough) {
      if (making === undefined && last !== undefined && last.arrows.waiting > 0) {
        // Of what was asked for elsewhere the last may have come meanwhile.
        if (routes.waiting() > 0) routes.work(isEnough);
        if (routes.waiting() > 0) return;
        making = { of: last.of, steps: made(last.of) };
        meanwhile = last.arrows;
      }
      goOn(isEnough);
    },
    bent(id, piece, bends) {
      const before = drawn.get(id);
      if (before === undefined || last === undefined) return undefined;
      const [, boxes, traces] = last.of;
      const { arrow, stopBox } = before;
      const pieces = arrow.pieces.map((each) => {
        const [from, to] = [boxes.get(each.from), boxes.get(each.to)];
        if (from === undefined || to === undefined || pieceKey(each.from, each.to) !== piece) return each;
        return { ...each, bends, points: routes.lineOf({ key: id, from, to, bends }) };
      });
      const crossed = pieces.flatMap(({ points }) => titlesAt(routes.titles, points));
      return arrowFor(arrow.flow, traces.get(id), pieces, stopBox, crossed, catalog);
    },
    isElsewhere: () => making === undefined && routes.isElsewhere(),
  };
}

function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

/** Whether none of the flows are those of before: what is drawn is another diagram, not a changed one. */
function isAnother(now: Document, before: Document): boolean {
  for (const [id, flow] of now.flows) if (before.flows.get(id) === flow) return false;
  return true;
}

function haveOnlyOtherVerdicts(before: { readonly of: Ground } | undefined, now: Ground): boolean {
  return before?.of.every((each, index) => index === 2 || each === now[index]) === true;
}

const noBends: readonly Point[] = [];

function createFlowOrder(): (document: Document) => readonly Flow[] {
  let last: { readonly flows: Document['flows']; readonly inOrder: readonly Flow[] } | undefined;
  return ({ flows }) => {
    if (last?.flows !== flows) last = { flows, inOrder: [...flows.values()].sort(compareOrder) };
    return last.inOrder;
  };
}

/** The words and chips that a line goes through. */
function titlesAt(titles: (region: Rect) => readonly Rect[], points: readonly Point[]): readonly Rect[] {
  const found = new Set<Rect>();
  for (let index = 1; index < points.length; index++) {
    const [a, b] = [points[index - 1], points[index]];
    if (a === undefined || b === undefined) continue;
    for (const rect of titles(grown(between(a, b), 1))) found.add(rect);
  }
  return [...found];
}
