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
