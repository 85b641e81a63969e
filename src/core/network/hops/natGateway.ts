/**
 * A NAT gateway: takes packets of its own VPC's interfaces, puts its own address and a port of 1024–65535 in place of
 * the source, and sends them on by the route table of the subnet it is in; the network ACL of that subnet sees the flow
 * four times (NG1, NA4). It carries replies only, never what begins outside (NG4). A regional one stands in no subnet: it
 * has a route table of its own, and no ACL (NG8).
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
 */
import type { Family } from '../../../lib/cidr';
import type { Words } from '../../../lib/words';
import { isUnknown } from '../../model/value';
import { nat64Target } from '../address';
import type { NatGatewayFact } from '../facts';
import { addressesOf } from '../interfaces';
import { stopAtRefused } from '../refused';
import { rowOf } from '../routeLookup';
import { echoTypes, type Outcome, type Packet, type Via, type Walk } from '../walk';
import type { Interface, Network, World } from '../world';
import { attachedTo } from '../world';
import type { Behaviour, NotCreated } from './behaviour';
import { tellRestored } from './restoredClient';

export const natGateway: Behaviour<NatGatewayFact> = {
  mayReplaceLocal: true,
  mayTakeIngress: false,

  *interfaces(fact) {
    yield {
      fact: 'interface',
      by: fact.by,
      unfiltered: true,
      subnet: fact.regional === undefined ? fact.subnet : null,
      ...(fact.regional === undefined ? {} : { network: fact.regional.network }),
      privateIpv4: null,
      ipv6: false,
      publicIpv4: fact.connectivity === 'private' ? false : fact.elasticIp,
      securityGroups: [],
      sourceDestinationCheck: false,
      clientPorts: [1024, 65535],
      workload: false,
      outboundOnly: true,
    };
  },

  ownTable: ({ regional }) => regional,

  asTarget(fact, world, row) {
    const own = interfaceOf(world, fact);
    if (own?.network != null && own.network === row.network) return { is: 'active' };
    // NG3: a NAT gateway of another VPC is no target.
    const name = world.name(fact.by);
    return {
      is: 'blackhole',
      analyzerCode: 'NGW_REQUIRES_SOURCE_IN_VPC',
      why: { en: `${name} is not in this VPC`, ja: `${name} はこの VPC にありません` },
    };
  },

  refusal: whyNotCreated,

  cannotStart(fact, world) {
    const doubt = whyUnsureOfCreation(fact, world);
    return doubt === undefined ? undefined : { unknown: doubt };
  },

  isForAllProtocols: true,

  carry(fact, walk, packet, via) {
    const { world } = walk;
    const name = world.name(fact.by);
    const own = interfaceOf(world, fact);
    const at = { at: fact.by, what: 'gateway', resource: fact.by } as const;
    if (own?.place == null) return walk.jump(packet);
    // NG5: what it has translated comes back by its own subnet's table.
    if (packet.sender === own)
      return (
        walk.drop(
          {
            ...at,
            ...rowOf(via, world),
            code: 'loop',
            analyzerCode: 'NO_PATH',
            final: true,
            says: {
              en: `the subnet of ${name} sends its packets back to ${name}`,
              ja: `${name} のサブネットが、パケットを ${name} 自身に送り返します`,
            },
          },
          packet,
        ) ?? walk.jump(packet)
      );
    const refused = stopAtRefused(walk, fact.by, at, packet);
    if (refused !== undefined) return refused;
    const doubt = whyUnsureOfCreation(fact, world);
    if (doubt !== undefined) walk.unsure({ ...at, says: doubt }, doubt, packet);

    const elsewhere = outsideItsZones(fact, walk, packet, via);
    if (elsewhere !== undefined) return elsewhere;

    const restriction = whyRefused(packet, name);
    if (restriction !== undefined)
      return (
        walk.drop(
          { ...at, code: 'translation-refused', analyzerCode: 'PROTOCOL_RESTRICTION', says: restriction },
          packet,
        ) ?? walk.jump({ ...packet, sender: null })
      );
    if (walk.direction === 'return' && !walk.session.connections.has(fact.by)) {
      // The reply to something that came in by another way: the NAT gateway knows no such connection (NG4).
      const stop = walk.drop(
        {
          ...at,
          code: 'translation-refused',
          analyzerCode: 'NGW_SOURCE_ADDRESS_REASSIGN',
          ...rowOf(via, world),
          says: {
            en: `the reply is routed to ${name}, which knows nothing of a connection that came in by another way`,
            ja: `応答が ${name} に送られますが、${name} は別の経路から入ってきた接続を知りません`,
          },
        },
        packet,
      );
      return stop ?? walk.jump({ ...packet, sender: null });
    }
    return through(fact, walk, packet, own, via.subnet);
  },

  receive(fact, walk, packet, own) {
    const { world } = walk;
    const connection = walk.session.connections.get(fact.by);
    const name = world.name(fact.by);
    const isOwn = walk.goal.target === own;
    if (walk.direction === 'return' && isOwn && connection === undefined)
      // The NAT gateway itself had asked.
      return arrived(walk, packet, own);
    if (walk.direction === 'forward' || connection === undefined || own.place === null) {
      const stop = walk.drop(
        {
          at: fact.by,
          what: 'translate',
          direction: 'in',
          resource: fact.by,
          code: 'translation-refused',
          analyzerCode: 'NGW_DEST_ADDRESS_PRESERVATION',
          final: true,
          says: {
            en: `${name} carries replies only: a packet that nobody asked for is dropped`,
            ja: `${name} が通すのは応答だけです。要求されていないパケットは破棄されます`,
          },
        },
        packet,
      );
      return stop ?? { arrived: false, disposition: 'translation-refused' };
    }
    const { before } = connection;
    const restored: Packet = {
      ...packet,
      // The client of NAT64 knows the other end by an IPv6 address.
      ...(before.destination.family === 6
        ? { source: before.destination, icmpTypes: typesOver(6, packet.icmpTypes) }
        : {}),
      destination: before.source,
      destinationPorts: before.sourcePorts,
      sender: null,
    };
    tellRestored(walk, fact.by, restored);
    return walk.route(own.place, restored);
  },
};

