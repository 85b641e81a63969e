/** What a PNG file of a picture has beside its pixels, and how many of these it may have. */
import { withTexts, type PngText } from '../../lib/png';
import { iconNotice } from './svg/artwork';
import type { Picture } from './picture';
import { pngKeyword } from './source';

/** Pixels for each px of the canvas, so that it is sharp on today's screens. */
export const usualScale = 2;

/**
 * No side is longer, and no picture has more pixels: what every browser's canvas takes
 * (https://developer.mozilla.org/en-US/docs/Web/HTML/Reference/Elements/canvas#maximum_canvas_size; Safari the least).
 */
const longestSide = 16_384;
const mostPixels = 67_000_000;

/** As asked for, or as large as it may be. */
export function pngScale({ view: { w, h } }: Picture, wanted = usualScale): number {
  return Math.min(wanted, longestSide / Math.max(w, h), Math.sqrt(mostPixels / (w * h)));
}

/** With its title, whose the icons are, its size in print, and the diagram itself. */
export function finishedPng(
  png: Uint8Array,
  { title }: Picture,
  { scale, source }: { readonly scale: number; readonly source?: string },
): Uint8Array<ArrayBuffer> {
  const texts: PngText[] = [
    { keyword: 'Title', text: title },
    { keyword: 'Copyright', text: iconNotice },
    ...(source === undefined ? [] : [{ keyword: pngKeyword, text: source }]),
  ];
  return withTexts(png, texts, 96 * scale);
}
