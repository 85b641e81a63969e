import type { Language, Words } from '../lib/words';

/**
 * No answer is possible: exit status 2. Thrown from wherever that is found, and turned into one line on standard error
 * by `run`.
 */
export class Refusal extends Error {
  readonly words: Words;
  readonly place: { readonly file?: string; readonly line?: number; readonly column?: number };

  constructor(words: Words, place: Refusal['place'] = {}) {
    super(words.en);
    this.words = words;
    this.place = place;
  }

  lineIn(language: Language): string {
    const { file, line, column } = this.place;
    const where = [file, line, line === undefined ? undefined : column].filter((each) => each !== undefined);
    return `vpcanvas: ${where.length === 0 ? '' : `${where.join(':')}: `}${this.words[language]}`;
  }
}
