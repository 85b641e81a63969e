/**
 * A connected client of a Client VPN endpoint as the start of a flow. It has landed on one of the associated subnets, any of
 * them, since clients are spread over them; its packets need an authorization rule and a route of the endpoint, and go on from
 * a network interface in that subnet, whose IPv4 address takes the place of the client's (CV1). Over IPv6 the client has an
 * address of that subnet itself, and keeps it.
 * https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/how-it-works.html
 * https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/intermittent-access.html
 * https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-endpoint-create.html
 * https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/ipv6-considerations.html
 */
import { addressOf, blockOf, containsAddress } from '../../../lib/cidr';
import type { Words } from '../../../lib/words';
import { isUnknown } from '../../model/value';
import { addressInJapanese, addressWords, exactly, isPublic, type IpAddress } from '../address';
import { representativesIn } from '../addressClasses';
import { notAnAddress, notItsAddress } from '../endFaults';
import type { NoEnd, Start } from '../ends';
import type { ClientVpnFact } from '../facts';
import type { StartAsked } from '../hops/behaviour';
import { mayHave } from '../interfaceEnds';
import { addressesOf } from '../interfaces';
import { anyAddress } from '../outsideEnds';
import { refusedEnd } from '../refused';
import type { Interface, Network, World } from '../world';
import { askedByClient } from './names';
import { isTold } from './routes';
import { intoTransit, intoTunnel } from './tunnel';

export function clientStarts(
  fact: ClientVpnFact,
  world: World,
  { address, group }: StartAsked,
): readonly Start[] | NoEnd {
  const { by } = fact;
  const refusal = world.refusals.get(by);
  if (refusal !== undefined) return refusedEnd(refusal, by);
  const asked = address === undefined ? undefined : addressOf(address);
  if (address !== undefined && asked === undefined) return notAnAddress(address);
  if (asked !== undefined && !mayBeClient(fact, exactly(asked)))
    return notItsAddress(world, by, address ?? '');
  const client = asked === undefined ? undefined : exactly(asked);
  if (fact.transitGateway !== null) return throughTransit(fact, world, group, client);
  const own = world.interfaces.get(by) ?? [];
  const placed = own.filter(({ network }) => network !== null);
  const hidden = own.flatMap(({ elsewhere }) => elsewhere ?? []);
  const [why] = hidden;
  if (placed.length === 0)
    return why === undefined ? notAssociated(fact, world) : { what: 'gateway', fault: { unknown: why } };
  const at = client?.family === 6 ? placed.filter((each) => mayHave(each, client)) : placed;
  if (at.length === 0) return notItsAddress(world, by, address ?? '');
  return at.map((each) => startAt(world, fact, each, group, client, hidden));
}

function startAt(
  world: World,
  fact: ClientVpnFact,
  at: Interface,
  group: string | null,
  client: IpAddress | undefined,
  doubts: readonly Words[],
): Start {
  return {
    at: fact.by,
    from: at,
    addresses: {
      // One for each address that the interface may have: what comes after the endpoint sees that one.
      4: client?.family === 6 ? [] : addressesOf(world, at, 4),
      6: ipv6Of(world, at, client),
    },
    clientPorts: at.clientPorts,
    doubts,
    overInternet: false,
    asks: askedByClient(world, fact),
    enter: intoTunnel(fact, at, group, client ?? clientAddress(world, fact)),
    instead: besideTunnelTo(world, fact, at.network === null ? [] : [at.network]),
  };
}

/** AWS gives a client one of the associated subnet's addresses, unless the question says which. */
function ipv6Of(world: World, at: Interface, client: IpAddress | undefined): readonly IpAddress[] {
  if (client === undefined) return addressesOf(world, at, 6);
  return client.family === 6 ? [{ ...client, owner: at }] : [];
}

function besideTunnelTo(
  world: World,
  fact: ClientVpnFact,
  networks: readonly Network[],
): NonNullable<Start['instead']> {
  return (destination) => {
    if (fact.splitTunnel !== true || !isOutside(destination)) return undefined;
    const told = isTold(fact, networks, destination);
    return told === 'no' || told === 'unlikely' ? besideTunnel(world, fact) : undefined;
  };
}

/** With split tunnel a client sends the rest by its own connection to the internet, of which AWS sees nothing. */
function besideTunnel(world: World, { by }: ClientVpnFact): Start {
  return {
    at: by,
    from: null,
    addresses: { 4: [anyAddress(world, 4)], 6: [anyAddress(world, 6)] },
    clientPorts: [1024, 65535],
    doubts: [],
    overInternet: true,
    enter(walk, packet) {
      const name = world.name(by);
      const destination = addressWords(packet.destination);
      const destinationJa = addressInJapanese(packet.destination);
      const says: Words = {
        en: `no route of ${name} covers ${destination}, so that with split tunnel the client sends by its own internet connection, outside the VPN`,
        ja: `${name} に ${destinationJa} へのルートがなく、スプリットトンネルが有効なため、クライアントは VPN を通さず自身のインターネット接続から送信します`,
      };
      walk.pass({ at: by, what: 'route', direction: 'out', resource: by, field: 'routes', says }, packet);
      walk.note(says);
      return walk.outside(packet, null);
    },
  };
}

