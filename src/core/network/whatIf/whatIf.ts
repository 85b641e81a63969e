/**
 * What a failure or a removal would cost: the drawn flows and the pairs of the matrix that lose their path, and those that win
 * one. It is worked out on other facts; the document stays as it is.
 */
import type { Words } from '../../../lib/words';
import type { Catalog } from '../../catalog/catalog';
import type { Document, FlowId, ResourceId } from '../../model/document';
import type { CompileOptions } from '../compile';
import type { Fact } from '../facts';
import { designOf, type Design } from '../matrix/design';
import { matrixOfDesign } from '../matrix/matrix';
import type { Matrix } from '../matrix/matrixData';
import { endsIn } from '../matrix/matrixEnds';
import { pairChanges, pairsWith, type PairChange } from '../matrix/pairChanges';
import { factsOf } from '../network';
import { queryOf } from '../queryOf';
import type { Verdict } from '../trace';
import { listenFor } from '../watch';
import { factsWhen, whatIfsOf, type WhatIf } from './choices';

export interface Consequences {
  /** The ends of the matrix that are gone themselves: what begins or ends there is not counted below. */
  readonly gone: readonly string[];
  /** The drawn flows whose verdict is another. */
  readonly flows: readonly FlowChange[];
  /** The pairs of the matrix for which something is another, those that are alike together: indices of its ends. */
  readonly pairs: readonly PairChange[];
  /** How many pairs lose something that was reachable, keep it only perhaps, or win something. */
  readonly lost: number;
  readonly doubtful: number;
  readonly won: number;
  readonly notes: readonly Words[];
}

export interface FlowChange {
  readonly flow: FlowId;
  readonly before: Verdict;
  /** `gone`: one of its ends is. */
  readonly after: Verdict | 'gone';
}

/** Everything that can be asked about a document. */
export function whatIfs(
  catalog: Catalog,
  document: Document,
  options: CompileOptions = {},
): readonly WhatIf[] {
  return whatIfsOf([...factsOf(catalog, document)], (id) => options.nameOf?.(id) ?? id);
}

/** `before`: the matrix of the document as it is. */
export function consequencesOf(
  catalog: Catalog,
  document: Document,
  whatIf: WhatIf,
  before: Matrix,
  options: CompileOptions = {},
): Consequences {
  const drawn = designOf(catalog, document, options);
  const changed = designOf(catalog, document, options, (facts) => factsWhen(whatIf.change, facts));
  const left = new Set(endsIn(changed.worlds[0]).map(({ id }) => id));
  const stays = before.ends.map(({ id, resource }) => resource === null || left.has(id));
  const ends = before.ends.filter((_, index) => stays[index] === true);
  const after = matrixOfDesign(changed, ends);
  const staying = before.ends.flatMap((_, index) => (stays[index] === true ? [index] : []));
  const inBefore = (index: number): number => staying[index] ?? -1;
  const pairs = pairChanges(
    before,
    after,
    staying.map((index, place) => ({ before: index, after: place })),
  ).map((pair) => ({ ...pair, from: pair.from.map(inBefore), to: pair.to.map(inBefore) }));
  const gone = before.ends.flatMap(({ id }, index) => (stays[index] === true ? [] : [id]));
  return {
    gone,
    flows: flowChanges(catalog, document, drawn, changed, new Set(gone)),
    pairs,
    lost: pairsWith('lost', pairs),
    doubtful: pairsWith('doubtful', pairs),
    won: pairsWith('won', pairs),
    notes: notesOf(whatIf, [...factsOf(catalog, document)]),
  };
}

function flowChanges(
  catalog: Catalog,
  document: Document,
  drawn: Design,
  changed: Design,
  gone: ReadonlySet<ResourceId>,
): FlowChange[] {
  const found: FlowChange[] = [];
  for (const flow of document.flows.values()) {
    const query = queryOf(document, catalog, flow);
    const verdictIn = ({ judge }: Design): Verdict => {
      listenFor(judge.watch, query.port ?? -1);
      return judge.verdict(query);
    };
    const before = verdictIn(drawn);
    const after = gone.has(flow.from) || gone.has(flow.to) ? 'gone' : verdictIn(changed);
    if (before !== after) found.push({ flow: flow.id, before, after });
  }
  return found;
}

/** What the answer takes for granted. */
function notesOf({ change }: WhatIf, facts: readonly Fact[]): readonly Words[] {
  if (change.is !== 'zone') return [];
  const unplaced = facts.filter(
    ({ fact, ...rest }) => fact === 'subnet' && 'zone' in rest && hasNoZone(rest.zone),
  );
  if (unplaced.length === 0) return [];
  const count = unplaced.length;
  return [
    {
      en: `${count === 1 ? '1 subnet is' : `${count} subnets are`} in a zone that the design does not say, and taken to stay`,
      ja: `アベイラビリティーゾーンがわからないサブネットが ${count} 個あり、影響を受けないものとしています`,
    },
  ];
}

function hasNoZone(zone: unknown): boolean {
  return zone === '' || (typeof zone === 'object' && zone !== null);
}
