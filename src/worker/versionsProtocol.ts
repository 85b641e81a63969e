/** What travels between the version history and its worker: questions with a number, and the answer to each. */
import type { Comparison, ComparisonDepth } from '../core/diff/comparison';
import type { Document } from '../core/model/document';
import type { Words } from '../lib/words';

/** A diagram as it is kept: its file, compressed. */
export type Packed = Uint8Array<ArrayBuffer>;

export interface VersionQuestions {
  readonly pack: { readonly document: Document };
  readonly unpack: { readonly packed: Packed };
  /** The text of the diagram's file. */
  readonly text: { readonly packed: Packed };
  /** What of the resources and flows is another in the second; null: there is none before it. */
  readonly changes: { readonly before: Packed | null; readonly after: Packed };
  readonly compare: {
    readonly before: Document;
    readonly after: Document;
    readonly depth: ComparisonDepth;
  };
}

export interface VersionAnswers {
  /** Null where the diagram is larger than a file that could be read back. */
  readonly pack: { readonly packed: Packed | null };
  readonly unpack: { readonly document: Document } | { readonly failure: Words };
  readonly text: { readonly text: string };
  readonly changes: ChangeCounts;
  readonly compare: Comparison;
}

export interface ChangeCounts {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  /** Of arrows that were drawn, taken away or changed. */
  readonly flows: number;
  /** Of what only stands elsewhere. */
  readonly elsewhere: number;
}

export type VersionQuestion = keyof VersionQuestions;

export type ToVersionsWorker = {
  readonly [Q in VersionQuestion]: { readonly number: number; readonly ask: Q } & VersionQuestions[Q];
}[VersionQuestion];

export type FromVersionsWorker =
  | { readonly number: number; readonly answer: VersionAnswers[VersionQuestion] }
  /** It could not be answered: out of memory, say. */
  | { readonly number: number; readonly broken: string };
