/**
 * Where what several plans add stands on the present diagram, when all of it is shown at once: inside the container that it is
 * for, clear of what is there, of borders and titles, and of what the other plans add.
 */
import type { Catalog } from '../catalog/catalog';
import { iconMiddle, standsOnBorder } from '../layout/border';
import { isCollapsed } from '../layout/collapsed';
import type { Document, ResourceId } from '../model/document';
import { around, centreOf, grown, holdsAll, overlaps, type Rect } from '../../lib/rect';
import { createRectIndex } from '../../lib/rectIndex';
import { labelRect, visibleRect } from './arrowGround';
import { createBoxes, type Box } from './boxes';
import { createLooks } from './looks';
import { createTitles } from './titles';

export interface Addition {
  /** The diagram with the plan, and what of it is to be shown. */
  readonly after: Document;
  readonly ids: readonly ResourceId[];
}

/** Of an icon what is seen of it, with its label; in absolute px. And by how far it is moved from where its plan has it. */
export interface Together {
  readonly rect: Rect;
  readonly by: { readonly x: number; readonly y: number };
}

/** What is kept clear of other things and of borders, how far apart the tried places are, and how far away they are, in px. */
const air = 6;
const step = 8;
const reach = 480;

/**
 * By id, for each of the designs. What two of them add alike stands in one place. Where there is no free place, one stays where
 * its plan has it.
 */
export function placesTogether(
  catalog: Catalog,
  document: Document,
  designs: readonly Addition[],
): readonly ReadonlyMap<ResourceId, Together>[] {
  const boxes = createBoxes(catalog)(document);
  const titles = createTitles(catalog)(boxes, createLooks(catalog)(document));
  const isOpen = ({ resource }: Box): boolean =>
    catalog.kind(resource.kind).shape.as === 'container' && !isCollapsed(catalog, resource);
  const containers = [...boxes.values()].filter(isOpen);
  const taken = createRectIndex(
    [...boxes.values()].filter((box) => !isOpen(box)).map((box) => labelledRect(catalog, box)),
  );
  const placed = new Map<string, Rect>();

  /** The innermost container that is there already; null on the bare canvas. */
  const homeOf = (after: Document, { resource }: Box): Box | null => {
    for (let id = resource.parentId; id !== null; id = after.resources.get(id)?.parentId ?? null) {
      const box = boxes.get(id);
      if (box !== undefined) return box;
    }
    return null;
  };
  /** Whether a place is free; `border`: the container on whose border it may stand. */
  const isFree = (rect: Rect, home: Box | null, border: Box | null): boolean => {
    const withAir = grown(rect, air);
    if (taken.near(withAir).length > 0 || titles.near(withAir).length > 0) return false;
    return containers.every(
      (box) =>
        box === border || !overlaps(box, withAir) || (holdsAll(box, withAir) && isAround(boxes, box, home)),
    );
  };

  const placeOf = (after: Document, box: Box): Rect => {
    const wanted = labelledRect(catalog, box);
    const home = homeOf(after, box);
    const parent = after.resources.get(box.resource.parentId ?? '');
    const isGateway = home !== null && standsOnBorder(catalog, box.resource.kind, parent?.kind);
    const border = isGateway && home.resource.id === parent?.id ? home : null;
    if (isFree(wanted, home, border)) return wanted;
    let best: Rect | undefined;
    let least = Infinity;
    const from = centreOf(wanted);
    for (const rect of border === null ? placesIn(home, wanted) : placesOn(border, wanted)) {
      const to = centreOf(rect);
      const far = Math.hypot(to.x - from.x, to.y - from.y);
      if (far < least && isFree(rect, home, border)) [best, least] = [rect, far];
    }
    return best ?? wanted;
  };

  return designs.map(({ after, ids }) => {
    const own = createBoxes(catalog)(after);
    const found = new Map<ResourceId, Together>();
    for (const id of ids) {
      const box = own.get(id);
      if (box === undefined) continue;
      const { kind, name } = box.resource;
      const key = JSON.stringify([kind, name, homeOf(after, box)?.resource.id]);
      const known = placed.get(key);
      const rect = known ?? placeOf(after, box);
      if (known === undefined) {
        placed.set(key, rect);
        taken.add(rect);
      }
      const wanted = labelledRect(catalog, box);
      found.set(id, { rect, by: { x: rect.x - wanted.x, y: rect.y - wanted.y } });
    }
    return found;
  });
}

/** What is seen of a box, with the whole of its label. */
function labelledRect(catalog: Catalog, box: Box): Rect {
  const own = visibleRect(catalog, box);
  return around([own, labelRect(catalog, box) ?? own]) ?? own;
}

/** Whether a container is another one, or around it. */
function isAround(boxes: ReadonlyMap<ResourceId, Box>, container: Box, home: Box | null): boolean {
  for (let box = home ?? undefined; box !== undefined; box = boxes.get(box.resource.parentId ?? ''))
    if (box === container) return true;
  return false;
}

function* placesIn(home: Rect | null, { x, y, w, h }: Rect): Generator<Rect> {
  const room = home ?? { x: x - reach, y: y - reach, w: w + 2 * reach, h: h + 2 * reach };
  for (let top = room.y + air + 1; top + h < room.y + room.h; top += step)
    for (let left = room.x + air + 1; left + w < room.x + room.w; left += step)
      yield { x: left, y: top, w, h };
}

/** The middle of an icon is on the border. */
function* placesOn({ x, y, w, h }: Rect, size: Rect): Generator<Rect> {
  const own = { w: size.w, h: size.h };
  for (let left = x; left + own.w <= x + w; left += step)
    for (const top of [y, y + h]) yield { x: left, y: top - iconMiddle, ...own };
  for (let top = y; top + own.h <= y + h; top += step)
    for (const middle of [x, x + w]) yield { x: middle - own.w / 2, y: top, ...own };
}
