import type { Words } from '../../lib/words';
import type { ResourceId } from '../model/document';
import type { Plan } from '../plans/plan';
import type { Drawing } from './drawing';

/**
 * One guideline for how an AWS diagram is drawn: its check and its documentation in one file. It speaks of the picture alone,
 * never of the network: what it finds is no finding of a rule, and touches no verdict.
 */
export interface Guideline {
  /** The file's name, in words: `gateway-on-border`. */
  readonly id: string;
  /** One sentence, without a full stop. */
  readonly summary: Words;
  /** Why the deck asks for it, and when it may be left. */
  readonly why: Words;
  readonly source: string;
  /** A habit of good diagrams, which may well be left. */
  readonly isHint?: true;
  /** A pure function of the drawing; the order of resources in the document does not matter to it. */
  readonly check: (drawing: Drawing) => Iterable<Departure>;
}

/** One place where a drawing departs from a guideline. */
export interface Departure {
  /** What it is about; the first is where one is led to. */
  readonly on: readonly [ResourceId, ...ResourceId[]];
  /** One sentence that names the resources and gives the values. */
  readonly message: Words;
  /**
   * Changes that may mend it, best first; absent where only a person can. They touch nothing but places, sizes and what
   * annotations say. Whether one makes something else worse is found out by whoever applies it (`mended.ts`).
   */
  readonly fixes?: () => readonly Plan[];
}

/** AWS's deck of architecture icons, Release 22 of 2025-07-31, which has the guidelines in its first pages. */
export const deck = 'https://aws.amazon.com/architecture/icons/';

export function defineGuideline(guideline: Guideline): Guideline {
  return guideline;
}
