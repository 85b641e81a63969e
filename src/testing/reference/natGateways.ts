/** What NAT gateways do with packets on their way out. */
import { isPublic } from './addresses';
import { portsIn, sure, type Sub } from './inventory';
import { blocked, every, whichever, type Outcome } from './outcome';
import { type Packet } from './packet';
import { enter, openly, send, type Walk } from './roads';
import { isLetOut, onTheInternet } from './internetSide';

/** NG1 to NG7: through a NAT gateway. */
export function throughNat(id: string, sub: Sub, packet: Packet, walk: Walk): Outcome {
  const { inventory } = walk;
  const fact = inventory.one('nat-gateway', id);
  const table = sub.table?.by ?? sub.net.by;
  if (fact === undefined) return blocked('gone', table);
  if (fact.regional !== undefined) return throughRegionalNat(id, sub, packet, walk);
  const nic = inventory.byOwner.get(id)?.[0];
  if (nic === undefined || nic.sub.net !== sub.net) return blocked('not of this VPC', table, id);
  if (nic.sub !== sub) {
    const stopped = enter(nic.sub, packet);
    // What it does not carry may be told of before the network ACL in front of it.
    if (stopped !== null) return { ...stopped, blame: [...stopped.blame, id, table] };
  }
  if (walk.isReply) return blocked('it carries no replies', id, table);
  if (packet.source.family === 6) return blocked('IPv4 only', id, table);
  if (packet.protocol === 'other') return blocked('a protocol that it does not carry', id);
  // A packet for its own address is for nobody.
  const [own] = nic.possible;
  if (own === undefined) return blocked('no address', id);
  return whichever(nic.possible, (address) =>
    every(packet.protocol === 'icmp' ? [packet.sourcePort] : portsIn(inventory, [1024, 65535]), (port) =>
      send(
        nic,
        { ...packet, source: address, sourcePort: port, sender: nic, known: { inbound: true } },
        {
          ...walk,
          steps: walk.steps + 1,
          marks: [{ nat: nic, address, port, before: packet }, ...walk.marks],
        },
      ),
    ),
  );
}

/** NG8: one that stands in no subnet and has the internet gateway behind it. */
export function throughRegionalNat(id: string, sub: Sub, packet: Packet, walk: Walk): Outcome {
  const { inventory } = walk;
  const fact = inventory.one('nat-gateway', id);
  const { net } = sub;
  const table = sub.table?.by ?? net.by;
  const gateway = inventory.gateway(net);
  if (fact?.regional?.network !== net.by) return blocked('not of this VPC', table, id);
  const zones = fact.regional.zones?.map(sure) ?? null;
  if (zones !== null && !zones.includes(sub.zone)) return blocked('not in this zone', id, table);
  if (walk.isReply) return blocked('it carries no replies', id, table);
  if (packet.source.family === 6) return blocked('IPv4 only', id, table);
  if (packet.protocol === 'other') return blocked('a protocol that it does not carry', id);
  if (gateway === undefined) return blocked('no internet gateway', id, net.by);
  if (!isPublic(packet.target)) return blocked('a private destination', id, table, gateway.by);
  // It stands in no subnet, whose exclusion could count.
  if (!isLetOut(inventory, { net, fact: {} }, 'inside', 'outbound only'))
    return blocked('block public access', table, ...inventory.all('public-access-block').map(({ by }) => by));
  const outcome = whichever(inventory.publicAddresses(110n), (address) =>
    every(packet.protocol === 'icmp' ? [packet.sourcePort] : portsIn(inventory, [1024, 65535]), (port) =>
      onTheInternet(
        { ...packet, source: address, sourcePort: port, sender: null },
        {
          ...walk,
          steps: walk.steps + 1,
          gates: { ...walk.gates, [net.by]: gateway.by },
          marks: [{ nat: id, address, port, before: packet }, ...walk.marks],
        },
      ),
    ),
  );
  // Nobody says which address it has in the VPC, for which the table of the gateway may have a row.
  return sure(gateway.routeTable ?? null) === null ? outcome : openly(outcome, walk);
}
