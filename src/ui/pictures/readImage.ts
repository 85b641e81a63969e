/**
 * An image of somebody's, drawn anew so that nothing of the file but its pixels comes into the diagram: no script of an SVG,
 * no place where a photo was taken. An SVG is shown by the browser as an image, in which no script runs and nothing is loaded.
 */
import { imageHeader, mostImageBytes, mostPixels } from '../../lib/imageData';
import type { Words } from '../../lib/words';

export interface DrawnImage {
  /** As diagrams keep it. */
  readonly data: string;
  /** In px of the canvas. */
  readonly w: number;
  readonly h: number;
}

/** Larger files are refused unread. */
const mostFileBytes = 20_000_000;
/** The longer side of a kept image, in pixels: sharp at twice the width of most diagrams' pictures. */
const mostSide = 1600;
/** The longer side on the canvas at first, in px. */
const firstSide = 480;
/** What an SVG that names no size is drawn at, as the specification of CSS has it for images without one. */
const svgSide = 300;

export async function readImage(file: Blob): Promise<DrawnImage | { readonly failure: Words }> {
  if (file.size > mostFileBytes) return { failure: tooManyBytes };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const header = imageHeader(bytes);
    if (header !== undefined) {
      if (header.w * header.h > mostPixels) return { failure: tooManyPixels };
      // What the file is called and says it is does not matter from here on.
      const bitmap = await createImageBitmap(new Blob([bytes], { type: `image/${header.type}` }));
      return await kept(bitmap, bitmap.width, bitmap.height);
    }
    if (!isSvg(bytes)) return { failure: notAnImage };
    const svg = await shownAsImage(bytes);
    const [w, h] = svg.naturalWidth > 0 ? [svg.naturalWidth, svg.naturalHeight] : [svgSide, svgSide];
    // A drawing without pixels of its own is kept at twice its size.
    const scale = Math.min(2, mostSide / Math.max(w, h));
    return await kept(svg, w, h, scale);
  } catch {
    return { failure: notAnImage };
  }
}

function isSvg(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 4096));
  return /<svg[\s>]/i.test(start) && /^[\s\uFEFF]*</.test(start);
}

async function shownAsImage(bytes: Uint8Array): Promise<HTMLImageElement> {
  // Of a data URL and not an object URL: in Chromium, what an SVG of the latter kind holds may taint the canvas.
  const text = new TextDecoder().decode(bytes);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  return image;
}

/** Drawn at most so large as diagrams keep images, and smaller again until it is small enough in bytes. */
async function kept(
  source: CanvasImageSource,
  w: number,
  h: number,
  wanted = 1,
): Promise<DrawnImage | { readonly failure: Words }> {
  if (w < 1 || h < 1) return { failure: notAnImage };
  const first = Math.min(wanted, mostSide / Math.max(w, h));
  // Eight steps make a sixteenth of it, which is small enough of anything.
  for (let scale = first; scale > first / 18; scale *= 0.7) {
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(w * scale));
    canvas.height = Math.max(1, Math.round(h * scale));
    canvas.getContext('2d')?.drawImage(source, 0, 0, canvas.width, canvas.height);
    // PNG keeps letters and transparency as they are; a photo is a tenth as large as WebP. Where a browser writes no WebP it
    // gives PNG again, and the next size is tried.
    for (const [type, quality] of [['image/png'], ['image/webp', 0.85]] as const) {
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality));
      if (blob === null || blob.size > mostImageBytes / (type === 'image/png' ? 2 : 1)) continue;
      const shrunk = Math.min(1, firstSide / Math.max(w, h));
      return {
        data: await dataUrl(blob),
        w: Math.max(16, Math.round(w * shrunk)),
        h: Math.max(16, Math.round(h * shrunk)),
      };
    }
  }
  return { failure: tooManyBytes };
}

async function dataUrl(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  // In pieces: a function takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return `data:${blob.type};base64,${btoa(text)}`;
}

const notAnImage: Words = {
  en: 'it is no PNG, JPEG, GIF, WebP or SVG image that this browser can show',
  ja: 'このブラウザで表示できる PNG、JPEG、GIF、WebP、SVG の画像ではありません',
};
const tooManyBytes: Words = {
  en: `it is larger than ${mostFileBytes / 1_000_000} MB`,
  ja: `${mostFileBytes / 1_000_000} MB を超えています`,
};
const tooManyPixels: Words = {
  en: `it has more than ${mostPixels / 1_000_000} million pixels`,
  ja: `${mostPixels / 10_000} 万画素を超えています`,
};
