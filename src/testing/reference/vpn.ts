/** VG1: what virtual private gateways and the tunnels of VPN connections do with packets, either way. */
import type { VpnConnectionFact, VpnGatewayFact } from '../../core/network/facts';
import { throughInspection, throughInterface } from './appliances';
import { blockFrom, covers, isPublic, type Address } from './addresses';
import { sure, type Inventory, type Net, type Sub } from './inventory';
import { blocked, unknownOutcome, whichever, type Outcome } from './outcome';
import type { Packet } from './packet';
import { deliver, everybody, openly, ownerOf, type Walk } from './roads';
import { edgeRowFor } from './rows';
import { decide } from './transit';
import { deviceOf, knownAt, preferred } from './vpnPrefixes';

/** From a subnet to the virtual private gateway that a row of its table names. */
export function throughVpnGateway(id: string, sub: Sub, packet: Packet, walk: Walk): Outcome {
  const { inventory } = walk;
  const table = sub.table?.by ?? sub.net.by;
  const fact = inventory.one('vpn-gateway', id);
  if (fact?.network !== sub.net.by) return blocked('not attached to this VPC', table, id);
  // PX1: what has come into the VPC by a peering connection or a transit gateway does not go on by it.
  if (ownerOf(inventory, sub.net, packet.source) === undefined)
    return blocked('a source of another VPC', table, id);
  if (packet.target.family === 6) return blocked('IPv4 only', table, id);
  return toPrefix(fact, table, packet, walk);
}

/** It routes to prefixes that it has been told of, and to no other address. */
function toPrefix(fact: VpnGatewayFact, table: string, packet: Packet, walk: Walk): Outcome {
  const { inventory } = walk;
  const { known, hidden } = knownAt(inventory, fact.by);
  const best = preferred(known, packet.target);
  const ways = [...new Set(best.map(({ connection }) => connection))];
  // A part of a prefix that one site has is not taken to be announced by another one; of the rest nobody can say.
  const perhaps = best.some(({ block }) => block.length > 0) ? [] : hidden;
  const told = inventory.all('vpn-connection').filter(({ gateway }) => sure(gateway) === fact.by);
  const choices: readonly (VpnConnectionFact | null)[] = [...(ways.length > 0 ? ways : [null]), ...perhaps];
  const outcome = whichever(choices, (connection) =>
    connection === null
      ? blocked(
          'no prefix that it knows',
          fact.by,
          table,
          ...told.flatMap(({ by, customerGateway }) => [by, sure(customerGateway) ?? '']),
        )
      : leaveBy(connection, packet, walk),
  );
  return perhaps.length > 0 ? openly(outcome, walk) : outcome;
}

/** Through the tunnels, to whatever is behind the customer gateway. */
export function leaveBy(connection: VpnConnectionFact, packet: Packet, walk: Walk): Outcome {
  const stopped = stoppedInTunnel(walk.inventory, connection, packet, packet.target, packet.source);
  if (stopped !== null) return stopped;
  return walk.ashore(
    connection,
    { ...packet, sender: null, known: { inbound: false } },
    { ...walk, steps: walk.steps + 1 },
  );
}

/** From behind a customer gateway through the tunnels, into the gateway at their other end. */
export function comeBy(connection: VpnConnectionFact, packet: Packet, before: Walk): Outcome {
  const walk = { ...before, steps: before.steps + 1 };
  const { inventory } = walk;
  if (walk.steps > 40) return blocked('a loop', ...everybody(inventory));
  const stopped = stoppedInTunnel(inventory, connection, packet, packet.source, packet.target);
  if (stopped !== null) return stopped;
  const gateway = sure(connection.gateway) ?? '';
  if (inventory.one('transit-gateway', gateway) !== undefined)
    return decide(gateway, connection.by, null, packet, walk, null);
  const fact = inventory.one('vpn-gateway', gateway);
  if (fact === undefined) return unknownOutcome('a gateway that is not in the design');
  const refusal = inventory.refused.get(fact.by);
  if (refusal !== undefined) return blocked(refusal, fact.by);
  const net = fact.network === null ? undefined : inventory.nets.get(fact.network);
  return net !== undefined && isIn(net, packet.target)
    ? intoNet(fact, net, packet, walk)
    : toAnotherSite(fact, net, connection, packet, walk);
}

