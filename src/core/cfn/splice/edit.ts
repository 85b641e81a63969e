/** Changes of a text, by offsets into it as it was. */
export interface Edit {
  readonly start: number;
  /** The same as `start` where something is only added. */
  readonly end: number;
  readonly text: string;
  /** The section and key that the text adds to a template, where it adds one. */
  readonly adds?: readonly [section: string, key: string];
}

/** The edits in the order of the text; additions at one place in the order in which they were made, before what is removed there. */
export function inTextOrder(edits: readonly Edit[]): readonly Edit[] {
  const removes = ({ start, end }: Edit): number => (end > start ? 1 : 0);
  return [...edits].sort((a, b) => a.start - b.start || removes(a) - removes(b));
}

/** `edits` in the order of the text. Undefined when two of them want the same part of it. */
export function applyEdits(text: string, edits: readonly Edit[]): string | undefined {
  let result = '';
  let from = 0;
  for (const { start, end, text: inserted } of edits) {
    if (start < from) return undefined;
    result += text.slice(from, start) + inserted;
    from = end;
  }
  return result + text.slice(from);
}

/** Where in the new text the things of the old one are; `edits` in the order of the text. */
export function createShift(edits: readonly Edit[]): {
  /** Of the beginning of something: behind what is added right there. */
  readonly start: (offset: number) => number;
  /** Of the end of something: before what is added right there. */
  readonly end: (offset: number) => number;
} {
  // How far what lies behind each edit was moved.
  const moved = [0];
  for (const { start, end, text } of edits) moved.push((moved.at(-1) ?? 0) + text.length - (end - start));
  const shift = (offset: number, isBefore: (edit: Edit) => boolean): number => {
    let [low, high] = [0, edits.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const edit = edits[middle];
      if (edit !== undefined && isBefore(edit)) low = middle + 1;
      else high = middle;
    }
    const last = edits[low - 1];
    // Inside what was replaced, the end of what came in its place is as near as can be.
    const reached = last === undefined ? offset : Math.max(offset, last.end);
    return reached + (moved[low] ?? 0);
  };
  return {
    start: (offset) =>
      shift(offset, ({ start, end }) => start < offset || (start === offset && end === start)),
    end: (offset) => shift(offset, ({ start }) => start < offset),
  };
}
