/** Rows under keys of their own, in the order given. */
export function keyed<Row>(rows: readonly Row[]): Readonly<Record<string, Row>> {
  return Object.fromEntries(rows.map((row, index) => [`r${index + 1}`, row]));
}
