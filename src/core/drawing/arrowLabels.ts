/**
 * Where the labels of arrows stand: on a straight piece of their line, clear of icons, titles, crosses and one another, and of
 * the lines of other arrows where they can.
 */
import type { Ground } from '../layout/route';
import { pieceLength } from '../layout/polyline';
import type { Flow, FlowId, Point } from '../model/document';
import { between, grown, type Rect } from '../../lib/rect';
import { finished } from '../../lib/steps';
import { textWidth } from '../../lib/textWidth';
import type { Arrow } from './arrows';
import { createRectIndex, type RectIndex } from '../../lib/rectIndex';

export interface LabelPlace {
  /** The middle of its plate. */
  readonly at: Point;
  /** Whether it covers nothing there. One for which there is no room is shown only when it is asked for. */
  readonly fits: boolean;
}

/** The height of a plate, and what its sides add to the text, in px. */
const height = 17;
const sides = 12;
/** Where along a piece a label may stand, the best first; and how far it is from an end at least, in px. */
const places = [0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9] as const;
const fromEnd = 10;
/** A label beside its line is this far from it, in px, and worth a piece shorter by so much. */
const beside = 3;
const besideCost = 60;
/** Over the line of another arrow, by so much again for each of these. */
const overLineCost = 90;

type LabelGround = Pick<Ground, 'obstacles' | 'titles'>;

export function labelsFor(arrows: readonly Arrow[], ground: LabelGround): ReadonlyMap<FlowId, LabelPlace> {
  return finished(createLabels(ground)(arrows, []));
}

/**
 * `changed`: what came into the ground and what went from it since the last time that labels were finished; those that are left
 * unfinished change nothing.
 */
export type LabelMaker = (
  arrows: readonly Arrow[],
  changed: Iterable<Rect>,
) => Generator<undefined, ReadonlyMap<FlowId, LabelPlace>>;

/**
 * Arrows choose their places in their order, one at a step. One beside whose line nothing has changed has the place that it
 * had: of 1,000 arrows many try a hundred places and find none.
 */
export function createLabels(ground: LabelGround): LabelMaker {
  let before: ReadonlyMap<FlowId, Placed> = new Map();
  return function* (arrows, changed) {
    if (!areInOrder(arrows, before)) before = new Map();
    const changes = createRectIndex(changed);
    const others = linesOfOthers(arrows);
    yield;
    const taken = createRectIndex();
    for (const { cross } of arrows) if (cross !== null) taken.add(crossRect(cross));
    noteChanged(before, arrows, changes);
    const isFree = (rect: Rect): boolean =>
      taken.near(rect).length === 0 &&
      ground.titles(rect).length === 0 &&
      ground.obstacles(rect).length === 0;
    const next = new Map<FlowId, Placed>();
    for (const arrow of arrows) {
      const then = before.get(arrow.id);
      const isSame = then?.arrow === arrow && !isBeside(arrow, then.width, changes);
      const now = isSame ? then : placed(arrow, isFree, others);
      if (!isSame && (then === undefined || !isSameLabel(then, now))) {
        if (then !== undefined) take(changes, then);
        take(changes, now);
      }
      next.set(arrow.id, now);
      take(taken, now);
      yield;
    }
    before = next;
    return new Map([...next].map(([id, { place }]) => [id, place]));
  };
}

interface Placed {
  readonly arrow: Arrow;
  readonly width: number;
  readonly place: LabelPlace;
}

/** How many other arrows' lines a rectangle covers. */
type LinesOfOthers = (arrow: Arrow, rect: Rect) => number;

function placed(arrow: Arrow, isFree: (rect: Rect) => boolean, others: LinesOfOthers): Placed {
  const width = labelWidth(arrow);
  return { arrow, width, place: bestPlace(arrow, width, isFree, others) };
}

function take(index: RectIndex, { place, width }: Placed): void {
  if (place.fits) index.add(centred(place.at, width, height));
}

function isSameLabel(a: Placed, b: Placed): boolean {
  const [one, other] = [a.place, b.place];
  return a.width === b.width && one.fits === other.fits && one.at.x === other.at.x && one.at.y === other.at.y;
}

/** Whether those that were there before still come in the order that they had. */
function areInOrder(arrows: readonly Arrow[], before: ReadonlyMap<FlowId, Placed>): boolean {
  const ids = new Set(arrows.map(({ id }) => id));
  const then = [...before.keys()].filter((id) => ids.has(id));
  let at = 0;
  for (const { id } of arrows) if (before.has(id) && then[at++] !== id) return false;
  return true;
}

/**
 * Adds the lines and crosses that are no longer where they were, those that are new, and the labels of arrows that are gone.
 */
