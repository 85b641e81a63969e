/**
 * Security groups: what any row of any group of the interface allows, passes (SG1). A row that names a group means the
 * private addresses of its interfaces, so it matches only while the sender is known (SG2).
 * https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
 */
import type { Words } from '../../lib/words';
import type { Cover } from './address';
import type { AnalyzerCode } from './analyzerCodes';
import { addressInJapanese, addressWords, blockCovers, listCovers, mayCover } from './address';
import type { FilterVerdict } from './networkAcl';
import { prefixListCovers } from './prefixLists';
import { partMatched, portsOf, trafficOf, without, type PortRange } from './ports';
import { isInspected, type Packet } from './walk';
import type { GroupRule, Interface, SecurityGroup } from './world';
import { isUnknown } from '../model/value';

export interface GroupVerdict extends FilterVerdict<GroupRule> {
  /** The group whose row decided, or that comes nearest to allowing it. */
  readonly group: SecurityGroup | null;
  readonly analyzerCode: AnalyzerCode | null;
}

/** The interface at the other end, where it is known to be one. `doubt`: why its groups may not be known. */
export interface Recognised {
  readonly at: Interface;
  readonly doubt: Words | null;
}

export function judgeByGroups(
  at: Interface,
  direction: 'in' | 'out',
  packet: Packet,
  peer: Recognised | null,
  /** Whether groups of other networks may be meant (SG2). */
  isPeered: boolean,
): GroupVerdict {
  const groups = at.groups ?? [];
  const passed: GroupVerdict = {
    verdict: 'pass',
    row: null,
    part: null,
    why: null,
    assumed: [],
    group: null,
    analyzerCode: null,
  };
  if (at.groups === null) return passed;
  const address = direction === 'in' ? packet.source : packet.destination;
  const rows = groups.flatMap((group) =>
    (direction === 'in' ? group.inbound : group.outbound).map((row) => ({
      group,
      row,
      cover: peerCovers(at, row, address, peer, packet.origin),
    })),
  );
  let result = passed;
  for (const traffic of trafficOf(packet)) {
    let sure: readonly PortRange[] = [traffic.ports];
    let hopeful: readonly PortRange[] = [traffic.ports];
    let first: (typeof rows)[number] | undefined;
    let firstUnsure: (typeof rows)[number] | undefined;
    for (const each of rows) {
      const matched = each.cover === 'no' ? undefined : partMatched(each.row, traffic);
      if (matched === undefined) continue;
      const before = hopeful.length;
      hopeful = without(hopeful, matched.ports);
      if (each.cover === 'yes' && matched.cover === 'yes') {
        const rest = without(sure, matched.ports);
        if (rest.length === 0 && without([traffic.ports], matched.ports).length === 0) first = each;
        else first ??= each;
        sure = rest;
        if (sure.length === 0) break;
      } else if (before > 0) firstUnsure ??= each;
    }
    if (sure.length === 0) {
      if (result.verdict === 'pass' && first !== undefined)
        result = { ...passed, row: first.row, group: first.group };
      continue;
    }
    const missing = groups.find((group) => group.missing);
    if (hopeful.length > 0 && missing === undefined)
      return {
        ...refusal(groups, direction, rows, packet, isPeered),
        part: { ...traffic, ports: hopeful[0] ?? traffic.ports },
      };
    result = {
      ...passed,
      verdict: 'unknown',
      row: firstUnsure?.row ?? null,
      group: firstUnsure?.group ?? missing ?? null,
      why:
        firstUnsure === undefined
          ? (missing?.why ?? whyUnsure(undefined, address, peer))
          : whyUnsure(firstUnsure.row, address, peer),
      part: { ...traffic, ports: sure[0] ?? traffic.ports },
    };
  }
  return result;
}

