/**
 * The reachability matrix: for each two ends of a design the ports of TCP and UDP, and ICMP, by which one reaches the other.
 * It says of every pair what a trace says. Ends that the engine treats alike are asked about once, and ports that nothing on
 * the way tells apart too.
 */
import type { Words } from '../../../lib/words';
import type { Catalog } from '../../catalog/catalog';
import type { Document } from '../../model/document';
import type { GroupQuestion } from '../watch';
import type { CompileOptions } from '../compile';
import type { Fact } from '../facts';
import { alikeIn } from './alike';
import { designOf, designOfFacts, type Design } from './design';
import type { Matrix } from './matrixData';
import { reachOf, type Reach } from './reach';
import { endsIn, type MatrixEnd } from './matrixEnds';
import { portCells } from './portCells';
import { ReachesByGroups } from './reachesByGroups';

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
  const follow = (source: MatrixEnd, target: MatrixEnd, heard?: GroupQuestion[]): number => {
    const reach = reachOf(judge, source.end, target.end, portsTold, heard);
    const text = JSON.stringify(reach);
    let index = known.get(text);
    if (index === undefined) {
      index = reaches.push(reach) - 1;
      known.set(text, index);
    }
    return index;
  };
  // With guesses a pair is followed through several worlds, each with groups of its own.
  const [world, ...others] = worlds;
  const byGroups =
    others.length > 0 ? undefined : new ReachesByGroups(world, ends, alikeIn(worlds, ends, apart, true));
  const cells = groups.map((sources, from) =>
    groups.map((targets, to): number | null => {
      const [one = -1, other = -1] = [sources[0], targets[from === to ? 1 : 0]];
      const [source, target] = [ends[one], ends[other]];
      if (source?.asks !== true || target?.answers !== true) return null;
      return byGroups === undefined
        ? follow(source, target)
        : byGroups.reach(one, other, (heard) => follow(source, target, heard));
    }),
  );
  return { ends, groups, reaches, cells, unknowns: assumed };
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
