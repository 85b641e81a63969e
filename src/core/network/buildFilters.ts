/** The rows of network ACLs and security groups, made ready for matching. */
import { blockOf } from '../../lib/cidr';
import type { Rows } from '../catalog/field';
import type { ResourceId } from '../model/document';
import { isUnknown } from '../model/value';
import type { Beyond } from './beyond';
import type { AclRow, GroupRow } from './facts';
import { aclRowTaken, peerTaken } from './takenRows';
import type { AclRule, GroupRule, Network, PrefixList, SecurityGroup } from './world';

export function aclRules(rows: Rows<AclRow>, side: string): AclRule[] {
  const rules = Object.entries(rows).flatMap(([key, written]): AclRule[] => {
    const row = aclRowTaken(written);
    const block = isUnknown(row.block) ? row.block : blockOf(row.block);
    if (block === undefined) return [];
    const { number } = row;
    return [{ ...row, key, block, text: `${side} rule ${isUnknown(number) ? '?' : number}` }];
  });
  // A row whose number is not known may come first.
  const place = ({ number }: AclRule): number => (isUnknown(number) ? 0 : number);
  return rules.sort((a, b) => place(a) - place(b) || (a.key < b.key ? -1 : 1));
}

export function groupRules(
  rows: Rows<GroupRow>,
  groups: ReadonlyMap<ResourceId, SecurityGroup>,
  prefixLists: ReadonlyMap<ResourceId, PrefixList>,
  beyond?: Beyond,
): GroupRule[] {
  return Object.entries(rows).map(([key, row], index): GroupRule => {
    const rule = { ...row, key, position: index + 1 };
    const peer = peerTaken(row);
    if (beyond === undefined || !isReference(peer) || groups.has(peer.ref) || prefixLists.has(peer.ref))
      return { ...rule, means: meaningOf(peer, groups, prefixLists) };
    return {
      ...rule,
      get means() {
        const prefixes = beyond.prefixList(peer.ref);
        return prefixes === undefined
          ? { group: beyond.group(peer.ref) ?? peer.ref }
          : meaningOfList(prefixes);
      },
    };
  });
}

/** Whether a row names a resource in place of addresses. */
export function isReference(peer: GroupRow['peer']): peer is { readonly ref: ResourceId } {
  return typeof peer === 'object' && 'ref' in peer;
}

function meaningOf(
  peer: GroupRow['peer'],
  groups: ReadonlyMap<ResourceId, SecurityGroup>,
  prefixLists: ReadonlyMap<ResourceId, PrefixList>,
): GroupRule['means'] {
  if (typeof peer !== 'string') {
    if (isUnknown(peer)) return peer;
    const prefixes = prefixLists.get(peer.ref);
    if (prefixes !== undefined) return meaningOfList(prefixes);
    return { group: groups.get(peer.ref) ?? peer.ref };
  }
  const block = blockOf(peer);
  if (block !== undefined) return { block };
  return isListName(peer) ? { list: listName(peer) } : undefined;
}

function meaningOfList(prefixes: PrefixList): GroupRule['means'] {
  return prefixes.refused === null ? { prefixes } : undefined;
}

/** Prefix lists are named as AWS names them, with or without the `pl:` that traces put before them. */
export function isListName(text: string): boolean {
  return /^(pl:|pl-|(\w+\.)?com\.amazonaws\.)/.test(text);
}

export function listName(text: string): string {
  return text.startsWith('pl:') ? text.slice(3) : text;
}

export function groupsOf(
  ids: readonly ResourceId[],
  groups: ReadonlyMap<ResourceId, SecurityGroup>,
  network: Network | null,
): SecurityGroup[] {
  if (ids.length === 0) return network === null ? [] : [network.defaultGroup];
  return ids.map((id) => groups.get(id) ?? { id, network, inbound: [], outbound: [], missing: true });
}
