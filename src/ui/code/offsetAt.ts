/**
 * The offset of a line and a column, both counted from 1. `inEditor`: as the editor counts, to which each line break is one
 * character.
 */
export function offsetAt(text: string, line: number, column: number, inEditor = false): number {
  const breaks = /\r\n|\r|\n/g;
  let start = 0;
  let shorter = 0;
  for (let at = 1; at < line; at++) {
    const found = breaks.exec(text);
    if (found === null) break;
    start = breaks.lastIndex;
    shorter += found[0].length - 1;
  }
  const offset = Math.min(text.length, start + Math.max(0, column - 1));
  return inEditor ? offset - shorter : offset;
}
