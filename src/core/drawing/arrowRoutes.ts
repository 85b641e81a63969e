/**
 * Routes the pieces of arrows between icons: again only where something that a piece depends on has changed, and many of them in
 * slices, so that nothing waits for them.
 */
import type { Catalog } from '../catalog/catalog';
import { makeshiftLine, routeArrow, type Ground } from '../layout/route';
import { spread, spreadInSteps, type Spread, type Strand } from '../layout/spread';
import type { Point } from '../model/document';
import { isSameRect, type Rect } from '../../lib/rect';
import { createArrowGround, visibleRect, type GroundChange } from './arrowGround';
import type { Box, Boxes } from './boxes';
import { forgetChanged, type Kept } from './keptLines';
import { createRoutesElsewhere, type RouteOffice, type RoutesElsewhere } from './routesElsewhere';
import type { Titles } from './titles';

/** One piece of an arrow. */
export interface Leg {
  readonly key: string;
  readonly from: Box;
  readonly to: Box;
  /** The user's bend points. */
  readonly bends: readonly Point[];
}

export interface ArrowRoutes {
  /** The lines by the key of their leg; the very same list of points for a leg that has not changed. */
  lines(
    legs: readonly Leg[],
    boxes: Boxes,
    titles: Titles,
    isMoving: boolean,
  ): ReadonlyMap<string, readonly Point[]>;
  /** The line of one leg with what stands where as of the last lines, as if it were the only one. */
  lineOf(leg: Leg): readonly Point[];
  /** What stands where, as of the last lines. */
  readonly obstacles: Ground['obstacles'];
  readonly titles: Ground['titles'];
  /** What came into either of these and went from them since the last time that it was asked for. */
  takeChanges(): readonly Rect[];
  /** Another number whenever the words of a title came, went or moved. */
  titlesRevision(): number;
  /** How many legs have a makeshift line until they are routed with care, and one more while lines are to be set side by side. */
  waiting(): number;
  /** Does of that until it is enough; once nothing waits `lines` gives the lines that it came to. Of many lines an office does it. */
  work(isEnough: () => boolean): void;
  /** Whether the office is at it, so that there is nothing to do here until it has answered. */
  isElsewhere(): boolean;
}

/**
 * So many lines are routed with care at once, and among many or at each step of a drag; one takes a fifth of a millisecond, in a
 * maze ten. Where more than that wait among many, all do: a diagram that is opened is not held up by the first.
 */
const mostAtOnce = 40;
const mostAmongMany = 6;
/** Up to so many lines are set side by side at once, and at each step of a drag; 1,500 take a twentieth of a second. */
const mostSpreadAtOnce = 300;

