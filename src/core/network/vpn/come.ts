/** The way of a packet from a network on premises into AWS by a VPN connection. */
import { containsAddress } from '../../../lib/cidr';
import { verbatim, type Words } from '../../../lib/words';
import { isUnknown } from '../../model/value';
import { addressInJapanese, addressWords, isPublic, type IpAddress } from '../address';
import type { VpnConnectionFact, VpnGatewayFact } from '../facts';
import { comeIn } from '../ingress';
import { isResolverAddress } from '../naming/asking';
import { ownerIn } from '../owners';
import { stopAtRefused } from '../refused';
import { lookUpTransit } from '../transit/lookup';
import type { Attachment } from '../transit/model';
import type { Outcome, Packet, StepMade, Walk } from '../walk';
import { holding, type Network, type World } from '../world';
import { vpnGatewayOf } from './connections';
import { byHidden, forkOf, leaveByConnection } from './leave';
import { knownAt, preferred } from './prefixes';
import { stopInTunnel } from './tunnel';

/**
 * Into AWS by one of the connections of a customer's side. The device there is taken to choose well, so that one that
 * leads to the destination is enough.
 */
export function comeByAny(walk: Walk, connections: readonly VpnConnectionFact[], packet: Packet): Outcome {
  const { world, session } = walk;
  const leading = connections.filter((each) => mayLead(world, each, packet));
  const usable = leading.length > 0 ? leading : connections;
  const ways = usable.map(({ by }) => verbatim(world.name(by)));
  const chosen = usable[session.choose({ takes: 'one', ways })];
  return chosen === undefined ? { arrived: false, disposition: 'no-route' } : comeByVpn(walk, chosen, packet);
}

/** Into AWS by the gateway at which a connection ends. */
export function comeByVpn(walk: Walk, connection: VpnConnectionFact, packet: Packet): Outcome {
  const { world } = walk;
  const into: Packet = { ...packet, sender: null };
  const stop = stopInTunnel(walk, connection, 'aws', into);
  if (stop !== undefined) return stop;
  const { gateway } = connection;
  const at = { at: connection.by, what: 'gateway', direction: 'in', resource: connection.by } as const;
  if (isUnknown(gateway)) return walk.guess({ ...at, says: gateway.unknown }, gateway.unknown, into);
  const name = world.name(connection.by);
  const end = world.name(gateway ?? '');
  walk.pass(
    {
      ...at,
      says: { en: `${name} takes the packet to ${end}`, ja: `${name} がパケットを ${end} に運びます` },
    },
    into,
  );
  const attachment = attachmentOf(world, connection);
  if (attachment !== undefined) return walk.transit({ attachment, zone: null }, into);
  const atVpc = vpnGatewayOf(world, connection);
  if (atVpc !== undefined) return intoVpc(walk, atVpc, connection, into);
  const why: Words = {
    en: `what ${end} does with packets is not in the design`,
    ja: `${end} がパケットをどう扱うかは、設計に含まれていません`,
  };
  return walk.guess({ ...at, says: why }, why, into);
}

/** A virtual private gateway hands packets to the private addresses of its own VPC, and to no other (VG1). */
function intoVpc(
  walk: Walk,
  gateway: VpnGatewayFact,
  connection: VpnConnectionFact,
  packet: Packet,
): Outcome {
  const { world } = walk;
  const name = world.name(gateway.by);
  const at = { at: gateway.by, what: 'gateway', direction: 'in', resource: gateway.by } as const;
  const refused = stopAtRefused(walk, gateway.by, at, packet);
  if (refused !== undefined) return refused;
  const network = world.networks.get(gateway.network ?? '');
  const there = network === undefined ? 'no' : holding(network, packet.destination);
  if (there === 'no') {
    const hub = towardsOthers(walk, gateway, connection, packet);
    if (hub !== undefined) return hub;
  }
  if (network === undefined) return unattached(walk, gateway, at, packet);
  if (there === 'maybe') {
    const why: Words = {
      en: `whether ${addressWords(packet.destination)} is an address of ${world.name(network.id)} is not known here`,
      ja: `${addressInJapanese(packet.destination)} が ${world.name(network.id)} のアドレスかどうかは、ここではわかりません`,
    };
    return walk.guess({ ...at, says: why }, why, packet);
  }
  const why = whyOutside(world, network, there, packet.destination);
  if (why !== undefined) {
    const stop = walk.drop(
      {
        ...at,
        code: 'gateway-rejects',
        analyzerCode: 'VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
        says: why,
      },
      packet,
    );
    return stop ?? walk.jump(packet);
  }
  walk.pass(
    {
      ...at,
      says: {
        en: `${name} takes the packet into ${world.name(network.id)}`,
        ja: `${name} がパケットを ${world.name(network.id)} に入れます`,
      },
    },
    packet,
  );
  return comeIn(walk, gateway.by, network, packet, ownerIn(network, packet) ?? null, { isPrivate: true });
}

