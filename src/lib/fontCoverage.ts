/** Which characters a TrueType or OpenType font has (https://learn.microsoft.com/en-us/typography/opentype/spec/cmap). */

/** Of a file that is no such font, no character. */
export function createCoverage(font: Uint8Array): (character: string) => boolean {
  const ranges = rangesIn(new DataView(font.buffer, font.byteOffset, font.byteLength));
  return (character) => {
    const code = character.codePointAt(0) ?? 0;
    return ranges.some(([from, to]) => from <= code && code <= to);
  };
}

type Range = readonly [from: number, to: number];

function rangesIn(view: DataView): readonly Range[] {
  const table = tableAt(view, 'cmap');
  if (table === undefined) return [];
  const count = view.getUint16(table + 2);
  let best: number | undefined;
  for (let index = 0; index < count; index++) {
    const at = table + view.getUint32(table + 4 + index * 8 + 4);
    // The one for all of Unicode; else that for the first plane.
    if (view.getUint16(at) === 12) return groups(view, at);
    if (view.getUint16(at) === 4) best = at;
  }
  return best === undefined ? [] : segments(view, best);
}

function groups(view: DataView, at: number): Range[] {
  return Array.from({ length: view.getUint32(at + 12) }, (_, index) => [
    view.getUint32(at + 16 + index * 12),
    view.getUint32(at + 20 + index * 12),
  ]);
}

function segments(view: DataView, at: number): Range[] {
  const doubled = view.getUint16(at + 6);
  return Array.from({ length: doubled / 2 }, (_, index) => [
    view.getUint16(at + 16 + doubled + index * 2),
    view.getUint16(at + 14 + index * 2),
  ]);
}

function tableAt(view: DataView, name: string): number | undefined {
  const count = view.byteLength < 12 ? 0 : view.getUint16(4);
  for (let index = 0; index < count; index++) {
    const at = 12 + index * 16;
    if (at + 16 > view.byteLength) return undefined;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));
    if (tag === name) return view.getUint32(at + 8);
  }
  return undefined;
}
