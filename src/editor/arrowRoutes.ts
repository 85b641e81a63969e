/** Routes the pieces of arrows between icons, again only when what a piece depends on has moved. */
import type { Catalog } from '../core/catalog/catalog';
import { isCollapsed } from '../core/layout/collapsed';
import { routeArrow, type Route } from '../core/layout/route';
import type { Point } from '../core/model/document';
import { centreOf, grown, type Rect } from '../lib/rect';
import { textWidth } from '../lib/textWidth';
import type { Box, Boxes } from './boxes';
import { indexOf } from './rectIndex';

/** One piece of an arrow. */
export interface Leg {
  readonly key: string;
  readonly from: Box;
  readonly to: Box;
}

interface Lanes {
  readonly from: number;
  readonly to: number;
}

interface Routed {
  readonly from: Rect;
  readonly to: Rect;
  readonly lanes: Lanes;
  /** What stood around it. */
  readonly around: string;
  readonly points: readonly Point[];
}

/** So many lines are routed with care at each step of a drag; one takes about half a millisecond. */
const mostWhileMoving = 6;

/** The lines by the key of their leg; the very same list of points for a leg that has not changed. */
export function createRoutes(
  catalog: Catalog,
): (legs: readonly Leg[], boxes: Boxes, isMoving: boolean) => ReadonlyMap<string, readonly Point[]> {
  let routed = new Map<string, Routed>();
  return (legs, boxes, isMoving) => {
    const next = new Map<string, Routed>();
    const lanesFor = lanesOf(legs);
    let surroundings: ReturnType<typeof surroundingsOf> | undefined;
    let searched = 0;
    for (const leg of legs) {
      const from = visibleRect(leg.from);
      const to = visibleRect(leg.to);
      const before = routed.get(leg.key);
      const known = before === undefined || !isMoving ? undefined : whileMoving(before, from, to);
      if (known !== undefined) {
        next.set(leg.key, known);
        continue;
      }
      const lanes = (isMoving ? before?.lanes : undefined) ?? lanesFor.get(leg) ?? { from: 0, to: 0 };
      surroundings ??= surroundingsOf(catalog, boxes);
      // A container that is dragged may have many lines to elsewhere: most of them mind nothing until it is let go.
      const isHasty = isMoving && ++searched > mostWhileMoving;
      const { obstacles, titles, containers } = isHasty
        ? { obstacles: [from, to], titles: [], containers: [] }
        : surroundings(from, to);
      const around = [obstacles, titles, containers].map((rects) => rects.map(rectKey).join()).join('|');
      if (before !== undefined && before.around === around && isSameRoute(before, from, to, lanes)) {
        next.set(leg.key, before);
        continue;
      }
      const points = routeArrow({
        from,
        to,
        obstacles,
        titles,
        containers,
        fromLane: { x: lanes.from, y: lanes.from },
        toLane: { x: lanes.to, y: lanes.to },
      });
      next.set(leg.key, { from, to, lanes, around, points });
    }
    routed = next;
    return new Map([...routed].map(([key, { points }]) => [key, points]));
  };
}

/**
 * While something is dragged lines do not make way for it: those between resting ends stay, those whose ends move together
 * are shifted. They are routed anew when it is let go. Undefined for a line that changes its form.
 */
function whileMoving(before: Routed, from: Rect, to: Rect): Routed | undefined {
  const [dx, dy] = [from.x - before.from.x, from.y - before.from.y];
  if (to.x - before.to.x !== dx || to.y - before.to.y !== dy) return undefined;
  if (dx === 0 && dy === 0) return before;
  const points = before.points.map(({ x, y }) => ({ x: x + dx, y: y + dy }));
  return { ...before, from, to, around: 'shifted', points };
}

function isSameRoute(before: Routed, from: Rect, to: Rect, lanes: Lanes): boolean {
  return (
    rectKey(before.from) === rectKey(from) &&
    rectKey(before.to) === rectKey(to) &&
    before.lanes.from === lanes.from &&
    before.lanes.to === lanes.to
  );
}

/**
 * Lines that leave one icon on one side stand beside one another, in the order of where they go. Distances in px from the
 * middle of the side.
 */
function lanesOf(legs: readonly Leg[]): Map<Leg, Lanes> {
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
  if (h > 96 || resource.collapsed === true) return { x, y, w, h };
  const lines = Math.min(2, Math.ceil((resource.name.length * 6.5) / labelWidth));
  return { x: x + w / 2 - plate, y: y - 3, w: 2 * plate, h: 54 + 15 * Math.max(1, lines) };
}

/** The name below an icon, where that is wider than the plate. */
function labelRect({ x, y, w, h, resource }: Box): Rect | undefined {
  const width = textWidth(resource.name, 12);
  if (h > 96 || resource.collapsed === true || width <= 2 * plate) return undefined;
  const lines = width > labelWidth ? 2 : 1;
  const shown = Math.min(labelWidth, width);
  return { x: x + w / 2 - shown / 2, y: y + 50, w: shown, h: 15 * lines };
}

/** About as wide as a container's icon, name and CIDR block are. */
function titleWidth({ resource }: Box): number {
  return 140 + resource.name.length * 7;
}

type Surroundings = Required<Pick<Route, 'obstacles' | 'titles' | 'containers'>>;

/** What a line from here to there has to mind. */
function surroundingsOf(catalog: Catalog, boxes: Boxes): (from: Rect, to: Rect) => Surroundings {
  const icons: Rect[] = [];
  const titles: Rect[] = [];
  const containers: Rect[] = [];
  for (const box of boxes.values()) {
    const { as } = catalog.kind(box.resource.kind).shape;
    if (as === 'container' && !isCollapsed(catalog, box.resource)) {
      containers.push({ x: box.x, y: box.y, w: box.w, h: box.h });
      titles.push({ x: box.x, y: box.y + 2, w: Math.min(box.w, titleWidth(box)), h: 22 });
    } else {
      icons.push(visibleRect(box));
      const label = labelRect(box);
      if (label !== undefined) titles.push(label);
    }
  }
  const iconsNear = indexOf(icons);
  const titlesNear = indexOf(titles);
  const containersNear = indexOf(containers);
  return (from, to) => {
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
      obstacles: iconsNear(region),
      titles: titlesNear(region),
      containers: containersNear(region),
    };
  };
}

function rectKey({ x, y, w, h }: Rect): string {
  return `${x},${y},${w},${h}`;
}
