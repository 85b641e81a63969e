/**
 * The words of the interface that belong to no kind, rule or command. A component takes its words from here by name; both
 * languages stand side by side, so that neither can be forgotten. Each area of the interface has a part of its own.
 */
import type { Words } from '../lib/words';

/** Checks that a part has both languages for every word, and keeps the names of its words. */
export function wordList<const T extends Readonly<Record<string, Words>>>(words: T): T {
  return words;
}