export function createRoutes(catalog: Catalog, office?: RouteOffice): ArrowRoutes {
  const ground = createArrowGround(catalog);
  const elsewhere = office === undefined ? undefined : createRoutesElsewhere(office);
  /** By ends and bends: legs between the same icons have one line until they are set side by side. */
  let kept = new Map<string, Kept>();
  let pending: GroundChange[] = [];
  let changed: Rect[] = [];
  let titlesRevision = 0;
  let isAtRest = true;
  let waiting = new Map<string, Leg>();
  /** What the lines at rest are made of, and how far they have been set side by side. */
  let given: readonly KeyedLeg[] = [];
  let spreading: Spreading | undefined;
  let spreadOut = new Map<
    string,
    { readonly straight: readonly Point[]; readonly points: readonly Point[] }
  >();

  const seen = new WeakMap<Box, Rect>();
  const seenOf = (box: Box): Rect => {
    let rect = seen.get(box);
    if (rect === undefined) seen.set(box, (rect = visibleRect(catalog, box)));
    return rect;
  };

  const routeWithCare = ({ from, to, bends }: Leg): Kept => {
    const ends = { from: seenOf(from), to: seenOf(to) };
    return { ...ends, routed: routeArrow({ ...ends, by: bends }, ground) };
  };

  const linesWhileMoving = (legs: readonly KeyedLeg[]): Strand[] => {
    let searched = 0;
    return legs.map(({ leg, route: key, from, to }) => {
      const before = kept.get(key);
      const [dx, dy] = before === undefined ? [0, 0] : [from.x - before.from.x, from.y - before.from.y];
      if (before !== undefined && to.x - before.to.x === dx && to.y - before.to.y === dy) {
        // Lines do not make way for what is dragged; those whose ends move together go along.
        const { points } = before.routed;
        const fixed = leg.bends;
        if (dx === 0 && dy === 0) return { key: leg.key, from, to, points, fixed };
        return { key: leg.key, from, to, points: shifted(points, dx, dy), fixed: shifted(fixed, dx, dy) };
      }
      // A container that is dragged may have many lines to elsewhere: most of them mind nothing until it is let go.
      const isHasty = ++searched > mostAmongMany;
      const route = { from, to, by: leg.bends };
      const points = isHasty ? makeshiftLine(route) : routeArrow(route, ground).points;
      return { key: leg.key, from, to, points, fixed: leg.bends };
    });
  };

  const linesAtRest = (legs: readonly KeyedLeg[]): Strand[] => {
    const next: typeof kept = new Map();
    waiting = new Map();
    let searched = 0;
    const most = legs.length > mostSpreadAtOnce ? mostAmongMany : mostAtOnce;
    const isKept = ({ from, to }: KeyedLeg, line: Kept | undefined): line is Kept =>
      line !== undefined && isSameRect(line.from, from) && isSameRect(line.to, to);
    const isHeldUp =
      legs.length > mostSpreadAtOnce && legs.filter((leg) => !isKept(leg, kept.get(leg.route))).length > most;
    const strands = legs.map((keyedLeg): Strand => {
      const { leg, route: key, from, to } = keyedLeg;
      let line = next.get(key) ?? kept.get(key);
      if (!isKept(keyedLeg, line)) {
        if (isHeldUp || ++searched > most) {
          waiting.set(key, leg);
          const points = makeshiftLine({ from, to, by: leg.bends });
          return { key: leg.key, from, to, points, fixed: leg.bends };
        }
        line = routeWithCare(leg);
      }
      next.set(key, line);
      return { key: leg.key, from, to, points: line.routed.points, fixed: leg.bends };
    });
    kept = next;
    return strands;
  };

  /** Set side by side; undefined as long as that takes, which it does in slices where there are many. */
  const spreadAtRest = (strands: readonly Strand[]): Spread | undefined => {
    if (waiting.size > 0) {
      spreading = undefined;
      return undefined;
    }
    if (spreading !== undefined && isOf(spreading, strands)) return spreading.places;
    if (isForOffice()) {
      spreading = undefined;
      return undefined;
    }
    spreading = { strands, steps: spreadInSteps(strands, ground), places: undefined };
    if (strands.length <= mostSpreadAtOnce) goOn(spreading, () => false);
    return spreading.places;
  };

  const isForOffice = (): boolean =>
    elsewhere !== undefined && !elsewhere.hasFailed() && given.length > mostSpreadAtOnce;

  /** What `work` does, by the office, which answers later. */
  const workElsewhere = (there: RoutesElsewhere): void => {
    if (there.isBusy() && (waiting.size > 0 || spreading !== undefined)) return;
    if (waiting.size > 0) {
      const asked = new Map(
        [...waiting].map(([key, { from, to, bends }]) => [
          key,
          { key, from: seenOf(from), to: seenOf(to), by: bends },
        ]),
      );
      there.route([...asked.values()], (key, routed) => {
        const [leg, ends] = [waiting.get(key), asked.get(key)];
        if (leg === undefined || ends === undefined) return;
        const { from, to } = ends;
        if (!isSameRect(from, seenOf(leg.from)) || !isSameRect(to, seenOf(leg.to))) return;
        kept.set(key, { from, to, routed });
        waiting.delete(key);
      });
      return;
    }
    const asked: Spreading = { strands: linesAtRest(given), places: undefined };
    spreading = asked;
    there.spread(asked.strands, (places) => (asked.places = places));
  };

  return {
    lines(legs, boxes, titles, isMoving) {
      const change = ground.update(boxes, titles);
      const standers = [...change.gone, ...change.come];
      if (standers.length > 0) {
        pending.push(change);
        elsewhere?.changed(change);
        spreading = undefined;
      }
      for (const { obstacles, titles: words } of standers) changed.push(...obstacles, ...words);
      if (standers.some((stander) => stander.titles.length > 0)) titlesRevision++;
      isAtRest = !isMoving;
      if (isAtRest) {
        forgetChanged(kept, pending);
        pending = [];
      }
      given = legs.map((leg) => keyed(leg, seenOf));
      const strands = isMoving ? linesWhileMoving(given) : linesAtRest(given);
      const isFew = strands.length <= mostSpreadAtOnce;
      const places = !isMoving ? spreadAtRest(strands) : isFew ? spread(strands, ground) : undefined;
      const next: typeof spreadOut = new Map();
      for (const { key, points: straight } of strands) {
        const before = spreadOut.get(key);
        const points = places?.get(key) ?? (before?.straight === straight ? before.points : straight);
        const isSame = before !== undefined && areSame(before.points, points);
        next.set(key, { straight, points: isSame ? before.points : points });
      }
      spreadOut = next;
      return new Map([...next].map(([key, { points }]) => [key, points]));
    },
    lineOf: (leg) => routeWithCare(leg).routed.points,
    obstacles: ground.obstacles,
    titles: ground.titles,
    takeChanges() {
      const taken = changed;
      changed = [];
      return taken;
    },
    titlesRevision: () => titlesRevision,
    waiting: () => waiting.size + (isAtRest && spreading?.places === undefined && given.length > 0 ? 1 : 0),
    work(isEnough) {
      // What is being dragged stands where it will not stay.
      if (!isAtRest) return;
      if (elsewhere !== undefined && isForOffice()) {
        if (spreading?.places === undefined) workElsewhere(elsewhere);
        return;
      }
      for (const [key, leg] of waiting) {
        kept.set(key, routeWithCare(leg));
        waiting.delete(key);
        if (isEnough()) return;
      }
      // Where the office is asked no longer, what it was asked for has no steps.
      if (spreading?.steps === undefined && spreading?.places === undefined) spreading = undefined;
      if (spreading === undefined) spreadAtRest(linesAtRest(given));
      if (spreading !== undefined) goOn(spreading, isEnough);
    },
    isElsewhere: () => isAtRest && isForOffice() && elsewhere?.isBusy() === true,
  };
}

