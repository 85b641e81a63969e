/** Who may reach whom: security groups around those that have them, what their rules let in, and network ACLs. */
import { verbatim, type Words } from '../../lib/words';
import type { ResourceId } from '../model/document';
import { isUnknown, known } from '../model/value';
import type { GroupRow, SecurityGroupFact } from '../network/facts';
import {
  mark,
  tints,
  type LensGround,
  type LensLink,
  type LensMark,
  type LensSet,
  type LensView,
} from './lens';

export function securityLens(ground: LensGround): LensView {
  const { facts, nameOf } = ground;
  const marks = new Map<ResourceId, LensMark>();
  const groups = facts.filter((fact): fact is SecurityGroupFact => fact.fact === 'security-group');
  const tintOf = new Map(groups.map(({ by }, index) => [by, index % tints]));
  const members = membersOf(ground, groups);
  for (const { by, inbound } of groups) {
    const tint = tintOf.get(by) ?? 0;
    mark(marks, by, { tint, notes: Object.values(inbound).map((row) => inboundText(row, nameOf)) });
    for (const member of members.get(by) ?? []) mark(marks, member);
  }
  for (const fact of facts) {
    if (fact.fact === 'network-acl') mark(marks, fact.by);
    if (fact.fact === 'subnet') mark(marks, fact.by);
    if (fact.fact === 'interface' && fact.securityGroups !== null) mark(marks, fact.by);
    if (fact.fact === 'public-access-block') mark(marks, fact.by);
  }
  const sets: LensSet[] = groups.map(({ by }) => ({ id: by, members: [...(members.get(by) ?? [])] }));
  return {
    lens: 'security',
    marks,
    links: linksOf(groups),
    sets: sets.filter((set) => set.members.length > 0),
  };
}

/** An interface that names no group has the default one of its network, where that is drawn. */
function membersOf(
  { facts }: LensGround,
  groups: readonly SecurityGroupFact[],
): ReadonlyMap<ResourceId, ReadonlySet<ResourceId>> {
  const networkOf = new Map<ResourceId, ResourceId | null>();
  for (const fact of facts) if (fact.fact === 'subnet') networkOf.set(fact.by, fact.network);
  const found = new Map<ResourceId, Set<ResourceId>>();
  for (const fact of facts) {
    if (fact.fact !== 'interface' || fact.securityGroups === null) continue;
    const network = fact.network ?? networkOf.get(fact.subnet ?? '');
    const named =
      fact.securityGroups.length > 0
        ? fact.securityGroups
        : groups.filter((group) => group.isDefault === true && group.network === network).map(({ by }) => by);
    for (const group of named) {
      const own = found.get(group);
      if (own === undefined) found.set(group, new Set([fact.by]));
      else own.add(fact.by);
    }
  }
  return found;
}

/** One for each pair of groups, whatever the number of rules between them; a group that lets itself in needs no line. */
function linksOf(groups: readonly SecurityGroupFact[]): readonly LensLink[] {
  const found = new Map<string, LensLink>();
  for (const { by, inbound } of groups)
    for (const row of Object.values(inbound)) {
      const peer = known(row.peer);
      if (peer === undefined || typeof peer === 'string' || peer.ref === by) continue;
      const key = `${peer.ref} ${by}`;
      const before = found.get(key);
      const says = trafficText(row);
      found.set(key, {
        from: peer.ref,
        to: by,
        says:
          before === undefined
            ? says
            : { en: `${before.says.en}, ${says.en}`, ja: `${before.says.ja}、${says.ja}` },
      });
    }
  return [...found.values()];
}

function inboundText(row: GroupRow, nameOf: (id: ResourceId) => string): Words {
  const { peer } = row;
  const from = isUnknown(peer) ? '?' : typeof peer === 'string' ? peer : nameOf(peer.ref);
  const { en, ja } = trafficText(row);
  return { en: `${en} ← ${from}`, ja: `${ja} ← ${from}` };
}

function trafficText({ protocol, fromPort, toPort }: GroupRow): Words {
  if (protocol === 'any') return { en: 'all traffic', ja: 'すべてのトラフィック' };
  const name = isUnknown(protocol) ? '?' : protocol === 'icmpv6' ? 'ICMPv6' : protocol.toUpperCase();
  if (protocol === 'icmp' || protocol === 'icmpv6') return verbatim(name);
  if (isUnknown(fromPort) || isUnknown(toPort)) return verbatim(`${name} ?`);
  if (fromPort === null) return { en: `${name}, all ports`, ja: `${name} すべてのポート` };
  return verbatim(
    toPort === null || toPort === fromPort ? `${name} ${fromPort}` : `${name} ${fromPort}-${toPort}`,
  );
}
