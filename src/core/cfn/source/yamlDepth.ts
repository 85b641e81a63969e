/**
 * Where a YAML text is nested too deeply to be handed to the library, which calls itself for each level and would run out of
 * stack: that can end the whole process and not only the reading. The text is only skimmed, so brackets inside quotation
 * marks and block texts count too; the limit is far above what those hold in practice.
 */
const mostLevels = 1000;
const mostOnOneLine = 200;

/** The offset at which the limit is passed; undefined where it is not. */
export function tooDeepAt(text: string): number | undefined {
  return brackets(text) ?? indents(text);
}

function brackets(text: string): number | undefined {
  let depth = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === openSquare || code === openCurly) {
      if (++depth > mostLevels) return offset;
    } else if (code === closeSquare || code === closeCurly) depth = Math.max(0, depth - 1);
  }
  return undefined;
}

const [openSquare, closeSquare, openCurly, closeCurly] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Levels made by indentation, and by several list items on one line (`- - - x`). */
function indents(text: string): number | undefined {
  const open: number[] = [];
  for (const match of text.matchAll(/^( *)((?:[-?] +)*)/gm)) {
    const [, spaces = '', items = ''] = match;
    if (items.length / 2 > mostOnOneLine) return match.index;
    while ((open.at(-1) ?? -1) >= spaces.length) open.pop();
    open.push(spaces.length);
    if (open.length > mostLevels) return match.index;
  }
  return undefined;
}