/** A leg with what its line is known by, and what is seen of its ends. */
interface KeyedLeg {
  readonly leg: Leg;
  readonly route: string;
  readonly from: Rect;
  readonly to: Rect;
}

function keyed(leg: Leg, seenOf: (box: Box) => Rect): KeyedLeg {
  const { from, to, bends } = leg;
  const bent = bends.length === 0 ? '' : JSON.stringify(bends.map(({ x, y }) => [x, y]));
  return {
    leg,
    route: `${from.resource.id}\n${to.resource.id}\n${bent}`,
    from: seenOf(from),
    to: seenOf(to),
  };
}

interface Spreading {
  readonly strands: readonly Strand[];
  /** None where the office does it. */
  readonly steps?: Generator<undefined, Spread>;
  /** When it is done. */
  places: Spread | undefined;
}

function goOn(spreading: Spreading, isEnough: () => boolean): void {
  while (spreading.places === undefined && spreading.steps !== undefined) {
    const { done, value } = spreading.steps.next();
    if (done === true) spreading.places = value;
    else if (isEnough()) return;
  }
}

/** Whether these are the lines that are set side by side; what stands around them is the same. */
function isOf({ strands }: Spreading, now: readonly Strand[]): boolean {
  return (
    strands.length === now.length &&
    strands.every(({ key, points }, index) => key === now[index]?.key && points === now[index].points)
  );
}

function shifted(points: readonly Point[], dx: number, dy: number): Point[] {
  return points.map(({ x, y }) => ({ x: x + dx, y: y + dy }));
}

function areSame(a: readonly Point[], b: readonly Point[]): boolean {
  return (
    a === b || (a.length === b.length && a.every(({ x, y }, index) => x === b[index]?.x && y === b[index].y))
  );
}
