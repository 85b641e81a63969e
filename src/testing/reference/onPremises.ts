/** Hosts on premises as ends of questions: who is behind a customer gateway, and how their packets come in. */
import type { Query } from '../../core/network/trace';
import type { VpnConnectionFact } from '../../core/network/facts';
import { blockFrom, covers, isPublic, type Address, type Block } from './addresses';
import { toward, type Aim, type Sender } from './aims';
import { resolveAsked, type Asked } from './asking';
import { begin, ended } from './connection';
import { packetsOf } from './headers';
import { sure, type Inventory } from './inventory';
import { blocked, every, some, unknownOutcome, type Outcome } from './outcome';
import type { Packet } from './packet';
import { connectionsTo, toldBy } from './vpnPrefixes';
import { comeBy } from './vpn';

export interface Side {
  readonly by: string;
  /** The customer gateways behind which it is; none for a network that is on the internet. */
  readonly devices: ReadonlySet<string>;
  readonly connections: readonly VpnConnectionFact[];
  readonly blocks: readonly Block[];
  /** Whether there may be other addresses there, of which the design says nothing. */
  readonly isHidden: boolean;
}

/** What a resource says of who is outside AWS; null for one that is no such end. */
export function sideOf(inventory: Inventory, id: string): Side | null {
  const office = inventory.one('on-premises', id);
  if (office !== undefined) {
    const devices = new Set(office.customerGateways);
    const blocks = office.blocks.map(sure).flatMap((text) => blockFrom(text) ?? []);
    const connections = connectionsTo(inventory, devices);
    return { by: id, devices, connections, blocks, isHidden: blocks.length === 0 };
  }
  if (inventory.one('customer-gateway', id) !== undefined)
    return behind(inventory, id, id, connectionsTo(inventory, new Set([id])));
  const connection = inventory.one('vpn-connection', id);
  return connection === undefined
    ? null
    : behind(inventory, id, sure(connection.customerGateway), [connection]);
}

/** Whoever is drawn behind the customer gateway; else whoever has the prefixes that the connections lead to. */
function behind(
  inventory: Inventory,
  by: string,
  device: string | null,
  connections: readonly VpnConnectionFact[],
): Side {
  const devices = new Set(device === null ? [] : [device]);
  const drawn = inventory
    .all('on-premises')
    .filter(({ customerGateways }) => device !== null && (customerGateways ?? []).includes(device))
    .map((office) => office.blocks.map(sure).flatMap((text) => blockFrom(text) ?? []));
  if (drawn.length > 0) {
    const isHidden = drawn.every(({ length }) => length === 0);
    return { by, devices, connections, blocks: unlike(drawn.flat()), isHidden };
  }
  const stated = connections.map((each) => prefixesTowards(inventory, each));
  return {
    by,
    devices,
    connections,
    // A default route says nothing about who is there.
    blocks: unlike(stated.flatMap(({ blocks }) => blocks).filter(({ length }) => length > 0)),
    isHidden: stated.some((each) => each.isHidden),
  };
}

function unlike(blocks: readonly Block[]): readonly Block[] {
  const key = ({ family, first, length }: Block): string => `${family} ${first} ${length}`;
  return [...new Map(blocks.map((block) => [key(block), block])).values()];
}

/** At a transit gateway the routes of its tables say what is behind a static connection. */
function prefixesTowards(
  inventory: Inventory,
  fact: VpnConnectionFact,
): { readonly blocks: readonly Block[]; readonly isHidden: boolean } {
  const gateway = sure(fact.gateway) ?? '';
  if (inventory.one('transit-gateway', gateway) === undefined || !sure(fact.staticOnly)) {
    const { known, hidden } = toldBy(inventory, fact);
    return { blocks: known.map(({ block }) => block), isHidden: hidden.length > 0 };
  }
  const blocks = inventory
    .all('transit-gateway-route-table')
    .filter(({ transitGateway }) => transitGateway === gateway)
    .flatMap(({ routes }) => Object.values(routes))
    .filter(({ attachment }) => sure(attachment) === fact.by)
    .flatMap(({ destination }) => blockFrom(sure(destination)) ?? []);
  return { blocks, isHidden: blocks.length === 0 };
}

/** The first host of a block, which stands for all of them. */
export function hostIn({ family, first, last }: Block): Address {
  return { family, bits: last - first < 3n ? first : first + 1n };
}