/** Whether the peer of a row is whom a packet comes from or goes to. */
export function peerCovers(
  at: Interface,
  row: GroupRule,
  address: Packet['source'],
  peer: Recognised | null,
  origin: Interface | null,
): Cover {
  const { means } = row;
  if (means === undefined) return 'no';
  if ('unknown' in means) return mayCover(row, address);
  if ('block' in means) return blockCovers(means.block, address);
  if ('list' in means) return listCovers(means.list, address);
  if ('prefixes' in means) return prefixListCovers(means.prefixes, address);
  if (typeof means.group === 'string') return 'no';
  if (peer?.at.groups?.includes(means.group) === true) return peer.doubt === null ? 'yes' : 'maybe';
  if (peer !== null) return 'no';
  // Behind a hop that is not known the sender may still be recognised (SG2: by some peerings it is).
  if (address.is.as === 'hidden') return origin?.groups?.includes(means.group) === true ? 'maybe' : 'no';
  // Nobody knows who is in a network that stands elsewhere, and in which of its groups.
  const { network } = means.group;
  const isElsewhere = network !== null && network !== at.network && network.hidden !== null;
  return isElsewhere && address.owner === null && address.is.as === 'exact' ? 'maybe' : 'no';
}

/** The refusal blames the group with a row for this traffic and other peers, else the first group. */
function refusal(
  groups: readonly SecurityGroup[],
  direction: 'in' | 'out',
  rows: readonly { readonly group: SecurityGroup; readonly row: GroupRule }[],
  packet: Packet,
  isPeered: boolean,
): GroupVerdict {
  // For words alone: no verdict hangs on it.
  const traffic = trafficOf({ ...packet, destinationPorts: portsOf(packet) });
  const near = rows.filter(({ row }) => traffic.some((each) => partMatched(row, each) !== undefined));
  // The one at the other end has the group that a rule names, and the way between them hides it.
  const isKnown = packet.sender === packet.origin && !isInspected(packet);
  const hidden = direction === 'out' ? packet.destination.owner : isKnown ? null : packet.origin;
  const naming = near.flatMap((each) => {
    const { means } = each.row;
    return means !== undefined && 'group' in means ? [{ ...each, named: means.group }] : [];
  });
  const lostReference = naming.find(
    ({ named }) => typeof named !== 'string' && hidden?.groups?.includes(named) === true,
  );
  const isStranger = naming.some(({ named }) => typeof named === 'string' || named.network?.hidden != null);
  const { identity } = packet;
  return {
    verdict: 'drop',
    row: null,
    part: null,
    why: null,
    assumed: [],
    group: (lostReference ?? near[0])?.group ?? groups[0] ?? null,
    analyzerCode:
      lostReference !== undefined
        ? direction === 'in' && identity !== undefined && 'lost' in identity
          ? identity.lost
          : 'SG_REFERENCES_NOT_PRESERVED'
        : rows.length === 0
          ? 'SG_HAS_NO_RULES'
          : isPeered && isStranger
            ? 'UNKNOWN_PEERED_SGS'
            : 'ENI_SG_RULES_MISMATCH',
  };
}

function whyUnsure(row: GroupRule | undefined, address: Packet['source'], peer: Recognised | null): Words {
  const { means } = row ?? {};
  if (means !== undefined && 'prefixes' in means && means.prefixes.hidden !== null)
    return means.prefixes.hidden;
  if (row === undefined)
    return {
      en: 'a security group of the interface is not in the design',
      ja: 'インターフェイスのセキュリティグループが設計に含まれていません',
    };
  for (const value of [row.peer, row.protocol, row.fromPort, row.toPort])
    if (isUnknown(value)) return value.unknown;
  if (row.means !== undefined && 'group' in row.means && peer?.doubt != null) return peer.doubt;
  return {
    en: `whether ${addressWords(address)} is covered by a security group rule is not known offline`,
    ja: `${addressInJapanese(address)} がセキュリティグループのルールに含まれるかどうかは、設計からはわかりません`,
  };
}
