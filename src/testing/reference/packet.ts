/** One concrete packet, and what security groups and network ACLs say of it. */
import type { AclRow, GroupRow, NetworkAclFact } from '../../core/network/facts';
import type { RuleProtocol } from '../../core/model/document';
import { blockFrom, covers, sameAddress, type Address } from './addresses';
import { sure, type Inventory, type Nic, type Sub } from './inventory';

export interface Packet {
  /** `other` is any protocol that has no name here, GRE say. */
  readonly protocol: 'tcp' | 'udp' | 'icmp' | 'icmpv6' | 'other';
  readonly source: Address;
  readonly target: Address;
  /** For ICMP, type and code are in the place of the target's port and of the source's. */
  readonly sourcePort: number;
  readonly targetPort: number;
  /** The interface whose private address the source still is, as far as security groups can know. */
  readonly sender: Nic | null;
  /** Whether a group of the sender means anything to who is now looking: it does in its own VPC. */
  readonly known: { readonly inbound: boolean };
  /** The service of AWS whose public address the packet goes to or comes from, as its full name. */
  readonly service: string | null;
}

export function replyTo(packet: Packet, sender: Nic | null): Packet {
  const isPing = packet.protocol === 'icmp' || packet.protocol === 'icmpv6';
  return {
    ...packet,
    source: packet.target,
    target: packet.source,
    // An echo is answered by an echo reply; the code stays.
    sourcePort: isPing ? packet.sourcePort : packet.targetPort,
    targetPort: isPing
      ? packet.protocol === 'icmp'
        ? packet.targetPort === 8
          ? 0
          : packet.targetPort
        : packet.targetPort === 128
          ? 129
          : packet.targetPort
      : packet.sourcePort,
    sender,
    known: { inbound: true },
  };
}

function fits(
  row: {
    readonly protocol: GroupRow['protocol'];
    readonly fromPort: GroupRow['fromPort'];
    readonly toPort: GroupRow['toPort'];
  },
  packet: Packet,
): boolean {
  const protocol: RuleProtocol = sure(row.protocol);
  if (protocol === 'any') return true;
  if (protocol !== packet.protocol) return false;
  const from = sure(row.fromPort);
  const to = sure(row.toPort);
  if (protocol === 'icmp' || protocol === 'icmpv6')
    return (from === null || from === packet.targetPort) && (to === null || to === packet.sourcePort);
  if (from === null) return true;
  return from <= packet.targetPort && packet.targetPort <= (to ?? from);
}

/** The row of a network ACL that denies the packet, `*` for the closing one; null where it is let through. */
export function aclDenies(
  acl: NetworkAclFact | null,
  direction: 'in' | 'out',
  packet: Packet,
): string | null {
  if (acl === null) return null;
  const rows = inOrder(direction === 'in' ? acl.inbound : acl.outbound);
  const other = direction === 'in' ? packet.source : packet.target;
  for (const row of rows) {
    const block = blockFrom(sure(row.block));
    if (block === null || !fits(row, packet) || !covers(block, other)) continue;
    return sure(row.action) === 'allow' ? null : String(sure(row.number));
  }
  return '*';
}

const sorted = new WeakMap<NetworkAclFact['inbound'], readonly AclRow[]>();

function inOrder(rows: NetworkAclFact['inbound']): readonly AclRow[] {
  const found =
    sorted.get(rows) ?? Object.values(rows).sort((one, two) => sure(one.number) - sure(two.number));
  sorted.set(rows, found);
  return found;
}

/** Whether the groups of an interface let a packet in or out. */
export function groupsAllow(
  inventory: Inventory,
  nic: Nic,
  direction: 'in' | 'out',
  packet: Packet,
): boolean {
  const groups = nic.fact.securityGroups;
  if (groups === null) return true;
  if (groups.length === 0) {
    // The default group: everything out, and its own members in.
    return (
      direction === 'out' ||
      (packet.sender !== null && packet.known.inbound && isInDefault(packet.sender, nic.sub.net.by))
    );
  }
  return groups.some((id) => {
    const group = inventory.one('security-group', id);
    const rows = Object.values((direction === 'in' ? group?.inbound : group?.outbound) ?? {});
    return rows.some((row) => fits(row, packet) && isPeer(inventory, nic, direction, packet, sure(row.peer)));
  });
}

function isInDefault(nic: Nic, network: string): boolean {
  return nic.fact.securityGroups?.length === 0 && nic.sub.net.by === network;
}

function isPeer(
  inventory: Inventory,
  nic: Nic,
  direction: 'in' | 'out',
  packet: Packet,
  peer: string | { readonly ref: string },
): boolean {
  const other = direction === 'in' ? packet.source : packet.target;
  if (typeof peer === 'string') {
    const block = blockFrom(peer);
    return block === null ? packet.service === peer : covers(block, other);
  }
  const list = inventory.one('prefix-list', peer.ref);
  if (list !== undefined)
    return (
      Object.keys(list.entries).length <= sure(list.maxEntries) &&
      Object.values(list.entries).some(({ block }) => {
        const entry = blockFrom(sure(block));
        return entry !== null && entry.family === sure(list.family) && covers(entry, other);
      })
    );
  const has = (each: Nic): boolean => each.fact.securityGroups?.includes(peer.ref) ?? false;
  if (direction === 'in') return packet.sender !== null && packet.known.inbound && has(packet.sender);
  // Outbound, the address is that of a member in the VPC itself or in one that is peered with it.
  return inventory.nics.some(
    (each) =>
      has(each) &&
      (each.sub.net === nic.sub.net || arePeered(inventory, each.sub.net.by, nic.sub.net.by)) &&
      addressesOf(each).some((address) => sameAddress(address, other)),
  );
}

/** Whether two VPCs of one Region have an active peering connection. */
export function arePeered(inventory: Inventory, one: string, other: string): boolean {
  const nets = [one, other].map((by) => inventory.nets.get(by));
  if (nets[0] === undefined || nets[1] === undefined || nets[0].region !== nets[1].region) return false;
  return inventory.all('peering').some((peering) => {
    const sides = [sure(peering.requester), sure(peering.accepter)];
    const far = sure(peering.accepterRegion);
    const isNear = far === null || far === nets[0]?.region;
    return sure(peering.accepted) && isNear && sides.includes(one) && sides.includes(other);
  });
}

/** The addresses that are its own inside the VPC; the first possible one stands for those that AWS chooses. */
export function addressesOf(nic: Nic): readonly Address[] {
  return [...nic.possible, ...nic.further, ...(nic.six === null ? [] : [nic.six])];
}

export function guarded(sub: Sub): string {
  return sub.acl?.by ?? sub.net.by;
}
