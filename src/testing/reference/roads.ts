/** How a packet goes from one interface to another: through its subnet's border, by a row of a table, over gateways. */
import type { VpnConnectionFact } from '../../core/network/facts';
import { covers, sameAddress, type Address } from './addresses';
import { type Inventory, type Net, type Nic, type Sub } from './inventory';
import { blocked, unknownOutcome, whichever, type Outcome } from './outcome';
import { aclDenies, guarded, type Packet } from './packet';
import { hiddenRows, rowFor, type Chosen } from './rows';
import { throughTransit } from './transit';
import { outward, outwardOnly } from './internetSide';
import { throughNat } from './natGateways';
import { throughPeering } from './peerings';
import { throughGatewayEndpoint } from './gatewayEndpoints';
import { throughInspection, throughInterface } from './appliances';
import { throughVpnGateway } from './vpn';

/** What a NAT gateway remembers of a connection. */
export interface Mark {
  readonly nat: Nic | string;
  readonly address: Address;
  readonly port: number;
  readonly before: Packet;
}

export interface Walk {
  readonly inventory: Inventory;
  /** Whether it is a reply: those are let through by security groups, and undo what was translated. */
  readonly isReply: boolean;
  /** Whether anybody may take it who has the address. */
  readonly isForAnybody: boolean;
  /** Whether it is for a plain address: at whichever place that is, its owner may take it. */
  readonly isPlain: boolean;
  readonly steps: number;
  readonly marks: readonly Mark[];
  /** NG6: the VPC of the NAT gateway that sent it over a peering, to which replies return without a route. */
  readonly returnsTo: Net | null;
  /** The appliances passed, in order. */
  readonly passed: readonly string[];
  /** By which gateway the connection left each VPC: replies come back by the same. */
  readonly gates: Readonly<Record<string, string>>;
  readonly arrive: (nic: Nic, packet: Packet, walk: Walk) => Outcome;
  /** It is on the internet, where nobody of the design has the address. */
  readonly leave: (packet: Packet, walk: Walk) => Outcome;
  /** It was taken by a gateway endpoint. */
  readonly serve: (packet: Packet, walk: Walk) => Outcome;
  /** It has come out of the tunnels of a VPN connection, behind the customer gateway. */
  readonly ashore: (connection: VpnConnectionFact, packet: Packet, walk: Walk) => Outcome;
  /** A transit gateway hands it to the clients of a Client VPN endpoint. */
  readonly atClients: (endpoint: string, packet: Packet, walk: Walk) => Outcome;
}

export function ownerOf(inventory: Inventory, net: Net, address: Address): Nic | undefined {
  return inventory.nics.find(
    (nic) =>
      nic.sub.net === net &&
      !inventory.refused.has(nic.by) &&
      ([...nic.possible, ...nic.further].some((each) => sameAddress(each, address)) ||
        (nic.six !== null && sameAddress(nic.six, address))),
  );
}

/** A packet leaves an interface. */
export function send(nic: Nic, packet: Packet, walk: Walk): Outcome {
  const { sub } = nic;
  const { inventory } = walk;
  if (inventory.refused.has(nic.by))
    return blocked(inventory.refused.get(nic.by) ?? '', nic.by, sub.by, sub.net.by);
  if (covers(sub.block, packet.target) || (sub.six !== null && covers(sub.six, packet.target))) {
    const neighbour = ownerOf(inventory, sub.net, packet.target);
    return neighbour === undefined
      ? nobody(walk, sub.net, packet.target)
      : walk.arrive(neighbour, packet, walk);
  }
  const row = aclDenies(sub.acl, 'out', packet);
  if (row !== null) return blocked(`network ACL of ${sub.by} out, row ${row}`, guarded(sub));
  return route(sub, packet, walk, 'subnet');
}

/** The tables decide. `from` a transit gateway, the subnet's ACL has not been asked yet. */
export function route(sub: Sub, packet: Packet, before: Walk, from: 'subnet' | 'transit'): Outcome {
  const walk = { ...before, steps: before.steps + 1 };
  if (walk.steps > 40) return blocked('a loop', ...everybody(walk.inventory));
  const { inventory } = walk;
  const chosen = rowFor(inventory, sub.net, sub.table, packet);
  const perhaps = hiddenRows(inventory, sub.net, sub.table, packet, chosen, isForSomebody(walk, packet));
  if (perhaps.length === 0) return byRow(chosen, sub, packet, walk, from);
  // BGP may tell of a longer prefix, or of the only one.
  return openly(
    whichever([chosen, ...perhaps], (row) => byRow(row, sub, packet, walk, from)),
    walk,
  );
}

/** Open by what BGP tells of: blocked by every way, or at several places which have a plain address. */
export function openly(outcome: Outcome, { isPlain }: Walk): Outcome {
  return outcome.verdict === 'blocked' || isPlain ? { ...outcome, isOpen: true } : outcome;
}

/** Whether it is for the address of an interface that the design has, and not for whoever has that address. */
export function isForSomebody({ inventory, isReply, isForAnybody }: Walk, { target }: Packet): boolean {
  if (isForAnybody && !isReply) return false;
  return inventory.nics.some((nic) =>
    [...nic.possible, ...nic.further, ...nic.publicFour, ...(nic.six === null ? [] : [nic.six])].some(
      (each) => sameAddress(each, target),
    ),
  );
}

