/** The matrix as data, without what works it out: it is read on pages that do not hold the engine. */
import type { Words } from '../../../lib/words';
import type { MatrixEnd } from './matrixEnds';
import type { Reach } from './reach';

/** Plain data: it can be sent from a worker. */
export interface Matrix {
  readonly ends: readonly MatrixEnd[];
  /** Ends that reach, and are reached, alike: indices of `ends`, each end in one group. */
  readonly groups: readonly (readonly number[])[];
  /** What was found, each once. */
  readonly reaches: readonly Reach[];
  /**
   * For each group as a source, for each group as a destination, which of `reaches` it is; null where nobody asks or nobody
   * answers, and of a group of one to itself.
   */
  readonly cells: readonly (readonly (number | null)[])[];
  /** What the matrix takes for granted or leaves out. */
  readonly unknowns: readonly Words[];
}

/** Which reach one end has to another; undefined for an end and itself, and where no connection starts or ends. */
export function reachBetween(matrix: Matrix, from: number, to: number): Reach | undefined {
  if (from === to) return undefined;
  const index = matrix.cells[groupOf(matrix, from)]?.[groupOf(matrix, to)];
  return index == null ? undefined : matrix.reaches[index];
}

const groupsOf = new WeakMap<Matrix, readonly number[]>();

/** The group that an end is in. */
export function groupOf(matrix: Matrix, end: number): number {
  let found = groupsOf.get(matrix);
  if (found === undefined) {
    const made: number[] = [];
    matrix.groups.forEach((members, group) => {
      for (const member of members) made[member] = group;
    });
    found = made;
    groupsOf.set(matrix, found);
  }
  return found[end] ?? -1;
}
