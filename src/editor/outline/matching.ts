/** Filtering the outline: every word that was typed has to be found. */

export function wantedWords(filter: string): readonly string[] {
  return plain(filter)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** `texts`: all that something may be looked for by. */
export function fits(texts: readonly string[], wanted: readonly string[]): boolean {
  const text = plain(texts.join(' '));
  return wanted.every((word) => text.includes(word));
}

/** Full-width as half-width letters, and no case. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