function byRow(chosen: Chosen, sub: Sub, packet: Packet, walk: Walk, from: 'subnet' | 'transit'): Outcome {
  const { inventory } = walk;
  const table = sub.table?.by ?? sub.net.by;
  switch (chosen.to) {
    case 'nothing':
      return blocked('no route', table, ...missing(inventory, sub.net));
    case 'blackhole':
      return blocked('a blackhole', table);
    case 'local':
      return deliver(sub.net, packet, walk, sub, from);
    case 'either':
      return whichever(chosen.targets ?? [], (target) => forward(target, sub, packet, walk, from));
    case 'target':
      return forward(chosen.target, sub, packet, walk, from);
  }
}

/** Refused gateways of the VPC are as good a reason for a missing route as the table. */
function missing(inventory: Inventory, net: Net): readonly string[] {
  return [
    ...inventory.all('gateway-endpoint').filter(({ network }) => network === net.by),
    ...inventory.all('internet-gateway'),
    ...inventory.all('vpn-gateway').filter(({ network }) => network === net.by),
    ...inventory.all('vpn-connection'),
    ...inventory.all('customer-gateway'),
  ].map(({ by }) => by);
}

/** Everybody may be to blame. */
export function everybody(inventory: Inventory): readonly string[] {
  return inventory.facts.map(({ by }) => by);
}

/** Somebody to whom AWS gives any free address may have this one. */
function nobody({ inventory, isReply, isForAnybody }: Walk, net: Net, address: Address): Outcome {
  if (isReply || !isForAnybody) return blocked('no such host', ...everybody(inventory));
  const maybe = inventory.nics.some(
    ({ sub, fact }) =>
      sub.net === net &&
      fact.privateIpv4 === null &&
      covers(sub.block, address) &&
      address.bits >= sub.block.first + 4n &&
      address.bits < sub.block.last,
  );
  return maybe ? unknownOutcome('a free address') : blocked('no such host');
}

/** Inside a VPC, to whoever has the address. */
export function deliver(
  net: Net,
  packet: Packet,
  walk: Walk,
  leaving: Sub | null,
  from: 'subnet' | 'transit' | 'outside',
): Outcome {
  const owner = ownerOf(walk.inventory, net, packet.target);
  if (owner === undefined) return nobody(walk, net, packet.target);
  if (leaving === owner.sub) return walk.arrive(owner, packet, walk);
  if (leaving !== null && from === 'transit') {
    const row = aclDenies(leaving.acl, 'out', packet);
    if (row !== null) return blocked(`network ACL of ${leaving.by} out, row ${row}`, guarded(leaving));
  }
  return enter(owner.sub, packet) ?? walk.arrive(owner, packet, walk);
}

/** What the network ACL of a subnet says of a packet that comes in. */
export function enter(sub: Sub, packet: Packet): Outcome | null {
  const row = aclDenies(sub.acl, 'in', packet);
  return row === null ? null : blocked(`network ACL of ${sub.by} in, row ${row}`, guarded(sub));
}

function forward(target: string, sub: Sub, packet: Packet, walk: Walk, from: 'subnet' | 'transit'): Outcome {
  const { inventory } = walk;
  const { net } = sub;
  const table = sub.table?.by ?? net.by;
  const refusal = inventory.refused.get(target);
  if (refusal !== undefined)
    return blocked(`${target} cannot be: ${refusal}`, target, table, net.by, ...everybody(inventory));
  // What leaves a subnet that it only entered by a transit gateway meets its outbound rules now.
  if (
    from === 'transit' &&
    inventory.byOwner.get(target)?.[0]?.sub !== sub &&
    inventory.one('gwlb-endpoint', target)?.subnet !== sub.by
  ) {
    const row = aclDenies(sub.acl, 'out', packet);
    if (row !== null) return blocked(`network ACL of ${sub.by} out, row ${row}`, guarded(sub));
  }
  if (inventory.one('internet-gateway', target) !== undefined) return outward(target, sub, packet, walk);
  if (inventory.one('egress-only-gateway', target) !== undefined)
    return outwardOnly(target, sub, packet, walk);
  if (inventory.one('nat-gateway', target) !== undefined) return throughNat(target, sub, packet, walk);
  if (inventory.one('gateway-endpoint', target) !== undefined)
    return throughGatewayEndpoint(target, sub, packet, walk);
  if (inventory.one('peering', target) !== undefined) return throughPeering(target, net, table, packet, walk);
  if (inventory.one('transit-gateway', target) !== undefined)
    return throughTransit(target, sub, table, packet, walk);
  if (inventory.one('vpn-gateway', target) !== undefined) return throughVpnGateway(target, sub, packet, walk);
  if (inventory.one('gwlb-endpoint', target) !== undefined)
    return throughInspection(target, net, table, sub, packet, walk);
  const nics = inventory.byOwner.get(target)?.filter((nic) => nic.role === 'workload') ?? [];
  if (nics[0] !== undefined) return throughInterface(nics[0], net, table, sub, packet, walk);
  return blocked('a target that is gone', table, target);
}
