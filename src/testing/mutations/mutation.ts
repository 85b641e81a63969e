export interface Mutation {
  /** The rule that it breaks, as the tests name it, and how. */
  readonly id: string;
  /** In `src/core/network`. */
  readonly file: string;
  readonly search: string;
  readonly replace: string;
}