/** Why nobody can be asked about without an address; null where somebody can. */
export function withoutHosts({ by, devices, connections, blocks, isHidden }: Side): Outcome | null {
  if (devices.size > 0 && connections.length === 0) return blocked('no VPN connection leads there', by);
  if (isHidden) return unknownOutcome('who is on premises');
  return blocks.length === 0 ? blocked('no address on premises', by) : null;
}

/** The end that has a plain address outside: what a way leads to before the rest, a whole side before a part of it. */
export function sideWith(inventory: Inventory, address: Address): readonly Side[] {
  const ids = (['on-premises', 'customer-gateway', 'vpn-connection'] as const).flatMap((fact) =>
    inventory.all(fact).map(({ by }) => by),
  );
  const sides = ids.flatMap((id) => sideOf(inventory, id) ?? []);
  const longest = ({ blocks }: Side): number =>
    Math.max(-1, ...blocks.filter((block) => covers(block, address)).map(({ length }) => length));
  const isPart = ({ by }: Side): number => (inventory.one('vpn-connection', by) === undefined ? 0 : 1);
  const has = sides.filter((side) => longest(side) >= 0);
  const led = has.filter(({ connections }) => connections.length > 0);
  if (led.length > 0)
    return led.sort((one, other) => isPart(one) - isPart(other) || longest(other) - longest(one)).slice(0, 1);
  if (isPublic(address) || has.length > 0) return [];
  return sides.filter((side) => side.isHidden && side.connections.length > 0);
}

/** Every host that stands for the others there must get through: by one of the connections, which the device chooses. */
export function fromSide(inventory: Inventory, query: Query, side: Side, given: Address | null): Outcome {
  const none =
    given === null ? withoutHosts(side) : side.connections.length === 0 ? withoutHosts(side) : null;
  if (none !== null) return none;
  const hosts = given === null ? side.blocks.map(hostIn) : [given];
  const [four, six] = ([4, 6] as const).map((family) => hosts.filter((host) => host.family === family));
  const count = Math.max(four?.length ?? 0, six?.length ?? 0);
  const starts = Array.from({ length: count }, (_, index) =>
    [four, six].flatMap((own = []) => own[Math.min(index, own.length - 1)] ?? []),
  );
  return every(starts, (start) => toward(inventory, query, senderAt(inventory, side, start)));
}

/** The Region that somebody outside means. */
export function regionOf({ nets }: Inventory): string {
  return [...nets.values()].map(({ region }) => region).sort()[0] ?? 'ap-northeast-1';
}

function senderAt(inventory: Inventory, side: Side, addresses: readonly Address[]): Sender {
  const sender: Sender = {
    by: side.by,
    net: null,
    region: regionOf(inventory),
    hasSix: addresses.some(({ family }) => family === 6),
    resolve: (host) => resolveAsked(inventory, sender, askedOutside(inventory, side), host),
    send: (query, aim) => sendBy(inventory, query, side, addresses, aim),
    askResolver: () => blocked('no resolver outside a VPC', side.by),
  };
  return sender;
}

/** Its own servers, else the inbound endpoints that the design has, which are there for that. */
export function askedOutside(inventory: Inventory, { by }: Side): Asked {
  const servers = (inventory.one('on-premises', by)?.dnsServers ?? []).map(sure);
  if (servers.length > 0) return { is: 'servers', servers, nics: [], by };
  const inbound = inventory.all('resolver-endpoint').filter(({ direction }) => direction === 'inbound');
  const nics = inbound.flatMap((each) => inventory.byOwner.get(each.by) ?? []);
  return nics.length === 0
    ? { is: 'public', hasOwn: true }
    : { is: 'servers', servers: [], nics, by, otherwise: { is: 'public', hasOwn: true } };
}

function sendBy(
  inventory: Inventory,
  query: Query,
  side: Side,
  addresses: readonly Address[],
  { address: target, meant, service }: Aim,
): Outcome {
  const { family } = target;
  const source = addresses.find((each) => each.family === family);
  if (source === undefined)
    return blocked('no address of that family', ...inventory.facts.map(({ by }) => by));
  return some(
    side.connections,
    (connection) =>
      every(packetsOf(inventory, query, family, [1024, 65535]), (header) => {
        const packet: Packet = {
          ...header,
          source,
          target,
          sender: null,
          known: { inbound: false },
          service,
        };
        const client = { side: side.devices, address: source };
        return comeBy(
          connection,
          packet,
          begin(inventory, { inventory, client, meant, balancers: [], finish: ended }),
        );
      }),
    blocked('no VPN connection leads there', side.by),
  );
}
