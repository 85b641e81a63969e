/** The text of a page in lines: what is bold stays bold, lists keep their marks, code its line breaks. */
import { breakable, graphemes, widthOf, withoutControls } from '../picture/lines';
import type { Block, Span } from '../scenes/markdown';

export interface ProseLine {
  /** From the left edge of the column, in the unit of the size. */
  readonly indent: number;
  /** From the top of the column to the line's base line. */
  readonly baseline: number;
  readonly runs: readonly ProseRun[];
  /** Of which block it is a part, by its number. */
  readonly block: number;
}

export interface ProseRun {
  readonly text: string;
  readonly weight: 400 | 600;
  readonly face: 'sans' | 'mono';
  readonly isItalic: boolean;
}

export interface Prose {
  readonly lines: readonly ProseLine[];
  /** From the top of the column to where the next line would begin. */
  readonly height: number;
  /** Of the letters. */
  readonly size: number;
}

/** In parts of the size of the letters. */
const leading = 1.45;
const between = 0.6;
const hanging = 1.5;

/** The blocks in a column of so much width. */
export function proseIn(blocks: readonly Block[], width: number, size: number): Prose {
  const lines: ProseLine[] = [];
  let y = 0;
  blocks.forEach((block, number) => {
    if (number > 0) y += between * size;
    for (const { text, indent, mark } of paragraphsOf(block, size)) {
      broken(text, width - indent, size).forEach((runs, index) => {
        const marked = index === 0 && mark !== '' ? { text: mark, ...plain } : undefined;
        const baseline = y + size * (leading / 2 + 0.35);
        if (marked !== undefined)
          lines.push({ indent: indent - hanging * size, baseline, runs: [marked], block: number });
        lines.push({ indent, baseline, runs, block: number });
        y += leading * size;
      });
    }
  });
  return { lines, height: y, size };
}

const plain: Omit<ProseRun, 'text'> = { weight: 400, face: 'sans', isItalic: false };

interface Paragraph {
  readonly text: readonly ProseRun[];
  readonly indent: number;
  readonly mark: string;
}

/** What begins on a line of its own. */
function paragraphsOf(block: Block, size: number): readonly Paragraph[] {
  switch (block.as) {
    case 'paragraph':
      return linesOf(block.spans, plain).map((text) => ({ text, indent: 0, mark: '' }));
    case 'heading':
      return linesOf(block.spans, { ...plain, weight: 600 }).map((text) => ({ text, indent: 0, mark: '' }));
    case 'code':
      return block.text.split('\n').map((line) => ({
        text: [{ ...plain, face: 'mono', text: withoutControls(line) }],
        indent: 0,
        mark: '',
      }));
    case 'list':
      return block.items.flatMap((spans, index) =>
        linesOf(spans, plain).map((text, line) => ({
          text,
          indent: hanging * size,
          mark: line > 0 ? '' : block.isNumbered ? `${index + 1}.` : '•',
        })),
      );
  }
}

/** Spans as runs, in lines where a break parts them. */
function linesOf(spans: readonly Span[], style: Omit<ProseRun, 'text'>): readonly (readonly ProseRun[])[] {
  const lines: ProseRun[][] = [[]];
  const put = (all: readonly Span[], own: Omit<ProseRun, 'text'>): void => {
    for (const span of all)
      switch (span.as) {
        case 'break':
          lines.push([]);
          break;
        case 'bold':
          put(span.spans, { ...own, weight: 600 });
          break;
        case 'italic':
          put(span.spans, { ...own, isItalic: true });
          break;
        case 'code':
          lines.at(-1)?.push({ ...own, face: 'mono', text: withoutControls(span.text) });
          break;
        case 'text':
        case 'link':
          lines.at(-1)?.push({ ...own, text: withoutControls(span.text) });
          break;
      }
  };
  put(spans, style);
  return lines;
}

/** Broken as text in one style would be; each piece is as wide as its own style makes it. */
function broken(runs: readonly ProseRun[], width: number, size: number): readonly (readonly ProseRun[])[] {
  const lines: ProseRun[][] = [];
  let line: ProseRun[] = [];
  let left = width;
  const put = (pieces: readonly ProseRun[]): void => {
    const wide = widthOfRuns(pieces, size);
    const seen = widthOfRuns(trimmed(pieces), size);
    if (line.length > 0 && seen > left) {
      lines.push(trimmed(line));
      line = [];
      left = width;
    }
    line.push(...pieces);
    left -= wide;
  };
  for (const piece of piecesOf(runs)) {
    if (widthOfRuns(trimmed(piece), size) <= width) put(piece);
    else for (const run of piece) for (const letter of graphemes(run.text)) put([{ ...run, text: letter }]);
  }
  lines.push(trimmed(line));
  return lines.map(joined);
}

/** The parts between which a line may break, each as runs. A block of addresses, or whatever is code, stays in one line. */
function piecesOf(runs: readonly ProseRun[]): readonly (readonly ProseRun[])[] {
  const pieces: ProseRun[][] = [];
  let [run, at] = [0, 0];
  for (const part of breakable(runs.map(({ text }) => text).join(''))) {
    const isWithinCode =
      at > 0 && runs[run]?.face === 'mono' && !/\s$/.test(pieces.at(-1)?.at(-1)?.text ?? '');
    const piece: ProseRun[] = [];
    for (let length = part.length; length > 0;) {
      const from = runs[run];
      if (from === undefined) break;
      const text = from.text.slice(at, at + length);
      if (text !== '') piece.push({ ...from, text });
      length -= text.length;
      at += text.length;
      if (at >= from.text.length) [run, at] = [run + 1, 0];
    }
    if (isWithinCode) pieces.at(-1)?.push(...piece);
    else pieces.push(piece);
  }
  return pieces;
}

function trimmed(runs: readonly ProseRun[]): ProseRun[] {
  const last = runs.at(-1);
  return last === undefined ? [] : [...runs.slice(0, -1), { ...last, text: last.text.trimEnd() }];
}

function joined(runs: readonly ProseRun[]): readonly ProseRun[] {
  const found: ProseRun[] = [];
  for (const run of runs) {
    const last = found.at(-1);
    if (last?.weight === run.weight && last.face === run.face && last.isItalic === run.isItalic)
      found[found.length - 1] = { ...last, text: last.text + run.text };
    else if (run.text !== '') found.push(run);
  }
  return found;
}

function widthOfRuns(runs: readonly ProseRun[], size: number): number {
  return runs.reduce((sum, { text, weight, face }) => sum + widthOf(text, { size, weight, face }), 0);
}
