/**
 * A page of a presentation: its title, its picture and its text on a sheet of 16:9, in points. The sheet is as large as
 * PowerPoint's, so that both have the same places.
 */
import { nameLines, widthOf } from '../picture/lines';
import type { Rect } from '../../lib/rect';
import type { Page } from './pages';
import { proseIn, type Prose } from './prose';

/** Points: 13.33 by 7.5 inches. */
export const slideSize = { w: 960, h: 540 } as const;

export interface Slide {
  readonly title: { readonly lines: readonly string[]; readonly size: number; readonly room: Rect };
  /** Where the picture's view is, without distortion. */
  readonly picture: Rect;
  /** Points for each px of the canvas. */
  readonly scale: number;
  readonly text: { readonly prose: Prose; readonly room: Rect } | undefined;
}

const margin = 36;
const gap = 24;
const titleSize = 26;
const titleLeading = 1.25;
/** From large to small: the largest in which the text has room. */
const sizes = [22, 20, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9];
const usualSizes = sizes.filter((size) => size <= 18);
/** Below a picture lines are long, and the larger letters would take its room. */
const sizesBelow = sizes.filter((size) => size <= 15);
/** No picture is drawn larger than this: an icon would look like a poster. */
const largestScale = 1.6;

export function slideOf({ title, text, picture: { view } }: Page): Slide {
  const width = slideSize.w - 2 * margin;
  const type = { size: titleSize, weight: 600 } as const;
  const lines = title === '' ? [] : nameLines(title, width, 2, type);
  // Two short lines are one, a size smaller.
  const small = titleSize * Math.min(1, width / Math.max(1, widthOf(title, type)));
  const isSmaller = lines.length === 2 && small >= 20;
  const size = isSmaller ? small : titleSize;
  const shown = isSmaller ? [title] : lines;
  const titleRoom = { x: margin, y: margin - 6, w: width, h: shown.length * size * titleLeading };
  const top = shown.length === 0 ? margin : titleRoom.y + titleRoom.h + 14;
  const body = { x: margin, y: top, w: width, h: slideSize.h - margin - top };
  const placed =
    text.length === 0
      ? { picture: fitting(view, body), text: undefined }
      : better(beside(view, text, body), below(view, text, body));
  return {
    title: { lines: shown, size, room: titleRoom },
    ...placed,
    scale: placed.picture.w / view.w,
  };
}

interface Placed {
  readonly picture: Rect;
  readonly text: NonNullable<Slide['text']>;
}

/** The one in which the text is legible, and then that with the larger picture. */
function better(one: Placed, other: Placed): Placed {
  const [oneSize, otherSize] = [one.text.prose.size, other.text.prose.size];
  if (Math.min(oneSize, otherSize) < 12 && oneSize !== otherSize) return oneSize > otherSize ? one : other;
  return one.picture.w >= other.picture.w ? one : other;
}

const narrowestColumn = 272;
/** Lines that are longer are hard to follow from one to the next; those of larger letters may be. */
const widestColumn = 400;
const widestLargeColumn = 560;
const largeFrom = 20;

/** The text stands at the right, the picture in the middle of what that leaves. */
function beside(view: Rect, text: Page['text'], body: Rect): Placed {
  const { y, w, h } = fitting(view, { ...body, w: body.w - narrowestColumn - gap });
  const free = body.w - w - gap;
  const top = Math.min(y, body.y + 40);
  const column = (widest: number): Rect => {
    const room = Math.min(widest, free);
    return { x: body.x + body.w - room, y: top, w: room, h: body.h - (top - body.y) };
  };
  // A narrow picture leaves room for larger letters.
  const large = column(widestLargeColumn);
  const inLarge = proseFitting(text, large, sizes);
  const isLarge = large.w > widestColumn && inLarge.size >= largeFrom && inLarge.height <= large.h;
  const room = isLarge ? large : column(widestColumn);
  const prose = isLarge ? inLarge : proseFitting(text, room, usualSizes);
  return { picture: { x: body.x + (body.w - gap - room.w - w) / 2, y: top, w, h }, text: { prose, room } };
}

function below(view: Rect, text: Page['text'], body: Rect): Placed {
  // At most two fifths of the sheet are text.
  const most = body.h * 0.4;
  const prose = proseFitting(text, { ...body, h: most }, sizesBelow);
  const h = Math.min(most, prose.height);
  const picture = fitting(view, { ...body, h: body.h - h - gap / 2 });
  return { picture, text: { prose, room: { ...body, y: body.y + body.h - h, h } } };
}

function proseFitting(text: Page['text'], { w, h }: Rect, from: readonly number[]): Prose {
  let prose = proseIn(text, w, from[0] ?? titleSize);
  for (const size of from.slice(1)) {
    if (prose.height <= h) break;
    prose = proseIn(text, w, size);
  }
  return prose;
}

/** In the middle of its room. */
function fitting(view: Rect, room: Rect): Rect {
  const scale = Math.min(room.w / view.w, room.h / view.h, largestScale);
  const [w, h] = [view.w * scale, view.h * scale];
  return { x: room.x + (room.w - w) / 2, y: room.y + (room.h - h) / 2, w, h };
}
