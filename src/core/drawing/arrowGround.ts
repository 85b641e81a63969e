/** What arrows have to mind on the canvas, kept up to date by what has changed: of a large diagram that is little. */
import type { Catalog } from '../catalog/catalog';
import { isCollapsed } from '../layout/collapsed';
import { isDrawnOver } from '../layout/drawnOver';
import type { Ground } from '../layout/route';
import type { ResourceId } from '../model/document';
import type { Rect } from '../../lib/rect';
import { textWidth } from '../../lib/textWidth';
import type { Box, Boxes } from './boxes';
import { createRectIndex } from '../../lib/rectIndex';
import type { Titles } from './titles';

export interface ArrowGround extends Ground {
  /** What went and what came since the last time. What has moved did both. */
  update(boxes: Boxes, titles: Titles): GroundChange;
}

export interface GroundChange {
  readonly gone: readonly Stander[];
  readonly come: readonly Stander[];
}

/** What one resource puts in the way. */
export interface Stander {
  readonly obstacles: readonly Rect[];
  readonly titles: readonly Rect[];
  readonly containers: readonly Rect[];
}

interface Standing extends Stander {
  readonly box: Box;
}

const unchanged: GroundChange = { gone: [], come: [] };

/** A ground of these alone. */
export function groundOf(standers: readonly Stander[]): Ground {
  const index = createGroundIndex();
  standers.forEach(index.add);
  return index.ground;
}

function createGroundIndex(): {
  readonly ground: Ground;
  add(stander: Stander): void;
  remove(stander: Stander): void;
} {
  const indexes = {
    obstacles: createRectIndex(),
    titles: createRectIndex(),
    containers: createRectIndex(),
  };
  const sorts = ['obstacles', 'titles', 'containers'] as const;
  return {
    ground: {
      obstacles: indexes.obstacles.near,
      titles: indexes.titles.near,
      containers: indexes.containers.near,
    },
    add(stander) {
      for (const sort of sorts) for (const rect of stander[sort]) indexes[sort].add(rect);
    },
    remove(stander) {
      for (const sort of sorts) for (const rect of stander[sort]) indexes[sort].remove(rect);
    },
  };
}

export function createArrowGround(catalog: Catalog): ArrowGround {
  const index = createGroundIndex();
  let standing = new Map<ResourceId, Standing>();
  let last: { readonly boxes: Boxes; readonly titles: Titles } | undefined;
  return {
    ...index.ground,
    update(boxes, titles) {
      if (last?.boxes === boxes && last.titles === titles) return unchanged;
      last = { boxes, titles };
      const gone: Stander[] = [];
      const come: Stander[] = [];
      const drop = (before: Standing): void => {
        index.remove(before);
        gone.push(before);
      };
      const next: typeof standing = new Map();
      for (const [id, box] of boxes) {
        const before = standing.get(id);
        const own = titles.of(id);
        if (before !== undefined && before.box === box && before.titles === own) {
          next.set(id, before);
          continue;
        }
        if (before !== undefined) drop(before);
        const now = { box, titles: own, ...standingOf(catalog, box) };
        index.add(now);
        come.push(now);
        next.set(id, now);
      }
      for (const [id, before] of standing) if (!next.has(id)) drop(before);
      standing = next;
      return { gone, come };
    },
  };
}

function standingOf(catalog: Catalog, box: Box): Pick<Stander, 'obstacles' | 'containers'> {
  if (isDrawnOver(catalog, box.resource.kind)) return { obstacles: [], containers: [] };
  if (catalog.kind(box.resource.kind).shape.as === 'container' && !isCollapsed(catalog, box.resource)) {
    const { x, y, w, h } = box;
    return { obstacles: [], containers: [{ x, y, w, h }] };
  }
  const label = labelRect(catalog, box);
  const own = visibleRect(catalog, box);
  return { obstacles: label === undefined ? [own] : [own, label], containers: [] };
}

/** Half the width of an icon's plate with a little air, how far that reaches, and the most that its label takes, in px. */
const plate = 28;
const plateTop = 3;
const plateBottom = 51;
const labelWidth = 116;
const labelLine = 15;

function linesOf(name: string): number {
  return textWidth(name, 12) + 6 > labelWidth ? 2 : 1;
}

/** What is seen of an icon: the plate, and as much of its label as is below it. Other boxes as they are. */
export function visibleRect(catalog: Catalog, { x, y, w, h, resource }: Box): Rect {
  if (catalog.kind(resource.kind).shape.as !== 'icon') return { x, y, w, h };
  return {
    x: Math.round(x + w / 2) - plate,
    y: y - plateTop,
    w: 2 * plate,
    h: plateTop + plateBottom + labelLine * linesOf(resource.name),
  };
}

/** The name below an icon, where that is wider than the plate. */
export function labelRect(catalog: Catalog, { x, y, w, resource }: Box): Rect | undefined {
  if (catalog.kind(resource.kind).shape.as !== 'icon') return undefined;
  const half = Math.ceil(Math.min(labelWidth, textWidth(resource.name, 12) + 6) / 2);
  if (half <= plate) return undefined;
  const middle = Math.round(x + w / 2);
  return { x: middle - half, y: y + plateBottom, w: 2 * half, h: labelLine * linesOf(resource.name) };
}
