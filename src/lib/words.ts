/** What a person reads, in both languages of the product. It stands beside the fact it describes. */
export interface Words {
  readonly en: string;
  readonly ja: string;
}

export type Language = keyof Words;

export const languages: readonly Language[] = ['en', 'ja'];

/** The same text in both languages: for names, CIDR blocks and AWS's own terms. */
export function verbatim(text: string): Words {
  return { en: text, ja: text };
}
