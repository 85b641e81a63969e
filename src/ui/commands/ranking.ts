/** How well a text that was typed fits the names of something, and which of many things fit best. */
import { abbreviates, fold } from '../palette/entries';

/** How many lines a list shows at most, so that a long one opens at once. */
export const mostShown = 60;

/** From 0, the very name, to 4, letters of it; undefined where it does not fit. `names` are folded. */
export function rankOf(query: string, names: readonly string[]): number | undefined {
  const wanted = fold(query).trim();
  if (wanted === '') return 0;
  if (names.includes(wanted)) return 0;
  if (names.some((name) => name.startsWith(wanted))) return 1;
  if (names.some((name) => name.includes(wanted))) return 2;
  const words = wanted.split(/\s+/);
  // "align left" also finds what is called "Left: align".
  if (words.every((word) => names.some((name) => name.includes(word)))) return 3;
  const letters = words.join('');
  return letters.length > 1 && names.some((name) => abbreviates(letters, name)) ? 4 : undefined;
}

/** What fits, the best first; among equals the given order stays. */
export function fitting<T extends { readonly names: readonly string[] }>(
  all: readonly T[],
  query: string,
): readonly T[] {
  return all
    .flatMap((entry) => {
      const rank = rankOf(query, entry.names);
      return rank === undefined ? [] : [{ entry, rank }];
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ entry }) => entry);
}
