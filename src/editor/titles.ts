/**
 * Where the words and the chips of containers' title lines stand, in canvas px. Lines are interrupted there so that the
 * words can be read; how wide words are is estimated, since nothing here has a browser.
 */
import type { Catalog } from '../core/catalog/catalog';
import type { Rect } from '../lib/rect';
import { textWidth } from '../lib/textWidth';
import type { Box, Boxes } from './boxes';
import type { Hanging, Looks } from './looks';
import { indexOf } from './rectIndex';

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
}

export function createTitles(catalog: Catalog): (boxes: Boxes, looks: Looks) => Titles {
  let last: { readonly boxes: Boxes; readonly looks: Looks; readonly titles: Titles } | undefined;
  return (boxes, looks) => {
    if (last?.boxes === boxes && last.looks === looks) return last.titles;
    const all: Rect[] = [];
    for (const box of boxes.values()) all.push(...titleOf(catalog, box, looks));
    const titles: Titles = { near: indexOf(all) };
    last = { boxes, looks, titles };
    return titles;
  };
}

function titleOf(catalog: Catalog, box: Box, looks: Looks): Rect[] {
  const { resource, x, y, w } = box;
  const kind = catalog.kind(resource.kind);
  if (kind.shape.as !== 'container') return [];
  const look = looks.look(resource.id);
  const hasIcon = (look.icon ?? kind.icon) !== null;
  const name = textWidth(resource.name, 12.6);
  const detail = look.detail === undefined ? 0 : look.detail.length * monoWidth + 8;
  const words = Math.min(w - 2 * gap, (hasIcon ? icon + gap : gap) + name + detail);
  const left = kind.shape.border.header === 'centred' ? x + (w - words) / 2 : x;
  const rects: Rect[] = [{ x: left, y, w: words, h: line }];
  const chips = looks.chips(resource.id).map(chipWidth);
  if (chips.length === 0) return rects;
  // The chips stand at the right, and give way before the words do.
  let right = x + w - gap;
  const room = right - (left + words + gap);
  const wanted = chips.reduce((sum, each) => sum + each + chipGap, -chipGap);
  const scale = wanted <= room ? 1 : Math.max(0.1, room / wanted);
  for (const each of chips.reverse()) {
    const width = each * scale;
    rects.push({ x: right - width, y: y + (line - chipHeight) / 2, w: width, h: chipHeight });
    right -= width + chipGap;
  }
  return rects;
}

function chipWidth({ resource, mark }: Hanging): number {
  return Math.min(
    chipMost,
    chipFrame + textWidth(resource.name, 11) + (mark === null ? 0 : textWidth(mark, 11) + 4),
  );
}
