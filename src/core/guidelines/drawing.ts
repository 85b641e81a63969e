/** What a guideline may see: a diagram as it is drawn, its parts in absolute px. */
import { createRectIndex } from '../../lib/rectIndex';
import type { Rect } from '../../lib/rect';
import type { Words } from '../../lib/words';
import type { Catalog } from '../catalog/catalog';
import { createBoxes, type Box, type Boxes } from '../drawing/boxes';
import { createLooks, type Looks } from '../drawing/looks';
import { createTitles, type Titles } from '../drawing/titles';
import { isCollapsed } from '../layout/collapsed';
import { isDrawnOver } from '../layout/drawnOver';
import type { Document, Resource, ResourceId } from '../model/document';
import { nameLines } from '../picture/lines';
import { iconName, iconNameRect, iconSide } from '../picture/shapes/icon';

export interface Drawing {
  readonly catalog: Catalog;
  readonly document: Document;
  /** What is in sight; what stands in a collapsed container is not. */
  readonly boxes: Boxes;
  readonly looks: Looks;
  readonly titles: Titles;
  /** What stands in a box (null: on the canvas) and takes room there, with what stands on its border. */
  inside(parent: ResourceId | null): readonly Box[];
  /** What is seen of a box: the artwork and the name of an icon, others as they are. */
  parts(box: Box): readonly Part[];
  /** The parts of all icons and notes that touch a region; not those of what is drawn over them. */
  partsNear(region: Rect): readonly Part[];
  /** What people call it: its name, or that of its kind where it has none. */
  called(id: ResourceId): Words;
  isOpen(box: Box): boolean;
}

/** A rectangle of what is seen of a box. */
export interface Part extends Rect {
  readonly is: 'artwork' | 'name' | 'box';
  readonly of: Box;
}

/** Gives the drawings of the documents of one catalog; what has not changed from one to the next is not made again. */
export function createDrawings(catalog: Catalog): (document: Document) => Drawing {
  const boxesOf = createBoxes(catalog);
  const looksOf = createLooks(catalog);
  const titlesOf = createTitles(catalog);
  const partsOf = new WeakMap<Box, readonly Part[]>();
  const names = new WeakMap<Resource, readonly string[]>();
  const parts = (box: Box): readonly Part[] => {
    let found = partsOf.get(box);
    if (found === undefined) partsOf.set(box, (found = partsFound(catalog, box, names)));
    return found;
  };
  return (document) => {
    const boxes = boxesOf(document);
    const looks = looksOf(document);
    const within = new Map<ResourceId | null, Box[]>();
    for (const box of boxes.values()) {
      if (isDrawnOver(catalog, box.resource.kind)) continue;
      const { parentId } = box.resource;
      const beside = within.get(parentId);
      if (beside === undefined) within.set(parentId, [box]);
      else beside.push(box);
    }
    let index: ReturnType<typeof createRectIndex> | undefined;
    const isOpen = ({ resource }: Box): boolean =>
      catalog.kind(resource.kind).shape.as === 'container' && !isCollapsed(catalog, resource);
    return {
      catalog,
      document,
      boxes,
      looks,
      titles: titlesOf(boxes, looks),
      inside: (parent) => within.get(parent) ?? [],
      parts,
      partsNear(region) {
        if (index === undefined) {
          index = createRectIndex();
          for (const box of boxes.values())
            if (!isOpen(box) && !isDrawnOver(catalog, box.resource.kind)) parts(box).forEach(index.add);
        }
        // Nothing but parts was added.
        return index.near(region) as Part[];
      },
      called(id) {
        const resource = document.resources.get(id);
        if (resource === undefined) return { en: id, ja: id };
        const name = resource.name.trim();
        return name === '' ? catalog.kind(resource.kind).label : { en: name, ja: name };
      },
      isOpen,
    };
  };
}

function partsFound(
  catalog: Catalog,
  box: Box,
  names: WeakMap<Resource, readonly string[]>,
): readonly Part[] {
  const { x, y, w, h, resource } = box;
  const kind = catalog.kind(resource.kind);
  if (kind.shape.as !== 'icon') return [{ x, y, w, h, is: 'box', of: box }];
  const artwork: Part = { x: x + (w - iconSide) / 2, y, w: iconSide, h: iconSide, is: 'artwork', of: box };
  let lines = names.get(resource);
  if (lines === undefined) {
    // English labels are the longer ones.
    const name = resource.name.trim() === '' ? kind.label.en : resource.name;
    names.set(resource, (lines = nameLines(name, iconName.room, iconName.lines, iconName.type)));
  }
  return [artwork, { ...iconNameRect(box, lines), is: 'name', of: box }];
}
