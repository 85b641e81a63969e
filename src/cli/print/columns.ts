/** Text in columns for a terminal, in which Japanese characters are two columns wide. */
import { isWide } from '../../lib/wideCharacter';

/** Rows with their cells aligned, two spaces apart; the last cell is left as long as it is. */
export function aligned(rows: readonly (readonly string[])[], indent = ''): string {
  const widths: number[] = [];
  for (const row of rows)
    row.slice(0, -1).forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, columnsOf(cell));
    });
  return rows
    .map((row) =>
      (
        indent +
        row.map((cell, index) => padded(cell, index === row.length - 1 ? 0 : (widths[index] ?? 0))).join('  ')
      ).trimEnd(),
    )
    .join('\n');
}

export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/** How many columns a text takes, escape sequences for colours aside. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text.replaceAll(/\u001b\[\d*m/g, '')) {
    if (/\p{Mark}|\u200d/u.test(character)) continue;
    columns += isWide(character) ? 2 : 1;
  }
  return columns;
}

/**
 * Text from a file, made safe for a terminal: control characters, which could move the cursor or hide text, are shown as
 * their pictures; line breaks become spaces.
 */
export function plain(text: string): string {
  return text
    .replaceAll(/[\r\n\t\u2028\u2029]+/g, ' ')
    .replaceAll(/[\u0000-\u001f]/g, (character) => String.fromCharCode(0x2400 + character.charCodeAt(0)))
    .replaceAll(/[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}
