/** Which connections two designs let through that the other does not. */
import type { Catalog } from '../catalog/catalog';
import type { Document, Flow } from '../model/document';
import { designOf, type Design } from '../network/matrix/design';
import { matrixOfDesign } from '../network/matrix/matrix';
import { endsIn, type MatrixEnd } from '../network/matrix/matrixEnds';
import { pairChanges, pairsWith, type PairChange } from '../network/matrix/pairChanges';
import { queryOf } from '../network/queryOf';
import type { Verdict } from '../network/trace';
import { listenFor } from '../network/watch';

export interface ReachChanges {
  /** Those of both designs. */
  readonly ends: readonly MatrixEnd[];
  /** Indices of `ends`; those of which something is another. */
  readonly pairs: readonly PairChange[];
  /** How many pairs were closed, opened, or are open now only perhaps. */
  readonly lost: number;
  readonly won: number;
  readonly doubtful: number;
  readonly flows: readonly DrawnFlowChange[];
}

/** A drawn flow that is in one design only (null in the other), or whose verdict is another. */
export interface DrawnFlowChange {
  /** As the later design has it, else as the earlier one. */
  readonly flow: Flow;
  readonly before: Verdict | null;
  readonly after: Verdict | null;
}

/** Of designs whose resources have the same ids where they are the same. */
export function reachChanges(catalog: Catalog, before: Document, after: Document): ReachChanges {
  const [old, now] = [designOf(catalog, before), designOf(catalog, after)];
  const [oldEnds, nowEnds] = [endsIn(old.worlds[0]), endsIn(now.worlds[0])];
  const [placeBefore, placeAfter] = [placesOf(oldEnds), placesOf(nowEnds)];
  const ends = [...nowEnds, ...oldEnds.filter(({ id }) => !placeAfter.has(id))];
  const pairs = pairChanges(
    matrixOfDesign(old, oldEnds),
    matrixOfDesign(now, nowEnds),
    ends.map(({ id }) => ({ before: placeBefore.get(id) ?? null, after: placeAfter.get(id) ?? null })),
  );
  return {
    ends,
    pairs,
    lost: pairsWith('lost', pairs),
    won: pairsWith('won', pairs),
    doubtful: pairsWith('doubtful', pairs),
    flows: flowChanges(catalog, [before, old], [after, now]),
  };
}

function placesOf(ends: readonly MatrixEnd[]): ReadonlyMap<string, number> {
  return new Map(ends.map(({ id }, index) => [id, index]));
}

type Judged = readonly [Document, Design];

function flowChanges(
  catalog: Catalog,
  [before, old]: Judged,
  [after, now]: Judged,
): readonly DrawnFlowChange[] {
  const verdictIn = (document: Document, { judge }: Design, flow: Flow): Verdict => {
    const query = queryOf(document, catalog, flow);
    listenFor(judge.watch, query.port ?? -1);
    return judge.verdict(query);
  };
  const changes: DrawnFlowChange[] = [];
  const left = new Map([...before.flows.values()].map((flow) => [askedBy(flow), flow]));
  for (const flow of after.flows.values()) {
    const same = left.get(askedBy(flow));
    left.delete(askedBy(flow));
    const was = same === undefined ? null : verdictIn(before, old, same);
    const is = verdictIn(after, now, flow);
    if (was !== is) changes.push({ flow, before: was, after: is });
  }
  for (const flow of left.values()) changes.push({ flow, before: verdictIn(before, old, flow), after: null });
  return changes;
}

/** Two flows that ask the same are one. */
function askedBy({ from, to, protocol, port, group }: Flow): string {
  return JSON.stringify([from, to, protocol, port, group ?? '']);
}
