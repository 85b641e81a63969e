/**
 * An internet gateway: for IPv4 it exchanges an interface's private address for its public one, so that an interface
 * without a public address gets nothing through (IG2). IPv6 addresses pass as they are.
 * https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
 */
import { isUnknown } from '../../model/value';
import { addressInJapanese, addressWords, isRfc1918, isRfc6598, type IpAddress } from '../address';
import type { InternetGatewayFact } from '../facts';
import { isFurther } from '../interfaces';
import { isForeign } from '../owners';
import { secondOfItsKind, stopAtRefused } from '../refused';
import { byPublicAccess } from '../publicAccess';
import { rowOf } from '../routeLookup';
import type { Outcome, Packet, Via, Walk } from '../walk';
import type { Interface, World } from '../world';
import { attachedTarget } from './attachedTarget';
import type { Behaviour } from './behaviour';

export const internetGateway: Behaviour<InternetGatewayFact> = {
  asTarget: attachedTarget,

  // IG1: the second one cannot be attached.
  refusal: (fact, world) => secondOfItsKind(fact, world),

  admits: (fact, world) => (world.refusals.has(fact.by) ? undefined : { is: 'open' }),

  edgeTable: ({ routeTable = null }) => routeTable,

  isForAllProtocols: true,

  carry(fact, walk, packet, via) {
    const { world } = walk;
    const name = world.name(fact.by);
    const { destination, sender } = packet;
    const at = { at: fact.by, what: 'gateway', direction: 'out', resource: fact.by } as const;
    const refused = stopAtRefused(walk, fact.by, at, packet);
    if (refused !== undefined) return refused;
    if (destination.family === 4 && isPrivate(destination)) {
      // IG3. The gateway has no settings: it is the route that sends private destinations here.
      const stop = walk.drop(
        {
          ...at,
          code: 'gateway-rejects',
          analyzerCode: isRfc6598(destination)
            ? 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS'
            : 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS',
          ...rowOf(via, world),
          says: {
            en: `${name} drops packets to the private address ${addressWords(destination)}`,
            ja: `${name} はプライベートアドレス ${addressInJapanese(destination)} 宛てのパケットを破棄します`,
          },
        },
        packet,
      );
      return stop ?? walk.jump({ ...packet, sender: null });
    }
    if (isForeign(via.network, packet)) {
      // It knows the public addresses of its own VPC; what comes from others by a transit gateway needs a NAT gateway.
      const source = addressWords(packet.source);
      const sourceJa = addressInJapanese(packet.source);
      const vpc = world.name(via.network.id);
      const stop = walk.drop(
        {
          ...at,
          ...rowOf(via, world),
          code: 'gateway-rejects',
          analyzerCode:
            destination.family === 6
              ? 'GATEWAY_REJECTS_SPOOFED_TRAFFIC'
              : 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS',
          says: {
            en: `${name} lets out what comes from addresses of ${vpc} only, and ${source} is none of them`,
            ja: `${name} が外に出すのは ${vpc} のアドレスからのパケットだけです。${sourceJa} はこれに含まれません`,
          },
        },
        packet,
      );
      return stop ?? walk.jump({ ...packet, sender: null });
    }
    if (destination.family === 6) {
      const closed = blockedOut(walk, fact, packet, via);
      if (closed !== undefined) return closed;
      walk.pass(
        {
          ...at,
          says: { en: `${name} lets IPv6 through as it is`, ja: `${name} は IPv6 をそのまま通します` },
        },
        packet,
      );
      return walk.outside({ ...packet, sender: null }, via);
    }
    // IG2: the public address is that of the interface's first private one.
    if (sender === null || sender.publicIpv4 === false || isFurther(sender, packet.source)) {
      const whose = (words: typeof addressWords): string =>
        sender === null || sender.publicIpv4 !== false ? words(packet.source) : world.name(sender.id);
      const stop = walk.drop(
        {
          ...at,
          code: 'no-public-address',
          analyzerCode: 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS',
          blame: { resource: sender?.id ?? null },
          says: {
            en: `${whose(addressWords)} has no public IPv4 address, so ${name} cannot translate its packets`,
            ja: `${whose(addressInJapanese)} にパブリック IPv4 アドレスがないため、${name} はパケットを変換できません`,
          },
        },
        packet,
      );
      if (stop !== undefined) return stop;
      if (sender === null) return walk.jump(packet);
    } else if (isUnknown(sender.publicIpv4))
      walk.unsure({ ...at, says: sender.publicIpv4.unknown }, sender.publicIpv4.unknown, packet);
    const blocked = blockedOut(walk, fact, packet, via);
    if (blocked !== undefined) return blocked;
    const source = publicAddressOf(world, sender);
    walk.session.privateOf.set(sender, packet.source);
    const translated = { ...packet, source, sender: null };
    walk.pass(
      {
        at: fact.by,
        what: 'translate',
        direction: 'out',
        rewrites: true,
        resource: fact.by,
        says: {
          en: `the source becomes the public address of ${world.name(sender.id)}`,
          ja: `送信元を ${world.name(sender.id)} のパブリックアドレスに変換します`,
        },
      },
      translated,
    );
    return walk.outside(translated, via);
  },
};

function blockedOut(walk: Walk, fact: InternetGatewayFact, packet: Packet, via: Via): Outcome | undefined {
  const outboundOnly = packet.sender?.outboundOnly ?? false;
  return byPublicAccess(walk, fact, via.network, via.subnet, 'out', packet, outboundOnly);
}

/** The public IPv4 address of an interface, as a stand-in: AWS chooses it. */
export function publicAddressOf(world: World, owner: Interface): IpAddress {
  return {
    family: 4,
    value: world.anyPublic[4],
    owner,
    is: { as: 'public', name: world.name(owner.id) },
  };
}

function isPrivate(address: IpAddress): boolean {
  if (address.is.as === 'public' || address.is.as === 'internet' || address.is.as === 'service') return false;
  return isRfc1918(address) || isRfc6598(address);
}
