/** What a lens draws over a diagram: boxes around those that belong together, and lines between who has to do with whom. */
import { around, centreOf, grown, overlaps, type Rect } from '../../lib/rect';
import type { Words } from '../../lib/words';
import type { Box, Boxes } from '../drawing/boxes';
import type { Point, ResourceId } from '../model/document';
import type { LensView } from './lens';

export interface LensBox {
  readonly id: ResourceId;
  readonly rect: Rect;
}

export interface LensLine {
  readonly key: string;
  readonly from: Point;
  readonly to: Point;
  readonly says: Words;
}

export interface LensDrawing {
  readonly boxes: readonly LensBox[];
  readonly lines: readonly LensLine[];
}

/** Beyond that nobody could tell them apart. */
const mostBoxes = 400;
const mostLines = 200;

/** Px around what a box holds, and for each further box around the same. */
const room = 6;
const step = 5;

export function lensDrawing({ sets, links }: LensView, standing: Boxes): LensDrawing {
  const boxes: LensBox[] = [];
  const depth = new Map<ResourceId, number>();
  for (const { id, members } of sets)
    for (const group of apart(members, standing)) {
      if (boxes.length >= mostBoxes) break;
      const inner = Math.max(...group.map((box) => depth.get(box.resource.id) ?? 0));
      for (const box of group) depth.set(box.resource.id, inner + 1);
      const rect = around(group);
      if (rect !== undefined) boxes.push({ id, rect: grown(rect, room + step * inner) });
    }
  const placesOf = (id: ResourceId): readonly Rect[] => {
    const box = standing.get(id);
    return box === undefined ? boxes.filter((each) => each.id === id).map(({ rect }) => rect) : [box];
  };
  const lines: LensLine[] = [];
  for (const { from, to, says } of links) {
    if (lines.length >= mostLines) break;
    const line = shortest(placesOf(from), placesOf(to));
    if (line !== undefined) lines.push({ key: `${from} ${to}`, ...line, says });
  }
  return { boxes, lines };
}

/** Those who stand in one container together, unless somebody else stands between them. */
function apart(members: readonly ResourceId[], standing: Boxes): readonly (readonly Box[])[] {
  const byParent = new Map<ResourceId | null, Box[]>();
  for (const id of members) {
    const box = standing.get(id);
    if (box === undefined) continue;
    const { parentId } = box.resource;
    const others = byParent.get(parentId);
    if (others === undefined) byParent.set(parentId, [box]);
    else others.push(box);
  }
  return [...byParent].flatMap(([parentId, group]) => {
    const rect = around(group);
    const isMixed =
      group.length > 1 &&
      rect !== undefined &&
      [...standing.values()].some(
        (box) => box.resource.parentId === parentId && !group.includes(box) && overlaps(box, rect),
      );
    return isMixed ? group.map((box) => [box]) : [group];
  });
}

/** A line from border to border between the two that are nearest to each other. */
function shortest(
  from: readonly Rect[],
  to: readonly Rect[],
): { readonly from: Point; readonly to: Point } | undefined {
  let best: { readonly a: Rect; readonly b: Rect; readonly distance: number } | undefined;
  for (const a of from)
    for (const b of to) {
      const [one, other] = [centreOf(a), centreOf(b)];
      const distance = Math.hypot(one.x - other.x, one.y - other.y);
      if (best === undefined || distance < best.distance) best = { a, b, distance };
    }
  if (best === undefined || best.distance === 0) return undefined;
  const { a, b } = best;
  return { from: borderPoint(a, centreOf(b)), to: borderPoint(b, centreOf(a)) };
}

/** Where the line from the middle of a rectangle towards a point leaves it. */
function borderPoint(rect: Rect, towards: Point): Point {
  const { x, y } = centreOf(rect);
  const [dx, dy] = [towards.x - x, towards.y - y];
  const reach = Math.max(Math.abs(dx) / (rect.w / 2), Math.abs(dy) / (rect.h / 2));
  return reach <= 1 ? { x, y } : { x: x + dx / reach, y: y + dy / reach };
}
