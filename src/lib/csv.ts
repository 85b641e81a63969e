/** Tables as comma-separated text: https://www.rfc-editor.org/rfc/rfc4180 */

export type CsvCell = string | number | null;

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe in front, as spreadsheets write such texts themselves:
 * names in a design are somebody else's. Null is an empty cell. Begins with a byte order mark, without which Excel reads
 * Japanese wrong.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`;
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = /^[\s]*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
