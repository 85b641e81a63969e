/** The internet side: what becomes of a packet once it is there, and how it comes in by an internet gateway. */
import { containsAddress } from '../../lib/cidr';
import { addressWords, exactly, isRfc1918, isRfc6598 } from './address';
import { addressesOf } from './interfaces';
import type { Outcome, Packet, Via, Walk } from './walk';
import { rowText } from './routeTable';
import type { Interface, Network } from './world';
import { attachedTo } from './world';

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
        const stop = gatewayOf(walk, network, packet, network.id);
        return stop.outcome ?? walk.deliver(network, packet, null);
      }
  }
  if (goal.target !== null) {
    const wanted = world.name(goal.target.id);
    const name = addressWords(destination);
    return (
      walk.drop(
        {
          at: via === null ? null : (via.route.target as string | null),
          what: 'deliver',
          resource: via?.table.id ?? via?.network.id ?? null,
          row: via === null ? null : rowText(world, via.route),
          ...(via?.route.rowKey == null ? {} : { field: 'routes', rowKey: via.route.rowKey }),
          code: 'wrong-owner',
          analyzerCode: 'DISCONNECTED_VPCS',
          final: true,
          says: {
            en: `on the internet ${name} is not the address of ${wanted}`,
            ja: `インターネット上の ${name} は ${wanted} のアドレスではありません`,
          },
        },
        packet,
      ) ?? { arrived: false, disposition: 'wrong-owner' }
    );
  }
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
          ja: `${addressWords(source)} はプライベートアドレスです。インターネットからこの送信元のパケットは届きません`,
        },
      },
      packet,
    );
    if (stop !== undefined) return stop;
  }
  if (packet.destination.family === 6) return walk.enter(owner, packet, null);
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
        ja: `パブリックアドレスを ${addressWords(translated.destination)} に変換します`,
      },
    },
    translated,
  );
  return walk.enter(owner, translated, null);
}

function gatewayOf(
  walk: Walk,
  network: Network,
  packet: Packet,
  at: string,
): { readonly outcome?: Outcome; readonly gateway: string | null } {
  const gateway = attachedTo(network, 'internet-gateway')[0]?.by ?? null;
  if (gateway !== null) {
    walk.pass(
      {
        at: gateway,
        what: 'gateway',
        direction: 'in',
        resource: gateway,
        says: {
          en: `${walk.world.name(gateway)} takes the packet in`,
          ja: `${walk.world.name(gateway)} がパケットを受け入れます`,
        },
      },
      packet,
    );
    return { gateway };
  }
  const name = walk.world.name(network.id);
  const stop = walk.drop(
    {
      at,
      what: 'gateway',
      direction: 'in',
      resource: network.id,
      code: 'not-attached',
      analyzerCode: 'NO_PATH',
      says: {
        en: `no internet gateway is attached to ${name}, so nothing from the internet arrives`,
        ja: `${name} にインターネットゲートウェイがアタッチされていないため、インターネットからは何も届きません`,
      },
    },
    packet,
  );
  return stop === undefined ? { gateway } : { outcome: stop, gateway };
}
