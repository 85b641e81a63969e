/**
 * The route table of a Client VPN endpoint. An association brings a route to its VPC; further routes lead through one of the
 * associated subnets, and serve only the clients that have landed there, or lead to the other clients (CV1).
 * https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-routes.html
 * https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/split-traffic.html
 */
import { bits, blockOf, contains, containsAddress } from '../../../lib/cidr';
import { verbatim, type Words } from '../../../lib/words';
import { isUnknown } from '../../model/value';
import { addressInJapanese, addressWords, blockCovers, type Cover, type IpAddress } from '../address';
import type { ClientVpnFact, ClientVpnRoute } from '../facts';
import type { LostRow } from '../trace';
import { holding, type Network, type Subnet, type World } from '../world';
import { rowWords } from '../rowWords';

export interface EndpointRoute {
  /** Null: the route that an association brings. */
  readonly rowKey: string | null;
  readonly row: string;
  readonly leadsTo: 'network' | 'clients';
}

export interface EndpointLookup {
  readonly winner: EndpointRoute | null;
  readonly lost: readonly LostRow[];
  readonly assumed: readonly Words[];
  readonly unsure: Words | null;
}

interface Candidate extends EndpointRoute {
  readonly cover: Exclude<Cover, 'no'>;
  readonly length: number;
  readonly why: Words | null;
}

/** The route by which a client that has landed on a subnet sends; `landed` is null where it is a transit gateway that takes it in. */
export function lookUpEndpointRoute(
  world: World,
  fact: ClientVpnFact,
  landed: Subnet | null,
  address: IpAddress,
): EndpointLookup {
  const candidates: Candidate[] = landed === null ? [] : [...ownRoute(world, landed, address)];
  const lost: LostRow[] = [];
  for (const [rowKey, route] of Object.entries(fact.routes)) {
    const cover = coverOf(route, address);
    if (cover === 'no') continue;
    const row = rowText(world, route);
    const elsewhere = whyElsewhere(world, fact, route, landed);
    if (elsewhere !== undefined) {
      lost.push({ row, because: elsewhere });
      continue;
    }
    const hidden = [route.destination, route.subnet].find(isUnknown);
    candidates.push({
      rowKey,
      row,
      leadsTo: route.subnet === null && (landed !== null || isLocal(fact, route)) ? 'clients' : 'network',
      cover: isUnknown(route.subnet) && cover === 'yes' ? 'maybe' : cover,
      length: lengthOf(route, address),
      why: hidden?.unknown ?? null,
    });
  }
  candidates.sort((a, b) => b.length - a.length || ((a.rowKey ?? '') < (b.rowKey ?? '') ? -1 : 1));
  const winner = candidates.find(({ cover }) => cover === 'yes') ?? null;
  const assumed: Words[] = [];
  let unsure: Words | null = null;
  for (const each of candidates) {
    if (each === winner) continue;
    if (each.cover === 'yes') {
      lost.push({ row: each.row, because: lessSpecific(winner?.row ?? '') });
      continue;
    }
    if (winner !== null && (each.length < winner.length || each.leadsTo === winner.leadsTo)) continue;
    if (each.cover === 'maybe') unsure ??= each.why ?? whyUnsure(each.row, address);
    else assumed.push(assumedElsewhere(each.row, address));
  }
  return { winner, lost, assumed, unsure };
}

/** Whether any client is told to send an address into the tunnel, wherever it has landed. */
export function isTold(fact: ClientVpnFact, networks: readonly Network[], address: IpAddress): Cover {
  const covers = [
    ...networks.map((network) => holding(network, address)),
    ...Object.values(fact.routes).map((route) => coverOf(route, address)),
  ];
  return (['yes', 'maybe', 'unlikely'] as const).find((cover) => covers.includes(cover)) ?? 'no';
}

/** `10.1.0.0/16 → SubnetA` */
function rowText(world: World, { destination, subnet }: ClientVpnRoute): string {
  const to = isUnknown(destination) ? '?' : destination;
  return `${to} → ${isUnknown(subnet) ? '?' : subnet === null ? 'local' : world.name(subnet)}`;
}

/** The route to the VPC, which is as long as the block of the VPC that has the address. */
function* ownRoute(world: World, landed: Subnet, address: IpAddress): Generator<Candidate> {
  const { network } = landed;
  if (network === null) return;
  const cover = holding(network, address);
  if (cover === 'no') return;
  const blocks = network.ipv6 === null ? network.blocks : [...network.blocks, network.ipv6];
  const block = blocks.find((each) => containsAddress(each, address));
  yield {
    rowKey: null,
    row: `${world.name(network.id)} → ${world.name(landed.id)}`,
    leadsTo: 'network',
    cover,
    length: block?.prefix ?? (address.family === 4 ? 16 : 44),
    why: network.hidden,
  };
}

function coverOf({ destination }: ClientVpnRoute, address: IpAddress): Cover {
  const { as } = address.is;
  if (isUnknown(destination)) return as === 'internet' || as === 'service' ? 'unlikely' : 'maybe';
  const block = blockOf(destination);
  return block === undefined ? 'no' : blockCovers(block, address);
}

function lengthOf({ destination }: ClientVpnRoute, { family }: IpAddress): number {
  const block = isUnknown(destination) ? undefined : blockOf(destination);
  return block?.prefix ?? bits(family) + 1;
}

/** Why a route is none for clients that have landed on a subnet. */
function whyElsewhere(
  world: World,
  fact: ClientVpnFact,
  { destination, subnet }: ClientVpnRoute,
  landed: Subnet | null,
): Words | undefined {
  // CV3: routes through a transit gateway name no subnet.
  if (isUnknown(subnet) || landed === null) return undefined;
  if (subnet !== null) {
    if (subnet === landed.id) return undefined;
    const [other, own] = [world.name(subnet), world.name(landed.id)];
    return {
      en: `it leads through ${other}, and serves no client that has landed on ${own}`,
      ja: `${other} を経由するルートのため、${own} に割り当てられたクライアントは使えません`,
    };
  }
  const { clientBlock } = fact;
  if (isUnknown(clientBlock) || isUnknown(destination) || isLocal(fact, { destination, subnet }))
    return undefined;
  return { en: 'it leads through no subnet', ja: '経由するサブネットが指定されていません' };
}

/** Whether a route is one between the clients. */
function isLocal({ clientBlock }: ClientVpnFact, { destination }: ClientVpnRoute): boolean {
  if (isUnknown(clientBlock) || isUnknown(destination)) return false;
  const [clients, block] = [blockOf(clientBlock), blockOf(destination)];
  return clients !== undefined && block !== undefined && contains(clients, block);
}

function lessSpecific(by: string): Words {
  return by === ''
    ? verbatim('')
    : { en: `${by} is more specific`, ja: `${rowWords(by).ja} のほうが具体的 (プレフィックスが長い) です` };
}

function whyUnsure(row: string, address: IpAddress): Words {
  return {
    en: `whether the route ${row} covers ${addressWords(address)} is not known`,
    ja: `ルート ${row} が ${addressInJapanese(address)} を含むかどうかはわかりません`,
  };
}

function assumedElsewhere(row: string, address: IpAddress): Words {
  return {
    en: `${addressWords(address)} is assumed not to be covered by the route ${row}`,
    ja: `${addressInJapanese(address)} はルート ${row} の対象に含まれないものとします`,
  };
}