function through(
  fact: NatGatewayFact,
  walk: Walk,
  packet: Packet,
  own: Interface,
  from: Interface['subnet'],
): Outcome {
  const { world } = walk;
  const name = world.name(fact.by);
  // From the subnet of the client into that of the NAT gateway: the first of four looks at its ACL (NA4).
  const stop = walk.guard(own, packet, from);
  if (stop !== undefined) return stop;
  const [source] = addressesOf(world, own, 4);
  if (source === undefined || own.place === null) return walk.jump({ ...packet, sender: null });
  const target = nat64Target(packet.destination);
  const translated: Packet = {
    ...packet,
    ...(target === undefined ? {} : { destination: target, icmpTypes: typesOver(4, packet.icmpTypes) }),
    source,
    sourcePorts: packet.protocol === 'icmp' ? packet.sourcePorts : own.clientPorts,
    sender: own,
  };
  walk.session.connections.set(fact.by, { before: packet, after: translated });
  walk.pass(
    {
      at: fact.by,
      what: 'translate',
      direction: 'out',
      rewrites: true,
      resource: fact.by,
      says: {
        en: `${name} puts its own address in place of the source, and a port of 1024–65535`,
        ja: `${name} は送信元を自分のアドレスと 1024〜65535 のポートに変換します`,
      },
    },
    translated,
  );
  return walk.route(own.place, translated);
}

/** NG8: one whose zones are listed serves no others. */
function outsideItsZones(fact: NatGatewayFact, walk: Walk, packet: Packet, via: Via): Outcome | undefined {
  const { zones = null } = fact.regional ?? {};
  if (zones === null || walk.direction === 'return') return undefined;
  const { world } = walk;
  const { zone, id } = via.subnet;
  const name = world.name(fact.by);
  const at = { at: fact.by, what: 'gateway', resource: fact.by, field: 'zones' } as const;
  if (zones.some((each) => each === zone && zone !== '')) return undefined;
  const hidden = isUnknown(zone) ? zone : zones.find(isUnknown);
  if (hidden !== undefined || zone === '') {
    const says: Words = {
      en: `whether ${name} serves the Availability Zone of ${world.name(id)} is not known`,
      ja: `${name} が ${world.name(id)} のアベイラビリティーゾーンで使えるかどうかはわかりません`,
    };
    walk.unsure({ ...at, says }, hidden?.unknown ?? says, packet);
    return undefined;
  }
  return walk.drop(
    {
      ...at,
      code: 'not-in-zone',
      analyzerCode: 'REGIONAL_NGW_ROUTE_AZ_RESTRICTION',
      says: {
        en: `${name} does not serve ${isUnknown(zone) ? '?' : zone}, the zone of ${world.name(id)}`,
        ja: `${name} は、${world.name(id)} のゾーン ${isUnknown(zone) ? '?' : zone} では使えません`,
      },
    },
    packet,
  );
}

