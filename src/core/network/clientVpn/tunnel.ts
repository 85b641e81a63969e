/** What becomes of a client's packet in the tunnel: authorization, route, and the address of an associated subnet. */
import type { Words } from '../../../lib/words';
import { isUnknown } from '../../model/value';
import { addressInJapanese, addressWords, type IpAddress } from '../address';
import type { ClientVpnFact } from '../facts';
import { arrive } from '../arrival';
import { behaviourOf } from '../hops';
import { isResolverAddress } from '../naming/asking';
import type { Attachment } from '../transit/model';
import type { Outcome, Packet, Walk } from '../walk';
import type { Interface, Subnet } from '../world';
import { authorize } from './authorization';
import { lookUpEndpointRoute } from './routes';

/** `client`: the address of the client in the tunnel, where that is not the one that the packet has. */
export function intoTunnel(
  fact: ClientVpnFact,
  at: Interface,
  group: string | null,
  client: IpAddress,
): (walk: Walk, packet: Packet) => Outcome {
  return (walk, packet) => {
    const { subnet } = at;
    if (subnet === null) return walk.jump(packet);
    const sent: Packet = {
      ...packet,
      ...(packet.source.family === 4 && client.family === 4 ? { source: client } : {}),
      sender: null,
    };
    const denied = unlessAuthorized(fact, walk, sent, group);
    if (denied !== undefined) return denied;
    const routed = byEndpointRoute(fact, walk, sent, subnet);
    if ('outcome' in routed) return routed.outcome;
    if (routed.leadsTo === 'clients') return toClient(fact, walk, sent);
    return throughInterface(fact, walk, sent, packet, at);
  };
}

/** The same through a transit gateway, which takes the client's packets as they are (CV3). */
export function intoTransit(
  fact: ClientVpnFact,
  attachment: Attachment,
  group: string | null,
): (walk: Walk, packet: Packet) => Outcome {
  return (walk, packet) => {
    const denied = unlessAuthorized(fact, walk, packet, group);
    if (denied !== undefined) return denied;
    const routed = byEndpointRoute(fact, walk, packet, null);
    if ('outcome' in routed) return routed.outcome;
    if (routed.leadsTo === 'clients') return toClient(fact, walk, packet);
    const [name, gateway] = [walk.world.name(fact.by), walk.world.name(attachment.gateway.id)];
    const at = { at: fact.by, what: 'gateway', direction: 'out', resource: fact.by } as const;
    if (packet.destination.family === 6) return addressNotKnown(fact, walk, packet);
    const says: Words = {
      en: `${name} takes the packet to ${gateway}`,
      ja: `${name} がパケットを ${gateway} に運びます`,
    };
    walk.pass({ ...at, says }, packet);
    return walk.transit({ attachment, zone: null }, packet);
  };
}

function unlessAuthorized(
  fact: ClientVpnFact,
  walk: Walk,
  packet: Packet,
  group: string | null,
): Outcome | undefined {
  const { verdict, rowKey, row, says, lost, assumed } = authorize(
    fact,
    walk.world.name(fact.by),
    group,
    packet.destination,
  );
  for (const words of assumed) walk.note(words);
  const made = {
    at: fact.by,
    what: 'authorization',
    direction: 'out',
    resource: fact.by,
    row,
    field: 'authorizations',
    rowKey,
    lost,
    says,
  } as const;
  if (verdict === 'denied') return walk.drop({ ...made, code: 'not-authorized', analyzerCode: null }, packet);
  if (verdict === 'allowed') walk.pass(made, packet);
  else walk.unsure(made, says, packet);
  return undefined;
}

function byEndpointRoute(
  fact: ClientVpnFact,
  walk: Walk,
  packet: Packet,
  landed: Subnet | null,
): { readonly outcome: Outcome } | { readonly leadsTo: 'network' | 'clients' } {
  const { world } = walk;
  const { winner, lost, assumed, unsure } = lookUpEndpointRoute(world, fact, landed, packet.destination);
  for (const words of assumed) walk.note(words);
  const name = world.name(fact.by);
  const destination = addressWords(packet.destination);
  const destinationJa = addressInJapanese(packet.destination);
  const at = {
    at: fact.by,
    what: 'route',
    direction: 'out',
    resource: fact.by,
    field: 'routes',
    lost,
  } as const;
  if (unsure !== null) return { outcome: walk.guess({ ...at, says: unsure }, unsure, packet) };
  if (winner !== null) {
    const { row, rowKey, leadsTo } = winner;
    const says: Words = {
      en: `${row} is the most specific route of ${name} to ${destination}`,
      ja: `${name} で ${destinationJa} への最も具体的なルートは ${row} です`,
    };
    walk.pass({ ...at, row, rowKey, says }, packet);
    return { leadsTo };
  }
  if (isUnknown(fact.splitTunnel)) {
    // Beside the tunnel the packet may get there.
    const why = fact.splitTunnel.unknown;
    return { outcome: walk.guess({ ...at, field: 'splitTunnel', says: why }, why, packet) };
  }
  const stop = walk.drop(
    {
      ...at,
      code: 'no-route',
      analyzerCode: 'NO_ROUTE_TO_DESTINATION',
      says:
        landed === null
          ? {
              en: `no route of ${name} covers ${destination}`,
              ja: `${name} に ${destinationJa} へのルートがありません`,
            }
          : {
              en: `no route of ${name} covers ${destination} for a client that has landed on ${world.name(landed.id)}`,
              ja: `${name} に、${world.name(landed.id)} に割り当てられたクライアントから ${destinationJa} へのルートがありません`,
            },
    },
    packet,
  );
  return stop === undefined ? { leadsTo: 'network' } : { outcome: stop };
}

