/** The lines of a text, by offsets. A line ends behind its line feed. */

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line behind this one begins, or the end of the text. */
export function nextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** The line that begins here, without its end. */
export function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end).replace(/\r$/, '');
}

export function isBlank(line: string): boolean {
  return /^[ \t\uFEFF]*$/.test(line);
}

export function isComment(line: string): boolean {
  return /^\s*#/.test(line);
}

/** How many characters stand before this one on its line; a byte order mark is none. */
export function columnAt(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return offset - start - (start === 0 && text.startsWith('\uFEFF') ? 1 : 0);
}

/** Whether nothing but spaces stands before it on its line. */
export function isFirstOnLine(text: string, offset: number): boolean {
  return isBlank(text.slice(lineStart(text, offset), offset));
}

/** The line ending of a text: that of its first line. */
export function eolOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}
