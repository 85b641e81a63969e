/**
 * Which font has which letters: Helvetica (Arial's widths) those of Windows' Latin code page, which every reader of a PDF file
 * has without a font in the file; a Japanese font the others, as far as it goes.
 */
export type Script = 'latin' | 'japanese' | 'missing';

export interface Run {
  readonly script: Script;
  readonly text: string;
}

/** https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT, beyond Latin-1. */
const windowsLatin = /^[ -~\u00a1-\u00ac\u00ae-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]$/u;

/** A text in pieces of one font each. Nothing of it is lost: what no font has is a piece of its own. */
export function runsOf(text: string, inJapaneseFont: (letter: string) => boolean): readonly Run[] {
  const runs: { script: Script; text: string }[] = [];
  for (const letter of text) {
    const last = runs.at(-1);
    const script = scriptOf(letter, inJapaneseFont);
    if (last?.script === script) last.text += letter;
    else runs.push({ script, text: letter });
  }
  return runs;
}

/** Whether a text has letters beyond Helvetica's, so that the Japanese font is needed. */
export function needsJapaneseFont(text: string): boolean {
  for (const letter of text) if (!windowsLatin.test(letter)) return true;
  return false;
}

function scriptOf(letter: string, inJapaneseFont: (letter: string) => boolean): Script {
  if (windowsLatin.test(letter)) return 'latin';
  return inJapaneseFont(letter) ? 'japanese' : 'missing';
}
