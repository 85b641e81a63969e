/**
 * Network ACLs: numbered rows, the first that matches decides, for each packet and in each direction alike (NA1). A row
 * names the destination port, so that a reply is judged by the client's port (NA2).
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
 */
import { blockText } from '../../lib/cidr';
import type { Words } from '../../lib/words';
import { isUnknown } from '../model/value';
import type { Cover } from './address';
import { addressInJapanese, addressWords, blockCovers, mayCover } from './address';
import type { Traffic } from './ports';
import { intersection, partMatched, trafficOf, trafficText, without, type PortRange } from './ports';
import type { Packet } from './walk';
import type { AclRule, NetworkAcl } from './world';
import { rowWords } from './rowWords';

export interface FilterVerdict<Row> {
  readonly verdict: 'pass' | 'drop' | 'unknown';
  /** The row that decided; null for the implied end of the list, or where no row was needed. */
  readonly row: Row | null;
  /** The part of the traffic that was decided, where not all of it passes. */
  readonly part: Traffic | null;
  /** For unknown: what would have to be known. */
  readonly why: Words | null;
  /** What was assumed for the verdict. */
  readonly assumed: readonly Words[];
}

export function judgeByAcl(
  acl: NetworkAcl | null,
  direction: 'in' | 'out',
  packet: Packet,
): FilterVerdict<AclRule> {
  // The default ACL that nobody drew allows everything (NA1).
  if (acl === null) return { verdict: 'pass', row: null, part: null, why: null, assumed: [] };
  const rows = direction === 'in' ? acl.inbound : acl.outbound;
  const address = direction === 'in' ? packet.source : packet.destination;
  const covers = rows.map((row): Cover => {
    if (isUnknown(row.number) || isUnknown(row.action) || isUnknown(row.block)) {
      const known = isUnknown(row.block) ? mayCover(row, address) : blockCovers(row.block, address);
      return known === 'no' ? 'no' : 'maybe';
    }
    return blockCovers(row.block, address);
  });
  const assumed: Words[] = [];
  let result: FilterVerdict<AclRule> = { verdict: 'pass', row: null, part: null, why: null, assumed };
  for (const traffic of trafficOf(packet)) {
    const best = firstMatches(rows, covers, traffic, true);
    if (best.verdict === 'drop')
      return { verdict: 'drop', row: best.row, part: best.part, why: null, assumed: [] };
    const worst = firstMatches(rows, covers, traffic, false);
    for (const row of worst.ignored)
      assumed.push({
        en: `${addressWords(address)} is assumed not to lie in ${textOf(row)}, which ${row.text} denies`,
        ja: `${addressInJapanese(address)} は、${rowWords(row.text).ja} が拒否する ${textOf(row)} に含まれないものとします`,
      });
    if (worst.verdict === 'drop')
      result = {
        verdict: 'unknown',
        row: worst.row,
        part: worst.part,
        why: whyUnsure(worst.row ?? best.row, address),
        assumed,
      };
    else if (result.verdict === 'pass' && result.row === null)
      result = { verdict: 'pass', row: best.row, part: null, why: null, assumed };
  }
  return result;
}

interface Judged {
  readonly verdict: 'pass' | 'drop';
  readonly row: AclRule | null;
  readonly part: Traffic | null;
  readonly ignored: readonly AclRule[];
}

/**
 * Follows the rows in order. Where a row may or may not match, the hopeful reading takes the one that lets the packet
 * through and the other reading the one that does not: when both agree, what is not known does not matter.
 */
function firstMatches(
  rows: readonly AclRule[],
  covers: readonly Cover[],
  traffic: Traffic,
  hopeful: boolean,
): Judged {
  let remaining: readonly PortRange[] = [traffic.ports];
  let decided: AclRule | null = null;
  const ignored: AclRule[] = [];
  for (const [index, row] of rows.entries()) {
    const matched = partMatched(row, traffic);
    const place = covers[index] ?? 'no';
    if (matched === undefined || place === 'no') continue;
    const hit = remaining
      .map((range) => intersection(range, matched.ports))
      .find((range) => range !== undefined);
    if (hit === undefined) continue;
    const isSure = place === 'yes' && matched.cover === 'yes' && !isUnknown(row.action);
    const action = isUnknown(row.action) ? (hopeful ? 'allow' : 'deny') : row.action;
    if (!isSure) {
      if (place === 'unlikely' && action === 'deny') {
        ignored.push(row);
        continue;
      }
      if ((action === 'allow') !== hopeful) continue;
    }
    if (action === 'deny')
      return { verdict: 'drop', row, part: { protocol: traffic.protocol, ports: hit }, ignored };
    decided ??= row;
    remaining = without(remaining, matched.ports);
    if (remaining.length === 0) return { verdict: 'pass', row: decided, part: null, ignored };
  }
  const [first] = remaining;
  return {
    verdict: 'drop',
    row: null,
    part: { protocol: traffic.protocol, ports: first ?? traffic.ports },
    ignored,
  };
}

function whyUnsure(row: AclRule | null, address: Packet['source']): Words {
  for (const value of row === null
    ? []
    : [row.block, row.action, row.number, row.protocol, row.fromPort, row.toPort])
    if (isUnknown(value)) return value.unknown;
  return {
    en: `whether ${addressWords(address)} lies in the block of a network ACL rule is not known offline`,
    ja: `${addressInJapanese(address)} がネットワーク ACL のルールのブロックに含まれるかどうかは、設計からはわかりません`,
  };
}

function textOf(row: AclRule): string {
  return isUnknown(row.block) ? '?' : blockText(row.block);
}

export function deniedPart(part: Traffic | null): string {
  return part === null ? '' : trafficText(part);
}
