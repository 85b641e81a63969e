/** Texts within a PNG file (https://www.w3.org/TR/png-3/#11textinfo): put in, and found again. */
import { crc32 } from './checksum';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

export interface PngText {
  /** 1 to 79 Latin letters and digits. */
  readonly keyword: string;
  readonly text: string;
}

/**
 * The file with these texts behind its header, where those who read only its beginning find them. `pixelsPerInch`: what size
 * it is when it is put into a document.
 */
export function withTexts(
  png: Uint8Array,
  texts: readonly PngText[],
  pixelsPerInch?: number,
): Uint8Array<ArrayBuffer> {
  const header = chunksIn(png)[0];
  if (header?.type !== 'IHDR') throw new Error('a PNG file begins with its header');
  const behind = [
    ...(pixelsPerInch === undefined ? [] : [chunk('pHYs', resolution(pixelsPerInch))]),
    ...texts.map((text) => chunk('iTXt', internationalText(text))),
  ];
  return joined([png.subarray(0, header.end), ...behind, png.subarray(header.end)]);
}

/** The text of a keyword, where the file has it as uncompressed international text; undefined for a damaged one. */
export function textIn(png: Uint8Array, keyword: string): string | undefined {
  for (const { type, data } of chunksIn(png)) {
    if (type !== 'iTXt') continue;
    const parts = partsOf(data);
    if (parts !== undefined && parts.keyword === keyword) return parts.text;
  }
  return undefined;
}

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
  /** Where the next one begins. */
  readonly end: number;
}

/** As many as there are whole. Lengths are believed only as far as the file goes. */
function chunksIn(png: Uint8Array): readonly Chunk[] {
  if (!isPng(png)) return [];
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: Chunk[] = [];
  let at = signature.length;
  while (at + 12 <= png.length) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > png.length) break;
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    chunks.push({ type, data: png.subarray(at + 8, at + 8 + length), end });
    at = end;
  }
  return chunks;
}

/** Keyword, 0, compressed or not, method, language, 0, translated keyword, 0, text. */
function partsOf(data: Uint8Array): PngText | undefined {
  const keywordEnd = data.indexOf(0);
  if (keywordEnd < 1 || keywordEnd > 79 || data[keywordEnd + 1] !== 0) return undefined;
  const languageEnd = data.indexOf(0, keywordEnd + 3);
  const translatedEnd = languageEnd < 0 ? -1 : data.indexOf(0, languageEnd + 1);
  if (translatedEnd < 0) return undefined;
  return {
    keyword: String.fromCharCode(...data.subarray(0, keywordEnd)),
    text: new TextDecoder().decode(data.subarray(translatedEnd + 1)),
  };
}

function internationalText({ keyword, text }: PngText): Uint8Array {
  const encoder = new TextEncoder();
  return joined([encoder.encode(keyword), Uint8Array.of(0, 0, 0, 0, 0), encoder.encode(text)]);
}

function resolution(pixelsPerInch: number): Uint8Array {
  const perMetre = Math.round(pixelsPerInch / 0.0254);
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  data[8] = 1;
  return data;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const named = joined([new TextEncoder().encode(type), data]);
  const [length, checksum] = [new Uint8Array(4), new Uint8Array(4)];
  new DataView(length.buffer).setUint32(0, data.length);
  new DataView(checksum.buffer).setUint32(0, crc32(named));
  return joined([length, named, checksum]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
