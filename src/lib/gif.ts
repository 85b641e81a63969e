/**
 * Writes GIF files: frames of indexes into one palette, each compressed by itself. A frame is a rectangle that is put on what
 * was there before, so that where little moves little is written. https://www.w3.org/Graphics/GIF/spec-gif89a.txt
 */
import type { Rect } from './rect';

export interface GifOptions {
  /** In px, up to 65,535. */
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each colour, up to 256 of them. */
  readonly palette: Uint8Array;
  /** The index that leaves what was there before. */
  readonly transparent: number;
  /** Plain ASCII, for whoever looks into the file. */
  readonly comment?: string;
}

export interface GifFrame extends Rect {
  /** One for each px, line by line. */
  readonly indexes: Uint8Array;
  /** How long it is seen, in hundredths of a second. */
  readonly delay: number;
}

/** The file repeats for ever. */
export function createGif({ width, height, palette, transparent, comment = '' }: GifOptions): {
  put(frame: GifFrame): void;
  end(): Uint8Array<ArrayBuffer>;
} {
  const out = createBytes();
  out.ascii('GIF89a');
  out.words(width, height);
  // One table for all frames, of 256 colours of 8 bits; its background is the first.
  out.bytes(0xf7, 0, 0);
  const table = new Uint8Array(768);
  table.set(palette.subarray(0, 768));
  out.put(table);
  out.bytes(0x21, 0xff, 11);
  out.ascii('NETSCAPE2.0');
  out.bytes(3, 1, 0, 0, 0);
  if (comment !== '') {
    out.bytes(0x21, 0xfe);
    for (let at = 0; at < comment.length; at += 255) {
      const part = comment.slice(at, at + 255);
      out.bytes(part.length);
      out.ascii(part);
    }
    out.bytes(0);
  }
  const compress = createCompressor();
  return {
    put: ({ x, y, w, h, indexes, delay }) => {
      // It stays where it is put, and one index shows what is below.
      out.bytes(0x21, 0xf9, 4, 0b101);
      out.words(delay);
      out.bytes(transparent, 0, 0x2c);
      out.words(x, y, w, h);
      out.bytes(0, codeSize);
      const data = compress(indexes);
      for (let at = 0; at < data.length; at += 255) {
        const part = data.subarray(at, at + 255);
        out.bytes(part.length);
        out.put(part);
      }
      out.bytes(0);
    },
    end: () => {
      out.bytes(0x3b);
      return out.all();
    },
  };
}

/** Bits of an index. */
const codeSize = 8;
const clearCode = 1 << codeSize;
const endCode = clearCode + 1;
const mostCodes = 4096;

/** LZW with codes that grow from 9 to 12 bits, as appendix F of the specification has it. */
function createCompressor(): (indexes: Uint8Array) => Uint8Array {
  // For each code and the index behind it, the code of both together; 0 where there is none yet.
  const table = new Uint16Array(mostCodes << codeSize);
  let out = new Uint8Array(1 << 16);
  return (indexes) => {
    let [length, held, bits] = [0, 0, 0];
    let width = codeSize + 1;
    let next = endCode + 1;
    const put = (code: number): void => {
      held |= code << bits;
      bits += width;
      if (length + 4 > out.length) {
        const larger = new Uint8Array(out.length * 2);
        larger.set(out);
        out = larger;
      }
      while (bits >= 8) {
        out[length++] = held & 0xff;
        held >>>= 8;
        bits -= 8;
      }
    };
    table.fill(0);
    put(clearCode);
    let before = indexes[0] ?? 0;
    for (let at = 1; at < indexes.length; at++) {
      const index = indexes[at] ?? 0;
      const key = (before << codeSize) | index;
      const known = table[key] ?? 0;
      if (known !== 0) {
        before = known;
        continue;
      }
      put(before);
      if (next === mostCodes) {
        put(clearCode);
        table.fill(0);
        width = codeSize + 1;
        next = endCode + 1;
      } else {
        if (next === 1 << width) width++;
        table[key] = next++;
      }
      before = index;
    }
    put(before);
    // The reader has made one more code by now, which may be the first of more bits.
    if (next === 1 << width && width < 12) width++;
    put(endCode);
    if (bits > 0) out[length++] = held & 0xff;
    return out.slice(0, length);
  };
}

function createBytes(): {
  bytes(...given: number[]): void;
  words(...given: number[]): void;
  ascii(text: string): void;
  put(given: Uint8Array): void;
  all(): Uint8Array<ArrayBuffer>;
} {
  let buffer = new Uint8Array(1 << 16);
  let length = 0;
  const put = (given: Uint8Array): void => {
    if (length + given.length > buffer.length) {
      const larger = new Uint8Array(Math.max(buffer.length * 2, length + given.length));
      larger.set(buffer);
      buffer = larger;
    }
    buffer.set(given, length);
    length += given.length;
  };
  return {
    put,
    bytes: (...given) => put(Uint8Array.from(given)),
    words: (...given) => put(Uint8Array.from(given.flatMap((word) => [word & 0xff, (word >> 8) & 0xff]))),
    ascii: (text) => put(Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0x7f)),
    all: () => buffer.slice(0, length),
  };
}
