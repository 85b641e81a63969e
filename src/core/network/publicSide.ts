/** The internet side: what becomes of a packet once it is there, and how it comes in by an internet gateway. */
import { containsAddress } from '../../lib/cidr';
import type { Words } from '../../lib/words';
import { isUnknown } from '../model/value';
import { addressInJapanese, addressWords, exactly, isPublic, isRfc1918, isRfc6598 } from './address';
import { addressesOf } from './interfaces';
import type { Goal, Outcome, Packet, Via, Walk } from './walk';
import { rowOf } from './routeLookup';
import { attachedThat, behaviourOf } from './hops';
import { comeIn } from './ingress';
import { sideOf } from './vpn/connections';
import { networkHolds, type Interface, type Network, type World } from './world';

/** From the internet towards the destination: an owner behind an internet gateway, or somebody outside. */
export function fromInternet(walk: Walk, packet: Packet, via: Via | null): Outcome {
  const { world, goal } = walk;
  const { destination } = packet;
  if (destination.is.as === 'public' && destination.owner !== null)
    return throughGateway(walk, destination.owner, packet);
  if (destination.family === 6) {
    if (destination.owner !== null) return throughGateway(walk, destination.owner, packet);
    for (const network of world.networks.values())
      if (network.ipv6 !== null && containsAddress(network.ipv6, destination)) {
        const { outcome, gateway } = gatewayOf(walk, network, packet, network.id);
        return outcome ?? comeIn(walk, gateway, network, packet, null);
      }
  }
  const isOne = destination.is.as === 'exact' || destination.is.as === 'free';
  if (isOne && !isPublic(destination)) return nowhere(walk, packet, via);
  if (walk.direction === 'return' && isBehindVpn(world, goal)) return pastTunnel(walk, packet, via);
  if (goal.target !== null) {
    const wanted = world.name(goal.target.id);
    const name = addressWords(destination);
    const nameJa = addressInJapanese(destination);
    return (
      walk.drop(
        {
          at: via?.subnet.id ?? null,
          what: 'deliver',
          resource: null,
          ...(via === null ? {} : rowOf(via, world)),
          code: 'wrong-owner',
          analyzerCode: 'DISCONNECTED_VPCS',
          final: true,
          says: {
            en: `on the internet ${name} is not the address of ${wanted}`,
            ja: `インターネット上の ${nameJa} は ${wanted} のアドレスではありません`,
          },
        },
        packet,
      ) ?? { arrived: false, disposition: 'wrong-owner' }
    );
  }
  if (goal.service !== null)
    walk.note({
      en: `${addressWords(destination)} is assumed to be an address of ${goal.service.name}`,
      ja: `${addressInJapanese(destination)} は ${goal.service.name} のアドレスとします`,
    });
  const disposition = walk.direction === 'return' ? 'delivered' : goal.disposition;
  walk.pass(
    {
      at: goal.at,
      what: 'deliver',
      direction: 'in',
      resource: goal.at,
      says:
        destination.is.as === 'service'
          ? {
              en: `${destination.is.host} receives the packet`,
              ja: `${destination.is.host} がパケットを受け取ります`,
            }
          : { en: 'the packet is on the internet', ja: 'パケットはインターネットに出ました' },
    },
    packet,
  );
  return {
    arrived: true,
    disposition,
    packet,
    reply: (back, answer) => back.outside({ ...answer, sender: null }, null),
  };
}

/** Whether the one who asked did so over a VPN connection. */
function isBehindVpn(world: World, { at }: Goal): boolean {
  return at !== null && (sideOf(world, at)?.size ?? 0) > 0;
}

/** The reply has left over the internet what came by a VPN connection, from another address than was asked. */
function pastTunnel(walk: Walk, packet: Packet, via: Via | null): Outcome {
  const { world, goal } = walk;
  const name = world.name(goal.at ?? '');
  return (
    walk.drop(
      {
        at: via?.subnet.id ?? null,
        what: 'deliver',
        resource: null,
        ...(via === null ? {} : rowOf(via, world)),
        code: 'wrong-owner',
        analyzerCode: 'NO_POSSIBLE_DESTINATION',
        final: true,
        says: {
          en: `the reply goes out over the internet, while ${name} has asked by a VPN connection and expects it there`,
          ja: `応答がインターネットに出ます。${name} は VPN 接続で送信しており、応答もそこに届く必要があります`,
        },
      },
      packet,
    ) ?? { arrived: false, disposition: 'wrong-owner' }
  );
}

