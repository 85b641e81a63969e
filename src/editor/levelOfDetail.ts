/** What of a large diagram is mounted, and what is drawn as pixels because it is too much, or too small to be read. */
import type { Point, ResourceId } from '../core/model/document';
import { around, overlaps, type Rect } from '../lib/rect';
import type { Arrow, Arrows, ReferenceLine } from '../core/drawing/arrows';
import type { CanvasNode } from './projection';
import type { Region } from './region';

/**
 * How many nodes are mounted at most. Measured with 1,000 resources in view: 870 mounted nodes cost 3 to 4 times the script and
 * paint of 150 for each step of a drag.
 */
export const mountedLimit = 300;

/** How many arrows are: each is four elements. */
export const mountedArrows = 150;

/** Below this zoom names have less than 3 px: large diagrams are drawn as pixels, and containers say what they hold. */
export const summarisedBelow = 0.25;

export interface Shown {
  /** To be mounted. */
  readonly near: readonly CanvasNode[];
  /** In view, but drawn as pixels: they come to life when the pointer, the keyboard or a drag touches them. */
  readonly far: readonly CanvasNode[];
}

const nothing: readonly never[] = [];
const noShift: Point = { x: 0, y: 0 };

/**
 * Divides the nodes: all of a small diagram are mounted; of a large one what is in the region or must be there, and when
 * that still is too much, its containers alone, as long as these can be read. `shiftOf`: by how much each is being dragged.
 */
export function nodesInView(
  nodes: readonly CanvasNode[],
  { rect, zoom }: Region,
  isKept: (id: ResourceId) => boolean,
  shiftOf: (id: ResourceId) => Point = () => noShift,
): Shown {
  if (nodes.length <= mountedLimit) return { near: nodes, far: nothing };
  const inView = nodes.filter(({ id, position, width, height }) => {
    const { x, y } = shiftOf(id);
    return overlaps({ x: position.x + x, y: position.y + y, w: width, h: height }, rect) || isKept(id);
  });
  if (inView.length <= mountedLimit && zoom >= summarisedBelow) return { near: inView, far: nothing };
  const near: CanvasNode[] = [];
  const far: CanvasNode[] = [];
  // Outer containers come before inner ones, so what is left out of too many is the smallest.
  let containers = zoom < summarisedBelow ? mountedLimit : 0;
  for (const node of inView) {
    const isMounted = isKept(node.id) || (node.type === 'container' && ++containers <= mountedLimit);
    if (isMounted) near.push(node);
    else far.push(node);
  }
  return { near, far };
}

/** Whether they are more than may be mounted all at once. */
function isTooMany({ flows, references }: Pick<Arrows, 'flows' | 'references'>): boolean {
  return flows.length + references.length > mountedArrows;
}

/** Whether many arrows are seen from so far that none can be told from the next: they are drawn, but not taken hold of. */
export function areMerged(arrows: Pick<Arrows, 'flows' | 'references'>, zoom: number): boolean {
  return zoom < summarisedBelow && isTooMany(arrows);
}

export interface ShownArrows {
  readonly near: Arrows;
  readonly far: Arrows;
}

const noArrows = { flows: nothing, references: nothing };

/**
 * Divides the arrows likewise; the lines of references are mounted and drawn together with them. `shiftOf`: by how much each
 * has moved from where its points say it is.
 */
export function arrowsInView(
  arrows: Arrows,
  { rect, zoom }: Region,
  isKept: (arrow: Arrow) => boolean,
  shiftOf: (line: Arrow | ReferenceLine) => Point = () => noShift,
): ShownArrows {
  const { flows, references } = arrows;
  if (!isTooMany(arrows)) return { near: arrows, far: { ...arrows, ...noArrows } };
  const isIn = (line: Arrow | ReferenceLine): boolean => {
    const [room, by] = [roomOf(line), shiftOf(line)];
    return overlaps(by === noShift ? room : { ...room, x: room.x + by.x, y: room.y + by.y }, rect);
  };
  const inView = { flows: flows.filter(isIn), references: references.filter(isIn) };
  const isLegible =
    zoom >= summarisedBelow && inView.flows.length + inView.references.length <= mountedArrows;
  if (!isLegible) {
    const kept = flows.filter(isKept).slice(0, mountedArrows);
    return { near: { ...arrows, flows: kept, references: nothing }, far: { ...arrows, ...inView } };
  }
  const near = { ...inView, flows: flows.filter((flow) => isIn(flow) || isKept(flow)) };
  return { near: { ...arrows, ...near }, far: { ...arrows, ...noArrows } };
}

const rooms = new WeakMap<Arrow | ReferenceLine, Rect>();

/** What a line and its label take at most, in canvas px. */
function roomOf(line: Arrow | ReferenceLine): Rect {
  let room = rooms.get(line);
  if (room === undefined) {
    const points =
      'flow' in line ? [...line.pieces.flatMap((piece) => piece.points), line.label] : line.points;
    room = around(points.map(({ x, y }) => ({ x: x - 40, y: y - 12, w: 80, h: 24 }))) ?? nowhere;
    rooms.set(line, room);
  }
  return room;
}

const nowhere: Rect = { x: 0, y: 0, w: 0, h: 0 };

/** How many resources stand in each container that holds nothing but such as have no room for others; pictures are none. */
export function contentsOf(nodes: readonly CanvasNode[]): ReadonlyMap<ResourceId, number> {
  const counts = new Map<ResourceId, number>();
  const outer = new Set<ResourceId>();
  for (const { type, data } of nodes) {
    const { parentId } = data.resource;
    if (parentId === null || type === 'picture') continue;
    if (type === 'container') outer.add(parentId);
    else counts.set(parentId, (counts.get(parentId) ?? 0) + 1);
  }
  for (const id of outer) counts.delete(id);
  return counts;
}
