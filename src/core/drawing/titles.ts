/**
 * Where the words and the chips of containers' title lines stand, in canvas px. Lines are interrupted there so that the
 * words can be read; how wide words are is estimated, since nothing here has a browser.
 */
import type { Catalog } from '../catalog/catalog';
import { isCollapsed } from '../layout/collapsed';
import type { Rect } from '../../lib/rect';
import type { ResourceId } from '../model/document';
import { arialWidth } from '../../lib/arial';
import type { Box, Boxes } from './boxes';
import type { Hanging, Looks } from './looks';
import { indexOf } from '../../lib/rectIndex';

/** As the style sheet has them, in px. */
const line = 24;
const icon = 24;
const gap = 6;
const chipGap = 4;
const chipHeight = 18;
const chipMost = 132;
/** Of a chip beside its words: the picture, the gap, the padding and the border. */
const chipFrame = 30;
/** A fixed-width letter of the CIDR block. */
const monoWidth = 6.6;

export interface Titles {
  /** The title parts that a rectangle touches. */
  near(region: Rect): readonly Rect[];
  /** Those of one container; the very same list while nothing of it has changed. */
  of(id: ResourceId): readonly Rect[];
}

const none: readonly Rect[] = [];

interface Known {
  readonly of: readonly unknown[];
  readonly box: Box;
  /** Relative to the box, and on the canvas. */
  readonly rects: readonly Rect[];
  readonly placed: readonly Rect[];
}

export function createTitles(catalog: Catalog): (boxes: Boxes, looks: Looks) => Titles {
  // Relative to its box a title stays the same while that is dragged, and its words need not be measured again.
  let known = new Map<ResourceId, Known>();
  let last: { readonly boxes: Boxes; readonly looks: Looks; readonly titles: Titles } | undefined;
  return (boxes, looks) => {
    if (last?.boxes === boxes && last.looks === looks) return last.titles;
    const all: Rect[] = [];
    const next: typeof known = new Map();
    for (const [id, box] of boxes) {
      if (catalog.kind(box.resource.kind).shape.as !== 'container') continue;
      if (isCollapsed(catalog, box.resource)) continue;
      const of = [box.resource, box.w, looks.look(id), looks.chips(id)];
      const before = known.get(id);
      const isSame = before?.of.every((each, index) => each === of[index]) === true;
      const rects = isSame ? before.rects : titleOf(catalog, box, looks);
      const placed =
        isSame && before.box === box
          ? before.placed
          : rects.map((rect) => ({ ...rect, x: Math.round(rect.x + box.x), y: Math.round(rect.y + box.y) }));
      next.set(id, { of, box, rects, placed });
      all.push(...placed);
    }
    known = next;
    const now = next;
    const titles: Titles = { near: indexOf(all), of: (id) => now.get(id)?.placed ?? none };
    last = { boxes, looks, titles };
    return titles;
  };
}

/** Relative to the box. */
function titleOf(catalog: Catalog, { resource, w }: Box, looks: Looks): Rect[] {
  const kind = catalog.kind(resource.kind);
  if (kind.shape.as !== 'container') return [];
  const look = looks.look(resource.id);
  const hasIcon = (look.icon ?? kind.icon) !== null;
  const name = arialWidth(resource.name, 12, 600);
  const detail = look.detail === undefined ? 0 : look.detail.length * monoWidth + 8;
  const words = Math.min(w - 2 * gap, (hasIcon ? icon + gap : gap) + name + detail);
  const left = kind.shape.border.header === 'centred' ? (w - words) / 2 : 0;
  const rects: Rect[] = [{ x: left, y: 0, w: words, h: line }];
  const chips = looks.chips(resource.id).map(chipWidth);
  if (chips.length === 0) return rects;
  // The chips stand at the right, and give way before the words do.
  let right = w - gap;
  const room = right - (left + words + gap);
  const wanted = chips.reduce((sum, each) => sum + each + chipGap, -chipGap);
  const scale = wanted <= room ? 1 : Math.max(0.1, room / wanted);
  for (const each of chips.reverse()) {
    const width = each * scale;
    rects.push({ x: right - width, y: (line - chipHeight) / 2, w: width, h: chipHeight });
    right -= width + chipGap;
  }
  return rects;
}

function chipWidth({ resource, mark }: Hanging): number {
  return Math.min(
    chipMost,
    chipFrame + arialWidth(resource.name, 11) + (mark === null ? 0 : arialWidth(mark, 11) + 4),
  );
}
