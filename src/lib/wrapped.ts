/** Breaks a text into lines where nothing else breaks it. */
import { nameParts } from './nameParts';
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

/** With the space behind them. A line may also end between the parts of a name, and beside full-width letters. */
function wordsOf(line: string): string[] {
  return line
    .split(/(?<=\s)(?=\S)/)
    .flatMap(nameParts)
    .flatMap(besideWide);
}

function besideWide(word: string): string[] {
  const parts: string[] = [];
  let before = '';
  for (const character of word) {
    const last = parts.length - 1;
    if (last < 0 || (!/\s/.test(character) && (isWide(character) || isWide(before)))) parts.push(character);
    else parts[last] += character;
    before = character;
  }
  return parts;
}