/** Addresses that are found on the internet. */
function isOutside(address: IpAddress): boolean {
  const { as } = address.is;
  if (as === 'exact') return isPublic(address);
  return as === 'internet' || as === 'service' || as === 'public' || as === 'assigned';
}

/** Any address that the endpoint may give to a client. */
function clientAddress(world: World, fact: ClientVpnFact): IpAddress {
  return clientAddresses(world, fact)[0] ?? { ...noAddress, is: { ...noAddress.is, why: whyHidden(fact) } };
}

/** One for each class that a client's address may be of. */
export function clientAddresses(world: World, fact: ClientVpnFact): readonly IpAddress[] {
  const { clientBlock } = fact;
  const block = isUnknown(clientBlock) ? undefined : blockOf(clientBlock);
  if (block === undefined) return [{ ...noAddress, is: { ...noAddress.is, why: whyHidden(fact) } }];
  return representativesIn(block, world.mentioned, [block.first]).map((value) => ({
    family: block.family,
    value,
    owner: null,
    is: { as: 'free', block },
  }));
}

function clientsIn(world: World, fact: ClientVpnFact, client: IpAddress | undefined): readonly IpAddress[] {
  return client === undefined ? clientAddresses(world, fact) : [client];
}

const noAddress = { family: 4, value: 0n, owner: null, is: { as: 'hidden', within: [] } } as const;

function whyHidden({ clientBlock }: ClientVpnFact): Words {
  return isUnknown(clientBlock)
    ? clientBlock.unknown
    : { en: 'the client CIDR block is not known', ja: 'クライアント CIDR がわかりません' };
}

function clientIpv6(world: World, { by }: ClientVpnFact): IpAddress {
  const name = world.name(by);
  const why: Words = {
    en: `which IPv6 addresses ${name} gives its clients through a transit gateway AWS does not say`,
    ja: `${name} が Transit Gateway 経由のクライアントにどの IPv6 アドレスを割り当てるかは、AWS のドキュメントに記載がありません`,
  };
  return { family: 6, value: 0n, owner: null, is: { as: 'hidden', within: [], why } };
}

function mayBeClient({ clientBlock, addresses }: ClientVpnFact, address: IpAddress): boolean {
  if (address.family === 6) return addresses !== 'ipv4';
  const block = isUnknown(clientBlock) ? undefined : blockOf(clientBlock);
  return isUnknown(clientBlock) || (block !== undefined && containsAddress(block, address));
}

function notAssociated({ by }: ClientVpnFact, world: World): NoEnd {
  const name = world.name(by);
  return {
    what: 'gateway',
    fault: {
      resource: by,
      row: null,
      field: 'associations',
      at: by,
      code: 'not-attached',
      analyzerCode: 'UNASSOCIATED_COMPONENT',
      says: {
        en: `no subnet is associated with ${name}, so that no client can connect`,
        ja: `${name} にサブネットが関連付けられていないため、クライアントは接続できません`,
      },
    },
  };
}

/** CV3: a client that comes in by a transit gateway keeps its address, and has landed on no subnet. */
function throughTransit(
  fact: ClientVpnFact,
  world: World,
  group: string | null,
  client: IpAddress | undefined,
): readonly Start[] | NoEnd {
  const { by, transitGateway } = fact;
  if (isUnknown(transitGateway)) return { what: 'gateway', fault: { unknown: transitGateway.unknown } };
  const attachment = world.transitGateways.get(transitGateway ?? '')?.attachments.get(by);
  if (attachment === undefined) {
    const name = world.name(by);
    const why: Words = {
      en: `the transit gateway of ${name} is not in the design`,
      ja: `${name} の Transit Gateway が設計に含まれていません`,
    };
    return { what: 'gateway', fault: { unknown: why } };
  }
  return [
    {
      at: by,
      from: null,
      addresses: {
        4: fact.addresses === 'ipv6' || client?.family === 6 ? [] : clientsIn(world, fact, client),
        6: fact.addresses === 'ipv4' || client?.family === 4 ? [] : [client ?? clientIpv6(world, fact)],
      },
      clientPorts: [32768, 65535],
      doubts: isUnknown(fact.addresses) ? [fact.addresses.unknown] : [],
      overInternet: false,
      asks: askedByClient(world, fact),
      enter: intoTransit(fact, attachment, group),
      instead: besideTunnelTo(world, fact, []),
    },
  ];
}
