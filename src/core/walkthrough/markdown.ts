/** Texts of people in Markdown: shown as they are, and neither markup nor links (https://spec.commonmark.org/0.31.2/#backslash-escapes). */

/** In a line, behind something of ours. */
export function inline(text: string): string {
  return [...text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\s]+/gu, ' ').trim()]
    .map((character, index, all) => (isMarkup(character, index, all) ? `\\${character}` : character))
    .join('');
}

function isMarkup(character: string, index: number, all: readonly string[]): boolean {
  if (/[\\`*_[\]<>#|~&$@]/.test(character)) return true;
  const next = all[index + 1];
  // Of a web address, or the name of an emoji.
  if (character === ':') return next !== undefined && next !== ' ';
  if (character === '.') return /www$/i.test(all.slice(Math.max(0, index - 3), index).join(''));
  return false;
}

/** An address or a row, in letters of one width. Nothing in it is markup but the end of it. */
export function code(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\s]+/gu, ' ').trim();
  if (plain === '') return '';
  const longest = Math.max(0, ...(plain.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const isAtEdge = plain.startsWith('`') || plain.endsWith('`');
  return isAtEdge ? `${fence} ${plain} ${fence}` : `${fence}${plain}${fence}`;
}

/** Paragraphs, as they were written. */
export function paragraphs(text: string): readonly string[] {
  return text
    .split(/(?:\r\n|[\r\n\u2028\u2029])+/)
    .map((line) => atStart(inline(line)))
    .filter((line) => line !== '');
}

/** At the start of a line some marks begin a list, or make a heading or a line across. */
function atStart(line: string): string {
  return line.replace(/^[-+=]/, (mark) => `\\${mark}`).replace(/^(\d+)([.)])/, '$1\\$2');
}
