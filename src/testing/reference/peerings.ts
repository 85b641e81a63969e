/** VPC peering connections, and what keeps one from carrying anything. */
import { covers, type Address } from './addresses';
import { sure, type Inventory, type Net } from './inventory';
import { blocked, type Outcome } from './outcome';
import { type Packet } from './packet';
import { deliver, type Walk } from './roads';
import { overlapsAny } from './rows';

/** PX1: to the other side of a peering connection, and no further. */
export function throughPeering(id: string, net: Net, table: string, packet: Packet, walk: Walk): Outcome {
  const { inventory } = walk;
  const fact = inventory.one('peering', id);
  const sides = [sure(fact?.requester ?? null), sure(fact?.accepter ?? null)];
  if (!sides.includes(net.by)) return blocked('not of this VPC', table, id);
  const other = inventory.nets.get(sides.find((side) => side !== net.by) ?? '');
  const ready = isReadyPeering(inventory, id);
  if (ready !== null) return blocked(ready, id, table, ...sides.flatMap((side) => side ?? []));
  if (other === undefined) return blocked('nobody on the other side', id, table);
  const inside = (each: Net, address: Address): boolean =>
    each.blocks.some((block) => covers(block, address)) || (each.six !== null && covers(each.six, address));
  if (!inside(other, packet.target)) return blocked('not an address of the peer', table, id);
  if (!inside(net, packet.source)) return blocked('not from an address of this VPC', table, id);
  const isNear = net.region === other.region;
  const passing: Packet = { ...packet, known: { inbound: packet.known.inbound && isNear } };
  const returnsTo = !walk.isReply && packet.sender?.role === 'nat' ? net : walk.returnsTo;
  return deliver(other, passing, { ...walk, returnsTo }, null, 'outside');
}

export function isReadyPeering(inventory: Inventory, id: string): string | null {
  const fact = inventory.one('peering', id);
  if (fact === undefined) return 'gone';
  const requester = sure(fact.requester);
  const accepter = sure(fact.accepter);
  if (!sure(fact.accepted)) return 'not accepted';
  if (requester === accepter) return 'peered with itself';
  const [one, other] = [inventory.nets.get(requester ?? ''), inventory.nets.get(accepter ?? '')];
  if (one === undefined || other === undefined) return 'a side is missing';
  return overlapsAny(one, other) ? 'blocks overlap' : null;
}
