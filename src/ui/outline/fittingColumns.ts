/** Which columns a table has room for: in a narrow panel the less important ones are left to the inspector. */
export interface ColumnRoom {
  /** In px. */
  readonly least: number;
  /** Its share of what is left, in `fr`. */
  readonly share: number;
}

/** `byImportance`: those that are kept longest come first. What is shown keeps the order of `all`. */
export function fittingColumns<C extends string>(
  all: readonly C[],
  byImportance: readonly C[],
  rooms: Readonly<Record<C, ColumnRoom>>,
  width: number,
): readonly C[] {
  let left = width;
  const isCut = byImportance.findIndex((column) => (left -= rooms[column].least) < 0);
  const shown = new Set(isCut < 0 ? byImportance : byImportance.slice(0, Math.max(1, isCut)));
  return all.filter((column) => shown.has(column));
}

export function tracksOf<C extends string>(
  columns: readonly C[],
  rooms: Readonly<Record<C, ColumnRoom>>,
): string {
  return columns.map((column) => `minmax(${rooms[column].least}px, ${rooms[column].share}fr)`).join(' ');
}
