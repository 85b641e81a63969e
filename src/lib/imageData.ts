/**
 * Images as they are kept inside diagrams: data URLs of PNG, JPEG, GIF or WebP. What an image is, and how large, is read from
 * its first bytes and never believed from what it calls itself: a file of a few bytes may ask a browser for gigabytes.
 *
 * Formats: PNG https://www.w3.org/TR/png-3/#11IHDR, GIF https://www.w3.org/Graphics/GIF/spec-gif89a.txt (section 18), JPEG
 * https://www.w3.org/Graphics/JPEG/itu-t81.pdf (B.2.2), WebP https://developers.google.com/speed/webp/docs/riff_container.
 */
export type ImageType = 'png' | 'jpeg' | 'gif' | 'webp';

export interface ImageHeader {
  readonly type: ImageType;
  /** In pixels. */
  readonly w: number;
  readonly h: number;
}

/** Of one image inside a diagram, in bytes before they are written as text. */
export const mostImageBytes = 1_000_000;
/** Of all images of one diagram together, likewise. */
export const mostBytesTogether = 6_000_000;
/** Width times height; four bytes each is what showing one takes. */
export const mostPixels = 40_000_000;

export type ImageFault = 'not-an-image' | 'too-many-bytes' | 'too-many-pixels';

/** What an image is by its first bytes; undefined for anything else. */
export function imageHeader(bytes: Uint8Array): ImageHeader | undefined {
  const found = png(bytes) ?? gif(bytes) ?? jpeg(bytes) ?? webp(bytes);
  return found === undefined || found.w < 1 || found.h < 1 ? undefined : found;
}

/** An image that is kept in a diagram, or what is wrong with it. */
export function keptImage(dataUrl: string): ImageHeader | ImageFault {
  const match = /^data:image\/(png|jpeg|gif|webp);base64,/.exec(dataUrl);
  if (match === null) return 'not-an-image';
  if (bytesOf(dataUrl) > mostImageBytes) return 'too-many-bytes';
  const base64 = dataUrl.slice(match[0].length);
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return 'not-an-image';
  const header = imageHeader(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
  if (header === undefined || header.type !== match[1]) return 'not-an-image';
  return header.w * header.h > mostPixels ? 'too-many-pixels' : header;
}

/** How many bytes a data URL holds, without reading it. */
export function bytesOf(dataUrl: string): number {
  const padding = dataUrl.endsWith('==') ? 2 : dataUrl.endsWith('=') ? 1 : 0;
  return Math.max(0, ((dataUrl.length - dataUrl.indexOf(',') - 1) * 3) / 4 - padding);
}

function png(bytes: Uint8Array): ImageHeader | undefined {
  if (!begins(bytes, 0, '\x89PNG\r\n\x1a\n') || !begins(bytes, 12, 'IHDR') || bytes.length < 24)
    return undefined;
  const view = viewOf(bytes);
  return { type: 'png', w: view.getUint32(16), h: view.getUint32(20) };
}

function gif(bytes: Uint8Array): ImageHeader | undefined {
  if (!(begins(bytes, 0, 'GIF87a') || begins(bytes, 0, 'GIF89a')) || bytes.length < 10) return undefined;
  const view = viewOf(bytes);
  return { type: 'gif', w: view.getUint16(6, true), h: view.getUint16(8, true) };
}

function jpeg(bytes: Uint8Array): ImageHeader | undefined {
  if (!begins(bytes, 0, '\xff\xd8\xff')) return undefined;
  const view = viewOf(bytes);
  // From marker to marker, until one that begins a frame says the size.
  for (let at = 2; at + 9 <= bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { type: 'jpeg', w: view.getUint16(at + 7), h: view.getUint16(at + 5) };
    const length = view.getUint16(at + 2);
    if (length < 2) return undefined;
    at += 2 + length;
  }
  return undefined;
}

function webp(bytes: Uint8Array): ImageHeader | undefined {
  if (!begins(bytes, 0, 'RIFF') || !begins(bytes, 8, 'WEBP') || bytes.length < 30) return undefined;
  const view = viewOf(bytes);
  const type = 'webp';
  if (begins(bytes, 12, 'VP8X')) {
    const [w, h] = [view.getUint32(24, true) & 0xffffff, view.getUint32(26, true) >>> 8];
    return { type, w: w + 1, h: h + 1 };
  }
  if (begins(bytes, 12, 'VP8L')) {
    const bits = view.getUint32(21, true);
    return { type, w: (bits & 0x3fff) + 1, h: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (begins(bytes, 12, 'VP8 '))
    return { type, w: view.getUint16(26, true) & 0x3fff, h: view.getUint16(28, true) & 0x3fff };
  return undefined;
}

function begins(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++)
    if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