/** In through the internet gateway of the network of the one that has the public address (IG1, IG4). */
function throughGateway(walk: Walk, owner: Interface, packet: Packet): Outcome {
  const { network } = owner;
  if (network === null) return { arrived: false, disposition: 'not-attached' };
  const { outcome, gateway } = gatewayOf(walk, network, packet, owner.id);
  if (outcome !== undefined) return outcome;
  const { source } = packet;
  if (source.family === 4 && (isRfc1918(source) || isRfc6598(source)) && source.is.as === 'exact') {
    const stop = walk.drop(
      {
        at: gateway,
        what: 'gateway',
        resource: gateway,
        code: 'gateway-rejects',
        analyzerCode: isRfc1918(source)
          ? 'IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS'
          : 'IGW_SOURCE_ADDRESS_NOT_IN_RFC6598_INGRESS',
        blame: { resource: null },
        final: true,
        says: {
          en: `${addressWords(source)} is a private address: no packet from it arrives over the internet`,
          ja: `${addressInJapanese(source)} はプライベートアドレスです。インターネットからこの送信元のパケットは届きません`,
        },
      },
      packet,
    );
    if (stop !== undefined) return stop;
  }
  if (packet.destination.family === 6) return comeIn(walk, gateway, network, packet, owner);
  if (isUnknown(owner.publicIpv4)) {
    const { unknown } = owner.publicIpv4;
    walk.unsure(
      { at: owner.id, what: 'translate', direction: 'in', resource: owner.id, says: unknown },
      unknown,
      packet,
    );
  }
  const [private4] = addressesOf(walk.world, owner, 4);
  const known = walk.session.privateOf.get(owner);
  const translated: Packet = {
    ...packet,
    destination: known ?? private4 ?? exactly(packet.destination, owner),
  };
  walk.pass(
    {
      at: gateway,
      what: 'translate',
      direction: 'in',
      rewrites: true,
      resource: gateway,
      says: {
        en: `the public address is translated to ${addressWords(translated.destination)}`,
        ja: `パブリックアドレスを ${addressInJapanese(translated.destination)} に変換します`,
      },
    },
    translated,
  );
  return comeIn(walk, gateway, network, translated, owner);
}

/** A private address means nothing out there. */
function nowhere(walk: Walk, packet: Packet, via: Via | null): Outcome {
  const name = addressWords(packet.destination);
  const nameJa = addressInJapanese(packet.destination);
  const isInside = [...walk.world.networks.values()].some((each) => networkHolds(each, packet.destination));
  return (
    walk.drop(
      {
        at: null,
        what: 'deliver',
        resource: null,
        code: 'no-such-host',
        analyzerCode:
          via !== null
            ? 'NO_POSSIBLE_DESTINATION'
            : isInside
              ? 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS'
              : 'IGW_DESTINATION_ADDRESS_IN_VPC_CIDRS',
        final: true,
        says: {
          en: `${name} is a private address, which nobody on the internet can send to`,
          ja: `${nameJa} はプライベートアドレスのため、インターネットからは送信できません`,
        },
      },
      packet,
    ) ?? { arrived: false, disposition: 'no-such-host' }
  );
}

/** The gateway by which the internet's packets come into a network. */
function gatewayOf(
  walk: Walk,
  network: Network,
  packet: Packet,
  at: string,
): { readonly outcome?: Outcome; readonly gateway: string | null } {
  const { world } = walk;
  const family = packet.destination.family;
  let unsure: { readonly by: string; readonly says: Words } | undefined;
  let closed: { readonly by: string; readonly says: Words } | undefined;
  let gateway: string | null = null;
  for (const fact of attachedThat(network, 'admits')) {
    if (walk.direction === 'return' && walk.session.connections.has(fact.by)) {
      const name = world.name(fact.by);
      walk.pass(
        {
          at: fact.by,
          what: 'gateway',
          direction: 'in',
          resource: fact.by,
          says: {
            en: `${name} lets the reply of a connection that began inside in`,
            ja: `${name} は、内側から始まった接続への応答を通します`,
          },
        },
        packet,
      );
      return { gateway: fact.by };
    }
    const admission = behaviourOf(fact).admits?.(fact, world, family);
    if (admission?.is === 'open' && (gateway === null || fact.by < gateway)) gateway = fact.by;
    if (admission?.is === 'unknown' && (unsure === undefined || fact.by < unsure.by))
      unsure = { by: fact.by, says: admission.says };
    if (admission?.is === 'closed' && (closed === undefined || fact.by < closed.by))
      closed = { by: fact.by, says: admission.says };
  }
  if (gateway !== null) {
    const name = world.name(gateway);
    walk.pass(
      {
        at: gateway,
        what: 'gateway',
        direction: 'in',
        resource: gateway,
        says: { en: `${name} takes the packet in`, ja: `${name} がパケットを受け入れます` },
      },
      packet,
    );
    return { gateway };
  }
  const name = world.name(network.id);
  if (unsure !== undefined) {
    const { says } = unsure;
    walk.unsure({ at, what: 'gateway', direction: 'in', resource: network.id, says }, says, packet);
    return { gateway };
  }
  if (closed === undefined && network.hidden !== null) {
    // A network that stands elsewhere: its gateway may stand there too.
    const says: Words = {
      en: `whether an internet gateway is attached to ${name === '' ? 'the VPC' : name} is not known here`,
      ja: `${name === '' ? 'VPC' : name} にインターネットゲートウェイがアタッチされているかどうかは、ここではわかりません`,
    };
    walk.unsure({ at, what: 'gateway', direction: 'in', resource: network.id, says }, says, packet);
    return { gateway };
  }
  const stop = walk.drop(
    {
      at: closed?.by ?? at,
      what: 'gateway',
      direction: 'in',
      resource: closed?.by ?? network.id,
      code: closed === undefined ? 'not-attached' : 'gateway-rejects',
      analyzerCode: 'NO_PATH',
      says: closed?.says ?? {
        en: `no internet gateway is attached to ${name}, so nothing from the internet arrives`,
        ja: `${name} にインターネットゲートウェイがアタッチされていないため、インターネットからは何も届きません`,
      },
    },
    packet,
  );
  return stop === undefined ? { gateway } : { outcome: stop, gateway };
}