/** Another client of the same endpoint, which answers by the same way. */
function toClient({ by }: ClientVpnFact, walk: Walk, packet: Packet): Outcome {
  const name = walk.world.name(by);
  const says: Words = {
    en: `a client of ${name} receives the packet`,
    ja: `${name} のクライアントがパケットを受け取ります`,
  };
  walk.pass({ at: by, what: 'deliver', direction: 'in', resource: by, says }, packet);
  return {
    arrived: true,
    disposition: 'delivered',
    packet,
    reply(back, answer) {
      const replied: Words = {
        en: `the client of ${name} receives the reply`,
        ja: `${name} のクライアントが応答を受け取ります`,
      };
      back.pass({ at: by, what: 'deliver', direction: 'in', resource: by, says: replied }, answer);
      return { arrived: true, disposition: 'delivered', packet: answer, reply: toNobody };
    },
  };
}

/** Nothing answers an answer. */
const toNobody = (): Outcome => ({ arrived: false, disposition: 'unknown' });

/**
 * IPv4 gets the address of the interface in place of the client's; the client's port is kept as a rule. IPv6 is not
 * translated: the client has an address of the subnet itself, which the interface stands for.
 * https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/what-is-best-practices.html
 */
function throughInterface(
  fact: ClientVpnFact,
  walk: Walk,
  sent: Packet,
  { source }: Packet,
  at: Interface,
): Outcome {
  const { world } = walk;
  const [name, subnet] = [world.name(fact.by), world.name(at.subnet?.id ?? '')];
  const made = { at: fact.by, what: 'translate', direction: 'out', resource: fact.by } as const;
  if (sent.destination.family === 6) {
    const kept: Packet = { ...sent, sender: at, origin: at };
    const says: Words = {
      en: `${name} sends the packet on from ${subnet}, under the client’s own IPv6 address`,
      ja: `${name} は、クライアントの IPv6 アドレスのまま、${subnet} からパケットを送信します`,
    };
    walk.pass({ ...made, what: 'gateway', says }, kept);
    return answeredByResolver(walk, kept, at) ?? walk.leave(at, kept);
  }
  const translated: Packet = { ...sent, source, sender: at, origin: at };
  walk.session.connections.set(fact.by, { before: sent, after: translated });
  walk.pass(
    {
      ...made,
      rewrites: true,
      says: {
        en: `${name} puts the address of its network interface in ${subnet} in place of the client’s`,
        ja: `${name} は送信元を、${subnet} にあるネットワークインターフェイスのアドレスに変換します`,
      },
    },
    translated,
  );
  return answeredByResolver(walk, translated, at) ?? walk.leave(at, translated);
}

/** Without the address of the client nobody can say which routes lead back. */
function addressNotKnown({ by }: ClientVpnFact, walk: Walk, packet: Packet): Outcome {
  const name = walk.world.name(by);
  const why: Words = {
    en: `which IPv6 addresses ${name} gives its clients through a transit gateway AWS does not say, so replies cannot be followed`,
    ja: `${name} が Transit Gateway 経由のクライアントにどの IPv6 アドレスを割り当てるかは AWS のドキュメントに記載がなく、応答を追跡できません`,
  };
  return walk.guess({ at: by, what: 'gateway', direction: 'out', resource: by, says: why }, why, packet);
}

/** DN1: the resolver of the VPC answers at its address, which no interface has; nothing filters DNS queries to it (SG4, NA3). */
function answeredByResolver(walk: Walk, packet: Packet, at: Interface): Outcome | undefined {
  const { network } = at;
  const { destination, destinationPorts, protocol } = packet;
  const isDns = (protocol === 'udp' || protocol === 'tcp') && destinationPorts?.[0] === 53;
  if (network === null || !isDns || walk.direction === 'return') return undefined;
  if (destination.is.as !== 'exact' || !isResolverAddress(network, destination)) return undefined;
  const vpc = walk.world.name(network.id);
  const says: Words = {
    en: `the resolver of ${vpc} receives the query`,
    ja: `${vpc} のリゾルバーが問い合わせを受け取ります`,
  };
  walk.pass({ at: network.id, what: 'deliver', direction: 'in', resource: network.id, says }, packet);
  return {
    arrived: true,
    disposition: 'delivered',
    packet,
    // NA3: neither does anything filter what it answers.
    reply: (back, answer) =>
      behaviourOf(at.of).receive?.(at.of, back, answer, at) ?? arrive(back, at, answer),
  };
}
