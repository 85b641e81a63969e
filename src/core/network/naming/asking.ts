/**
 * Whom somebody asks for names: the Amazon resolver of a network, DNS servers by their addresses, or the public DNS.
 * https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html
 */
import { addressOf, containsAddress } from '../../../lib/cidr';
import type { Address } from '../../../lib/cidr';
import type { Words } from '../../../lib/words';
import type { ResourceId } from '../../model/document';
import { isUnknown, type Value } from '../../model/value';
import type { Start } from '../ends';
import { behaviourOf } from '../hops';
import type { Interface, Network, World } from '../world';
import { ownerKey } from '../world';

export type Asked =
  /**
   * The Amazon resolver of a network. `by`: the inbound endpoint through which it is asked; null from inside. `assumed`:
   * that it is this one.
   */
  | {
      readonly is: 'network';
      readonly network: Network;
      readonly by: ResourceId | null;
      readonly assumed?: Words;
    }
  /** DNS servers, of which the first that can be reached answers. */
  | DnsServers
  /** The public DNS. `own`: somebody whose own servers may know more names than that; null for nobody in particular. */
  | { readonly is: 'public'; readonly own: ResourceId | null; readonly assumed?: Words }
  | { readonly is: 'unknown'; readonly why: Words };

export interface DnsServers {
  readonly is: 'servers';
  readonly servers: readonly Value<string>[];
  /** Inbound endpoints, whichever addresses they have. */
  readonly endpoints: readonly ResourceId[];
  /** Who says that these are asked, for the blame. */
  readonly by: ResourceId | null;
  readonly field?: string;
  readonly assumed?: Words;
  /** Who is asked where no way leads to any of them. */
  readonly otherwise?: Asked;
}

/** Whom a source asks: what it says itself, else the resolver of its network, else the public DNS. */
export function askedBy(world: World, start: Start): Asked {
  if (start.asks !== undefined) return start.asks;
  const network = start.from?.network ?? null;
  if (network !== null) return askedInside(world, network);
  for (const fact of start.at === null ? [] : (world.facts.get(start.at) ?? [])) {
    const asked = behaviourOf(fact).asks?.(fact, world);
    if (asked !== undefined) return asked;
  }
  return { is: 'public', own: null };
}

/** Whom the hosts of a network ask: Amazon's resolver, unless its DHCP options say otherwise. */
export function askedInside(world: World, network: Network): Asked {
  const { dnsServers } = network;
  if (dnsServers.length === 0) return { is: 'network', network, by: null };
  if (dnsServers.every(isUnknown)) {
    const name = world.name(network.id);
    return {
      is: 'network',
      network,
      by: null,
      assumed: {
        en: `the DHCP options of ${name} are not known, and are assumed to name Amazon’s DNS server`,
        ja: `${name} の DHCP オプションがわからないため、Amazon の DNS サーバーを使うものとします`,
      },
    };
  }
  return { is: 'servers', servers: dnsServers, endpoints: [], by: network.id, field: 'dnsServers' };
}

/**
 * Whom the hosts of a network outside AWS ask: the servers that it names. Where it names none, its own servers are taken to
 * forward to the inbound endpoints that the design has, which are there for that, else to ask the public DNS.
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-overview-DSN-queries-to-vpc.html
 */
export function askedOutside(world: World, by: ResourceId, servers: readonly Value<string>[]): Asked {
  const own: Asked = { is: 'public', own: by };
  if (servers.length > 0) return { is: 'servers', servers, endpoints: [], by, field: 'dnsServers' };
  const endpoints = inboundEndpoints(world);
  if (endpoints.length === 0) return own;
  const name = world.name(by);
  const named = endpoints.map((id) => world.name(id)).join(', ');
  return {
    is: 'servers',
    servers: [],
    endpoints,
    by,
    field: 'dnsServers',
    assumed: {
      en: `the DNS servers of ${name} are assumed to forward queries to ${named}`,
      ja: `${name} の DNS サーバーは、クエリを ${named} に転送するものとします`,
    },
    otherwise: own,
  };
}

function inboundEndpoints(world: World): readonly ResourceId[] {
  return world
    .ownersThat('answersFor')
    .filter((id) => world.facts.get(id)?.some((fact) => behaviourOf(fact).answersFor?.(fact) === true));
}

/** What stands behind the address of a DNS server. */
export type Server =
  | { readonly is: 'resolver'; readonly network: Network }
  /** An interface that may have the address: that of an inbound endpoint, or of somebody's own DNS server. */
  | { readonly is: 'interface'; readonly interface: Interface }
  | { readonly is: 'elsewhere' };

/** All that the design has at an address. `near`: the network from which it is asked. */
export function serversAt(world: World, address: Address, near: Network | null): readonly Server[] {
  if (near !== null && isResolverAddress(near, address)) return [{ is: 'resolver', network: near }];
  const networks = [
    ...(near === null ? [] : [near]),
    ...[...world.networks.values()].filter((each) => each !== near),
  ];
  const owners = networks.flatMap((network) => network.fixedOwners.get(ownerKey(address)) ?? []);
  return owners.length === 0
    ? [{ is: 'elsewhere' }]
    : owners.map((owner) => ({ is: 'interface', interface: owner }));
}

/** Whether an address is that of a network's own resolver (DN1). */
export function isResolverAddress({ blocks: [primary] }: Network, address: Address): boolean {
  if (alwaysResolver.some((each) => each.family === address.family && each.value === address.value))
    return true;
  return (
    primary !== undefined &&
    primary.family === address.family &&
    containsAddress(primary, address) &&
    address.value === primary.first + 2n
  );
}

const alwaysResolver = ['169.254.169.253', 'fd00:ec2::253'].flatMap((text) => addressOf(text) ?? []);
