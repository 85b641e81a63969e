/** What an expression of a template comes to. */
import type { Words } from '../../../lib/words';
import type { Path } from '../source/syntax';
import type { Stack } from '../stack';

export type Evaluated =
  | TextResult
  | { readonly is: 'list'; readonly items: readonly Evaluated[] }
  | { readonly is: 'map'; readonly entries: ReadonlyMap<string, Evaluated> }
  | Reference
  | UnknownResult
  /** `AWS::NoValue`: as if it had not been written. */
  | { readonly is: 'absent' };

export interface TextResult {
  readonly is: 'text';
  readonly text: string;
  readonly plain: boolean;
  /** Why the text only stands for the real one (the IPv6 block that AWS will assign, the name a stack will get). */
  readonly assumed?: Words;
}

/** A resource of a template, or an attribute of one. */
export interface Reference {
  readonly is: 'reference';
  readonly stack: Stack;
  readonly logicalId: string;
  /** Undefined for `Ref`. */
  readonly attribute: string | undefined;
  /** The template refers to something else, and this was only likely meant. */
  readonly guess?: Guess;
}

/** What a faulty reference was likely meant to be. */
export interface Guess {
  /** What is wrong with the reference. */
  readonly why: Words;
  /** Where it stands. */
  readonly stack: Stack;
  readonly path: Path;
}

export interface UnknownResult {
  readonly is: 'unknown';
  readonly why: Words;
  /** It refers to nothing: the template is at fault, and no account would give the value. */
  readonly nothing?: true;
  /** The resource whose id AWS makes up, where that is all that is missing. */
  readonly of?: Reference;
  /** The pieces that it is put together from, where all of them are known but for the ids that AWS makes up. */
  readonly pieces?: readonly (TextResult | Reference)[];
}

export const absent: Evaluated = { is: 'absent' };

export function text(value: string, plain = false, assumed?: Words): TextResult {
  return assumed === undefined
    ? { is: 'text', text: value, plain }
    : { is: 'text', text: value, plain, assumed };
}

export function unknown(en: string, ja: string): UnknownResult {
  return { is: 'unknown', why: { en, ja } };
}

/** A reference where its value counts and not what it leads to. */
export function asValue({ logicalId, attribute, guess }: Reference): UnknownResult {
  if (guess !== undefined) return { is: 'unknown', why: guess.why };
  const what = attribute === undefined ? logicalId : `${logicalId}.${attribute}`;
  return unknown(
    `AWS gives the value of ${what} when the stack is made`,
    `${what} の値は、スタックの作成時に AWS が決めます`,
  );
}

/** The pieces of a text as one value. */
export function together(pieces: readonly (TextResult | Reference)[]): TextResult | UnknownResult {
  const [reference] = pieces.filter(({ is }) => is === 'reference');
  if (reference?.is === 'reference') return { ...asValue(reference), of: reference, pieces };
  const texts = pieces.flatMap((piece) => (piece.is === 'text' ? [piece] : []));
  const assumed = texts.find((piece) => piece.assumed !== undefined)?.assumed;
  return text(texts.map((piece) => piece.text).join(''), false, assumed);
}

/** What stands between separators that neither an id nor an ARN can have in it. */
export function splitPieces(
  pieces: readonly (TextResult | Reference)[],
  separator: string,
): readonly Evaluated[] | undefined {
  if (!/^[,;|\s]+$/.test(separator)) return undefined;
  const groups: (TextResult | Reference)[][] = [[]];
  for (const piece of pieces) {
    const [first = '', ...rest] = piece.is === 'text' ? piece.text.split(separator) : [''];
    if (piece.is === 'reference') groups.at(-1)?.push(piece);
    else if (first !== '') groups.at(-1)?.push({ ...piece, text: first });
    for (const each of rest)
      groups.push(each === '' || piece.is === 'reference' ? [] : [{ ...piece, text: each }]);
  }
  return groups.map((group) => {
    const [only] = group;
    return group.length === 1 && only !== undefined ? only : together(group);
  });
}
