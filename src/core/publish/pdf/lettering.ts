/** Text on the sheets of a PDF file, each letter in a font that has it. */
import { createCoverage } from '../../../lib/fontCoverage';
import { runsOf, type Run } from '../letters';
import type { Sheets } from './sheets';

export interface Lettering {
  /** Paints a line of text; `x` is where it begins, has its middle or ends, `y` its base line. Gives back how wide it is. */
  put(text: string, x: number, y: number, style: LetterStyle): number;
  /** The letters that no font has: an empty square stands for each, and the letter itself behind it, for who copies the text. */
  readonly missing: ReadonlySet<string>;
}

export interface LetterStyle {
  readonly size: number;
  readonly weight: 400 | 600;
  readonly face: 'sans' | 'mono';
  readonly isItalic?: boolean;
  readonly colour: string;
  readonly opacity: number;
  readonly anchor?: 'start' | 'middle' | 'end';
}

const japanese = 'Japanese';
/** The strokes around the letters of the Japanese font, which has one weight, in parts of their size: about SemiBold's. */
const boldStroke = 0.028;

/** `font`: a TrueType font with Japanese letters; undefined where no text needs one. */
export function letteringOn(sheets: Sheets, font: Uint8Array | undefined): Lettering {
  const covered = font === undefined ? () => false : createCoverage(font);
  const known = new Map<string, boolean>();
  const inFont = (letter: string): boolean => {
    let found = known.get(letter);
    if (found === undefined) known.set(letter, (found = covered(letter)));
    return found;
  };
  if (font !== undefined) sheets.registerFont(japanese, font);
  const missing = new Set<string>();

  const fontOf = ({ script }: Run, { weight, face, isItalic = false }: LetterStyle): string => {
    if (script === 'japanese') return japanese;
    const family = face === 'mono' ? 'Courier' : 'Helvetica';
    const traits = `${weight === 600 ? 'Bold' : ''}${isItalic ? 'Oblique' : ''}`;
    return traits === '' ? family : `${family}-${traits}`;
  };
  const widthOf = (run: Run, style: LetterStyle): number =>
    run.script === 'missing'
      ? [...run.text].length * style.size
      : sheets.font(fontOf(run, style)).fontSize(style.size).widthOfString(run.text);

  const putRun = (run: Run, x: number, y: number, style: LetterStyle): void => {
    const { size, weight, colour, opacity } = style;
    sheets.fillColor(colour, opacity);
    if (run.script === 'missing') {
      let at = x;
      for (const letter of run.text) {
        missing.add(letter);
        putSquare(letter, at, y, style);
        at += size;
      }
      return;
    }
    const isStroked = run.script === 'japanese' && weight === 600;
    if (isStroked)
      sheets
        .lineWidth(size * boldStroke)
        .lineJoin('round')
        .undash()
        .strokeColor(colour, opacity);
    sheets
      .font(fontOf(run, style))
      .fontSize(size)
      .text(run.text, x, y, {
        lineBreak: false,
        baseline: 'alphabetic',
        ...(isStroked ? { fill: true, stroke: true } : {}),
        ...(run.script === 'japanese' && style.isItalic === true ? { oblique: true } : {}),
      });
  };

  /** A space that stands for the letter, in a square. */
  const putSquare = (letter: string, x: number, y: number, { size, colour, opacity }: LetterStyle): void => {
    const side = size * 0.7;
    sheets
      .lineWidth(size * 0.05)
      .undash()
      .strokeColor(colour, opacity);
    sheets.rect(x + (size - side) / 2, y - side, side, side).stroke();
    sheets.markContent('Span', { actual: letter });
    sheets.font('Helvetica').fontSize(size).text(' ', x, y, { lineBreak: false, baseline: 'alphabetic' });
    sheets.endMarkedContent();
  };

  return {
    put(text, x, y, style) {
      const runs = runsOf(text, inFont);
      const widths = runs.map((run) => widthOf(run, style));
      const width = widths.reduce((sum, each) => sum + each, 0);
      const { anchor = 'start' } = style;
      let at = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
      runs.forEach((run, index) => {
        putRun(run, at, y, style);
        at += widths[index] ?? 0;
      });
      return width;
    },
    missing,
  };
}