function isIn(net: Net, address: Address): boolean {
  return net.blocks.some((block) => covers(block, address)) || (net.six !== null && covers(net.six, address));
}

/** GW2: to whoever has the address, unless the gateway has a table of its own. */
function intoNet(fact: VpnGatewayFact, net: Net, packet: Packet, walk: Walk): Outcome {
  const { inventory } = walk;
  const by = sure(fact.routeTable ?? null) ?? '';
  const edge = edgeRowFor(inventory, net, inventory.one('route-table', by) ?? null, packet.target);
  const straight = (): Outcome => deliver(net, packet, walk, null, 'outside');
  if (edge.to === 'owner') return straight();
  if (edge.target === null) return blocked('a blackhole', by);
  if (inventory.one('gwlb-endpoint', edge.target) !== undefined)
    return throughInspection(edge.target, net, by, null, packet, walk);
  const nic = inventory.byOwner.get(edge.target)?.find(({ role }) => role === 'workload');
  if (nic === undefined) return blocked('no such target', by, edge.target);
  return ownerOf(inventory, net, packet.target) === nic
    ? straight()
    : throughInterface(nic, net, by, null, packet, walk);
}

/**
 * https://docs.aws.amazon.com/vpn/latest/s2svpn/VPN_CloudHub.html: what comes by one connection goes on by another one that
 * has announced the address, as AWS describes it for BGP. Nobody else outside the VPC is reached (PX1, GE4, NG3).
 */
function toAnotherSite(
  fact: VpnGatewayFact,
  net: Net | undefined,
  connection: VpnConnectionFact,
  packet: Packet,
  walk: Walk,
): Outcome {
  const { inventory } = walk;
  const { known, hidden } = knownAt(inventory, fact.by);
  const best = preferred(known, packet.target).filter(({ block }) => block.length > 0);
  const next = [...new Set(best.map((each) => each.connection))];
  const rejected = (): Outcome =>
    fact.elsewhere === true
      ? unknownOutcome('what the gateway is attached to')
      : net === undefined
        ? blocked('attached to no VPC', fact.by)
        : blocked('no address of the VPC', fact.by);
  // A private address may be one that BGP tells of by another connection.
  const perhaps =
    next.length > 0 || isPublic(packet.target) ? [] : hidden.filter((each) => each !== connection);
  const choices: readonly (VpnConnectionFact | null)[] = [...(next.length > 0 ? next : [null]), ...perhaps];
  const outcome = whichever(choices, (other) => {
    if (other === null || other === connection) return rejected();
    const beyond = leaveBy(other, packet, walk);
    const isDescribed = !sure(connection.staticOnly) && !sure(other.staticOnly);
    return isDescribed || beyond.verdict === 'blocked'
      ? beyond
      : unknownOutcome('between connections of which one is static');
  });
  return perhaps.length > 0 ? openly(outcome, walk) : outcome;
}

function stoppedInTunnel(
  inventory: Inventory,
  connection: VpnConnectionFact,
  packet: Packet,
  customer: Address,
  aws: Address,
): Outcome | null {
  const { by } = connection;
  const device = deviceOf(inventory, connection)?.by ?? by;
  const refusal = inventory.refused.get(by);
  if (refusal !== undefined) return blocked(refusal, by, device);
  if (sure(connection.family) !== packet.target.family) return blocked('the other IP version', by);
  const isOutside = (text: string | null, address: Address): boolean => {
    const block = blockFrom(text ?? '');
    return block !== null && block.family === address.family && !covers(block, address);
  };
  // https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html
  if (isOutside(sure(connection.customerBlock), customer) || isOutside(sure(connection.awsBlock), aws))
    return blocked('not what the tunnels are negotiated for', by);
  return null;
}
