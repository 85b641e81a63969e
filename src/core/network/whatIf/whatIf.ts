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
import { groupOf, type Matrix } from '../matrix/matrixData';
import type { PortVerdicts, Reach } from '../matrix/reach';
import type { PortRange } from '../ports';
import { endsIn } from '../matrix/matrixEnds';
import { inBoth, outside } from '../matrix/portRanges';
import { portsThatAre, type ProtocolPorts } from '../matrix/reachWords';
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
  /** The pairs of the matrix for which something is another, those that are alike together. */
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

/** Each of `from` to each of `to`, itself left out: indices of the matrix's ends. */
export interface PairChange {
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Was reachable and would be blocked. */
  readonly lost: readonly ProtocolPorts[];
  /** Was reachable, and whether it still would be is not known. */
  readonly doubtful: readonly ProtocolPorts[];
  /** Would be reachable and was not. */
  readonly won: readonly ProtocolPorts[];
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
  const pairs = pairChanges(before, after, stays);
  const count = (what: 'lost' | 'doubtful' | 'won'): number =>
    pairs.reduce((sum, pair) => sum + (pair[what].length === 0 ? 0 : pairsIn(pair)), 0);
  const gone = before.ends.flatMap(({ id }, index) => (stays[index] === true ? [] : [id]));
  return {
    gone,
    flows: flowChanges(catalog, document, drawn, changed, new Set(gone)),
    pairs,
    lost: count('lost'),
    doubtful: count('doubtful'),
    won: count('won'),
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

function pairChanges(before: Matrix, after: Matrix, stays: readonly boolean[]): PairChange[] {
  // Ends that were alike and still are: the others have been split by what happened.
  const parts = new Map<string, { readonly members: number[]; readonly old: number; readonly now: number }>();
  let index = -1;
  before.ends.forEach((_, end) => {
    if (stays[end] !== true) return;
    index += 1;
    const [old, now] = [groupOf(before, end), groupOf(after, index)];
    const part = parts.get(`${old} ${now}`);
    if (part === undefined) parts.set(`${old} ${now}`, { members: [end], old, now });
    else part.members.push(end);
  });
  const known = new Map<string, Omit<PairChange, 'from' | 'to'> | null>();
  const changes: PairChange[] = [];
  for (const from of parts.values())
    for (const to of parts.values()) {
      if (from === to && from.members.length < 2) continue;
      const [was, is] = [before.cells[from.old]?.[to.old], after.cells[from.now]?.[to.now]];
      if (was == null || is == null) continue;
      const key = `${was} ${is}`;
      let change = known.get(key);
      if (change === undefined) {
        const [one, other] = [before.reaches[was], after.reaches[is]];
        change = one === undefined || other === undefined ? null : changeBetween(one, other);
        known.set(key, change);
      }
      if (change !== null) changes.push({ from: from.members, to: to.members, ...change });
    }
  // What costs most comes first.
  return changes.sort((a, b) => weight(b) - weight(a));
}

function weight(change: PairChange): number {
  const grade = change.lost.length > 0 ? 2 : change.doubtful.length > 0 ? 1 : 0;
  return grade * 1e9 + pairsIn(change);
}

function pairsIn({ from, to }: PairChange): number {
  return from.length * to.length - (from[0] === to[0] ? from.length : 0);
}

function changeBetween(was: Reach, is: Reach): Omit<PairChange, 'from' | 'to'> | null {
  const lost = portsThatAre('reachable', {
    tcp: both(was.tcp, outside(is.tcp.reachable), outside(is.tcp.unknown)),
    udp: both(was.udp, outside(is.udp.reachable), outside(is.udp.unknown)),
    icmp: was.icmp === 'reachable' && is.icmp === 'blocked' ? 'reachable' : 'blocked',
  });
  const doubtful = portsThatAre('reachable', {
    tcp: both(was.tcp, is.tcp.unknown),
    udp: both(was.udp, is.udp.unknown),
    icmp: was.icmp === 'reachable' && is.icmp === 'unknown' ? 'reachable' : 'blocked',
  });
  const won = portsThatAre('reachable', {
    tcp: both(is.tcp, outside(was.tcp.reachable)),
    udp: both(is.udp, outside(was.udp.reachable)),
    icmp: is.icmp === 'reachable' && was.icmp !== 'reachable' ? 'reachable' : 'blocked',
  });
  return lost.length + doubtful.length + won.length === 0 ? null : { lost, doubtful, won };
}

/** The reachable ports of one that are in all the other sets. */
function both({ reachable }: PortVerdicts, ...sets: readonly (readonly PortRange[])[]): PortVerdicts {
  return { reachable: sets.reduce((left, set) => inBoth(left, set), reachable), unknown: [] };
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
