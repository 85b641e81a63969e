/** Breaks a text into lines where nothing else breaks it. */
import { textWidth } from './textWidth';
import { isWide } from './wideCharacter';

/** Lines no wider than `width` px in letters of `size` px, as far as can be told; a word that is wider is broken. */
export function wrapped(text: string, width: number, size: number): readonly string[] {
  return text.split(/\r\n|[\r\n\u2028\u2029]/).flatMap((line) => wrappedLine(line, width, size));
}

function wrappedLine(line: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let now = '';
  const add = (piece: string): void => {
    if (now !== '' && textWidth((now + piece).trimEnd(), size) > width) {
      lines.push(now.trimEnd());
      now = piece.trimStart();
    } else now += piece;
  };
  for (const word of wordsOf(line)) {
    if (textWidth(word.trimEnd(), size) <= width) add(word);
    else for (const character of word) add(character);
  }
  return [...lines, now.trimEnd()];
}

/** With the space behind them. A line may also end behind a hyphen and the like, and beside full-width letters. */
function wordsOf(line: string): string[] {
  const words: string[] = [];
  let now = '';
  let before = '';
  for (const character of line) {
    if (
      now !== '' &&
      !/\s/.test(character) &&
      (isWide(character) || isWide(before) || /[\s\-_/.:]/.test(before))
    ) {
      words.push(now);
      now = '';
    }
    now += character;
    before = character;
  }
  return [...words, now];
}