/** PX1, GE4, NG3, DN1: nobody behind the VPC is reached through it, and neither is its resolver. */
function whyOutside(
  world: World,
  network: Network,
  there: 'yes' | 'no',
  address: IpAddress,
): Words | undefined {
  const [vpc, shown] = [world.name(network.id), addressWords(address)];
  if (there === 'no')
    return {
      en: `over the VPN only private addresses of ${vpc} are reached, and ${shown} is none of them`,
      ja: `VPN 経由で届くのは ${vpc} のプライベートアドレスだけです。${addressInJapanese(address)} はこれに含まれません`,
    };
  if (address.owner !== null || !isResolverAddress(network, address)) return undefined;
  return {
    en: `the DNS server ${shown} answers inside ${vpc} only; from outside an inbound Resolver endpoint does`,
    ja: `DNS サーバー ${addressInJapanese(address)} が応答するのは ${vpc} の内部だけです。外部からは Resolver インバウンドエンドポイントを使います`,
  };
}

/**
 * From one site to another over the same virtual private gateway, which AWS describes for connections that use BGP.
 * https://docs.aws.amazon.com/vpn/latest/s2svpn/VPN_CloudHub.html
 */
function towardsOthers(
  walk: Walk,
  gateway: VpnGatewayFact,
  connection: VpnConnectionFact,
  packet: Packet,
): Outcome | undefined {
  const { known, hidden } = knownAt(walk.world, gateway.by);
  const best = preferred(known, packet.destination).filter(({ block }) => block.prefix > 0);
  const ways = best.map((each) => each.connection);
  const next = best.length > 1 ? best[walk.session.choose(forkOf(walk, gateway.by, ways))] : best[0];
  const at = { at: gateway.by, what: 'gateway', resource: gateway.by } as const;
  const others = hidden.filter((each) => each.connection !== connection);
  const [rival] = others;
  const { is } = packet.destination;
  // BGP may tell of a private address by another connection.
  if (next === undefined && rival !== undefined && is.as === 'exact' && !isPublic(packet.destination)) {
    if (!walk.passes(`${gateway.by}|${connection.by}`, packet)) return undefined;
    return byHidden(walk, at, others, rival, packet);
  }
  if (next === undefined || next.connection === connection) return undefined;
  if (!walk.passes(`${gateway.by}|${connection.by}`, packet)) return undefined;
  if (connection.staticOnly === false && next.from === 'bgp-vpn')
    return leaveByConnection(walk, next.connection, packet);
  const why: Words = {
    en: `AWS describes the way from one VPN connection to another for BGP only`,
    ja: `VPN 接続から別の VPN 接続への転送について、AWS のドキュメントに記載があるのは BGP の場合だけです`,
  };
  walk.unsure({ ...at, says: why }, why, packet);
  return leaveByConnection(walk, next.connection, packet);
}

function unattached(
  walk: Walk,
  gateway: VpnGatewayFact,
  at: Pick<StepMade, 'at' | 'what' | 'direction' | 'resource'>,
  packet: Packet,
): Outcome {
  const name = walk.world.name(gateway.by);
  if (gateway.elsewhere === true) {
    const why: Words = {
      en: `which VPC ${name} is attached to is not in the design`,
      ja: `${name} がどの VPC にアタッチされているかは、設計に含まれていません`,
    };
    return walk.guess({ ...at, says: why }, why, packet);
  }
  const stop = walk.drop(
    {
      ...at,
      code: 'not-attached',
      analyzerCode: 'BAD_STATE_ATTACHMENT',
      says: {
        en: `${name} is attached to no VPC`,
        ja: `${name} はどの VPC にもアタッチされていません`,
      },
    },
    packet,
  );
  return stop ?? walk.jump(packet);
}

/** Whether the gateway of a connection knows a way to the destination of a packet. */
function mayLead(world: World, connection: VpnConnectionFact, { destination }: Packet): boolean {
  if (isUnknown(connection.family) || connection.family !== destination.family)
    return isUnknown(connection.family);
  if (isUnknown(connection.gateway)) return true;
  const attachment = attachmentOf(world, connection);
  if (attachment !== undefined) {
    const { table } = attachment;
    if (table === null) return false;
    if (isUnknown(table)) return true;
    const { winner, unsure } = lookUpTransit(world, table, destination);
    return winner !== null || unsure !== null;
  }
  const atVpc = vpnGatewayOf(world, connection);
  if (atVpc === undefined) return false;
  const network = world.networks.get(atVpc.network ?? '');
  if (network === undefined) return atVpc.elsewhere === true;
  if (holding(network, destination) !== 'no') return true;
  return knownAt(world, atVpc.by).known.some(({ block }) => containsAddress(block, destination));
}

/** The attachment that a connection is to its transit gateway. */
function attachmentOf(world: World, { by, gateway }: VpnConnectionFact): Attachment | undefined {
  return typeof gateway === 'string' ? world.transitGateways.get(gateway)?.attachments.get(by) : undefined;
}