function noteChanged(
  before: ReadonlyMap<FlowId, Placed>,
  arrows: readonly Arrow[],
  changes: RectIndex,
): void {
  const now = new Map(arrows.map((arrow) => [arrow.id, arrow]));
  const note = ({ cross, pieces }: Arrow): void => {
    if (cross !== null) changes.add(crossRect(cross));
    for (const { points } of pieces) stretches(points).forEach(changes.add);
  };
  for (const [id, then] of before) {
    const arrow = now.get(id);
    if (arrow === then.arrow) continue;
    note(then.arrow);
    if (arrow !== undefined) note(arrow);
    else take(changes, then);
  }
  for (const arrow of arrows) if (!before.has(arrow.id)) note(arrow);
}

/** The straight stretches of a line, as rectangles as thin as it is drawn. */
function stretches(points: readonly Point[]): Rect[] {
  const found: Rect[] = [];
  for (let index = 1; index < points.length; index++) {
    const [a, b] = [points[index - 1], points[index]];
    if (a !== undefined && b !== undefined) found.push(grown(between(a, b), 1));
  }
  return found;
}

/** Asked about where the lines of all arrows run: 1,000 of them are indexed in a few milliseconds. */
function linesOfOthers(arrows: readonly Arrow[]): LinesOfOthers {
  const index = createRectIndex();
  const arrowOf = new Map<Rect, Arrow>();
  for (const arrow of arrows)
    for (const { points } of arrow.pieces)
      for (const rect of stretches(points)) {
        arrowOf.set(rect, arrow);
        index.add(rect);
      }
  return (arrow, rect) => {
    const found = new Set(index.near(rect).map((each) => arrowOf.get(each)));
    found.delete(arrow);
    return found.size;
  };
}

/** Whether any of it is where a label of this arrow could stand. */
function isBeside({ pieces }: Arrow, width: number, changes: RectIndex): boolean {
  const farthest = width + height + beside;
  return pieces.some(({ points }) =>
    points.some((b, index) => {
      const a = points[index - 1];
      return a !== undefined && changes.near(grown(between(a, b), farthest)).length > 0;
    }),
  );
}

function crossRect(cross: Point): Rect {
  return centred(cross, 18, 18);
}

function bestPlace(
  arrow: Arrow,
  width: number,
  isFree: (rect: Rect) => boolean,
  others: LinesOfOthers,
): LabelPlace {
  const { label, pieces } = arrow;
  const plate = centred(label, width, height);
  // Nearly always nothing is there.
  if (isFree(plate) && others(arrow, plate) < 1) return { at: label, fits: true };
  const candidates = pieces.flatMap(({ points }) => candidatesOn(points, width));
  candidates.sort((a, b) => a.cost - b.cost || a.at.x - b.at.x || a.at.y - b.at.y);
  let best: { readonly at: Point; readonly cost: number } | undefined;
  for (const { at, cost } of candidates) {
    if (best !== undefined && cost >= best.cost) break;
    const rect = centred(at, width, height);
    if (!isFree(rect)) continue;
    const all = cost + others(arrow, rect) * overLineCost;
    if (best === undefined || all < best.cost) best = { at, cost: all };
  }
  return best === undefined ? { at: label, fits: false } : { at: best.at, fits: true };
}

/** What a candidate costs is less the longer its piece is and the nearer to the middle of that it stands. */
function candidatesOn(
  points: readonly Point[],
  width: number,
): { readonly at: Point; readonly cost: number }[] {
  const candidates: { at: Point; cost: number }[] = [];
  for (let index = 1; index < points.length; index++) {
    const [a, b] = [points[index - 1], points[index]];
    const length = pieceLength(points, index);
    if (a === undefined || b === undefined || length < 2 * fromEnd) continue;
    const isLevel = a.y === b.y;
    const aside = (isLevel ? height : width) / 2 + beside;
    for (const part of places) {
      if (Math.min(part, 1 - part) * length < fromEnd) continue;
      const at = { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
      const cost = Math.abs(part - 0.5) * length * 0.3 - length * 0.5;
      // On a piece that it would cover wholly it stands beside that.
      if (length > (isLevel ? width : height) + fromEnd) candidates.push({ at, cost });
      for (const by of [-aside, aside])
        candidates.push({
          at: isLevel ? { x: at.x, y: at.y + by } : { x: at.x + by, y: at.y },
          cost: cost + besideCost,
        });
    }
  }
  return candidates;
}

function labelWidth({ flow, verdict }: Arrow): number {
  return textWidth(labelText(flow), 11) + sides + (verdict === 'cannot-say' ? 10 : 0);
}

/** The longer of the languages' texts, so that a label stays where it is when the language changes. */
function labelText({ label, protocol, port }: Flow): string {
  if (label !== '') return label;
  if (protocol === 'any') return 'All traffic';
  if (protocol === 'icmp') return 'ICMP';
  return `${protocol.toUpperCase()} ${port ?? 'any port'}`;
}

function centred({ x, y }: Point, w: number, h: number): Rect {
  return { x: x - w / 2, y: y - h / 2, w, h };
}
