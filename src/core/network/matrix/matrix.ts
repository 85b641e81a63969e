/**
 * The reachability matrix: for each two ends of a design the ports of TCP and UDP, and ICMP, by which one reaches the other.
 * It says of every pair what a trace says. Ends that the engine treats alike are asked about once, and ports that nothing on
 * the way tells apart too.
 */
import type { Words } from '../../../lib/words';
import type { Catalog } from '../../catalog/catalog';
import type { Document } from '../../model/document';
import type { CompileOptions } from '../compile';
import type { Fact } from '../facts';
import type { PortRange } from '../ports';
import type { Verdict } from '../trace';
import { alikeIn } from './alike';
import { designOf, designOfFacts, type Design } from './design';
import { reachOf, type Reach } from './reach';
import { endsIn, type MatrixEnd } from './matrixEnds';
import { portCells } from './portCells';

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

/** The matrix of a document. What rests on guesses is unknown where they make a difference. */
export function matrixOf(catalog: Catalog, document: Document, options: CompileOptions = {}): Matrix {
  const design = designOf(catalog, document, options);
  return matrixOfDesign(design, endsIn(design.worlds[0]));
}

/** The same of facts alone. */
export function matrixOfFacts(facts: Iterable<Fact>, options: CompileOptions = {}): Matrix {
  const design = designOfFacts(facts, options);
  return matrixOfDesign(design, endsIn(design.worlds[0]));
}

/** `ends`: those that are asked about. */
export function matrixOfDesign({ worlds, apart, judge }: Design, ends: readonly MatrixEnd[]): Matrix {
  const groups = alikeIn(worlds, ends, apart);
  const portsTold = portCells(worlds);
  const reaches: Reach[] = [];
  const known = new Map<string, number>();
  const cells = groups.map((sources, from) =>
    groups.map((targets, to): number | null => {
      const source = ends[sources[0] ?? -1];
      const target = ends[targets[from === to ? 1 : 0] ?? -1];
      if (source?.asks !== true || target?.answers !== true) return null;
      const reach = reachOf(judge, source.end, target.end, portsTold);
      const text = JSON.stringify(reach);
      let index = known.get(text);
      if (index === undefined) {
        index = reaches.push(reach) - 1;
        known.set(text, index);
      }
      return index;
    }),
  );
  return { ends, groups, reaches, cells, unknowns: assumed };
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

const assumed: readonly Words[] = [
  {
    en: 'a port counts as reachable when the reply comes back as well, to whatever client port was used',
    ja: '応答も、クライアントがどのポートを使った場合でも戻ってくるポートだけを到達可能とします',
  },
  {
    en: 'endpoint policies, bucket policies and IAM are not analysed, and targets of load balancers are taken to be healthy',
    ja: 'エンドポイントポリシー、バケットポリシー、IAM は分析しません。ロードバランサーのターゲットは正常とみなします',
  },
];

/** The verdict that a reach has for a protocol and a port. */
export { verdictFor } from './reach';
export type { MatrixEnd, PortRange, Reach, Verdict };