/** A ping and its answer have other types in the other family. */
function typesOver(family: Family, types: Packet['icmpTypes']): Packet['icmpTypes'] {
  const other = echoTypes[family === 4 ? 6 : 4];
  for (const way of ['request', 'reply'] as const)
    if (types[0] === other[way] && types[1] === other[way])
      return [echoTypes[family][way], echoTypes[family][way]];
  return types;
}

function arrived(walk: Walk, packet: Packet, own: Interface): Outcome {
  const name = walk.world.name(own.id);
  walk.pass(
    {
      at: own.id,
      what: 'deliver',
      direction: 'in',
      resource: own.id,
      says: { en: `${name} receives the reply`, ja: `${name} が応答を受け取ります` },
    },
    packet,
  );
  return {
    arrived: true,
    disposition: 'delivered',
    packet,
    reply: (back, answer) => back.leave(own, { ...answer, sender: own }),
  };
}

/** NG1: TCP, UDP and ICMP over IPv4. IPv6 passes only towards the translated prefix of NAT64 (OT7). */
function whyRefused(packet: Packet, name: string): Words | undefined {
  if (packet.destination.family === 6 && nat64Target(packet.destination) === undefined)
    return { en: `${name} translates IPv4 only`, ja: `${name} が変換するのは IPv4 だけです` };
  if (packet.protocol === 'any')
    return {
      en: `${name} carries TCP, UDP and ICMP only, not every protocol`,
      ja: `${name} が運ぶのは TCP、UDP、ICMP だけで、すべてのプロトコルではありません`,
    };
  return undefined;
}

/** What AWS would refuse carries no traffic (NG2). */
function whyNotCreated(fact: NatGatewayFact, world: World): NotCreated | undefined {
  const name = world.name(fact.by);
  if (fact.regional !== undefined && fact.connectivity === 'private')
    return {
      resource: fact.by,
      field: 'connectivity',
      says: {
        en: `${name} cannot be created: a NAT gateway that stands in no subnet is a regional one, and these are public only`,
        ja: `${name} は作成できません。サブネットに置かれていない NAT ゲートウェイはリージョナル NAT ゲートウェイで、パブリックのみです`,
      },
    };
  if (fact.connectivity !== 'public') return undefined;
  if (fact.elasticIp === false)
    return {
      resource: fact.by,
      field: 'elasticIp',
      says: {
        en: `${name} cannot be created: a public NAT gateway needs an Elastic IP address`,
        ja: `${name} は作成できません。パブリック NAT ゲートウェイには Elastic IP アドレスが必要です`,
      },
    };
  const network = interfaceOf(world, fact)?.network ?? null;
  if (
    network !== null &&
    attachedTo(network, 'internet-gateway').length === 0 &&
    gatewayDoubt(network) === undefined
  )
    return {
      resource: fact.by,
      says: {
        en: `${name} cannot be created: ${world.name(network.id)} has no internet gateway, which a public NAT gateway needs`,
        ja: `${name} は作成できません。パブリック NAT ゲートウェイに必要なインターネットゲートウェイが ${world.name(network.id)} にありません`,
      },
    };
  return undefined;
}

/** What would have to be known to say whether AWS creates it. */
function whyUnsureOfCreation(fact: NatGatewayFact, world: World): Words | undefined {
  const { connectivity, elasticIp } = fact;
  if (isUnknown(connectivity)) return connectivity.unknown;
  if (connectivity !== 'public') return undefined;
  if (isUnknown(elasticIp)) return elasticIp.unknown;
  const network = interfaceOf(world, fact)?.network ?? null;
  return network === null || attachedTo(network, 'internet-gateway').length > 0
    ? undefined
    : gatewayDoubt(network);
}

/** Why the network may have an internet gateway that is not drawn. */
function gatewayDoubt(network: Network): Words | undefined {
  return attachedTo(network, 'unmodelled').find(({ effect }) => effect.is === 'internet-gateway')?.says;
}

function interfaceOf(world: World, fact: NatGatewayFact): Interface | undefined {
  return world.interfaces.get(fact.by)?.[0];
}
