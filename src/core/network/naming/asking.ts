/**
 * Whom somebody asks for names: the Amazon resolver of a network, DNS servers by their addresses, or the public DNS.
 * https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html
 */
import { addressOf, containsAddress } from '../../../lib/cidr';
import type { Address } from '../../../lib/cidr';
import type { Words } from '../../../lib/words';
import type { ResourceId } from '../../model/document';
import type { Value } from '../../model/value';
import type { Start } from '../ends';
import { behaviourOf } from '../hops';
import type { Interface, Network, World } from '../world';
import { ownerKey } from '../world';

export type Asked =
  /** The Amazon resolver of a network. `by`: the inbound endpoint through which it is asked; null from inside. */
  | { readonly is: 'network'; readonly network: Network; readonly by: ResourceId | null }
  /**
   * DNS servers, of which the first that can be reached answers. `assumed`: what is assumed about them. Who asks is the
   * source itself.
   */
  | {
      readonly is: 'servers';
      readonly servers: readonly Value<string>[];
      readonly by: ResourceId | null;
      readonly field?: string;
      readonly assumed?: Words;
    }
  | { readonly is: 'public' }
  | { readonly is: 'unknown'; readonly why: Words };

/** Whom a source asks: what it says itself, else the resolver of its network, else the public DNS. */
export function askedBy(world: World, start: Start): Asked {
  if (start.asks !== undefined) return start.asks;
  const network = start.from?.network ?? null;
  if (network !== null) return ownResolver(network);
  for (const fact of start.at === null ? [] : (world.facts.get(start.at) ?? [])) {
    const asked = behaviourOf(fact).asks?.(fact, world);
    if (asked !== undefined) return asked;
  }
  return { is: 'public' };
}

function ownResolver(network: Network): Asked {
  return { is: 'network', network, by: null };
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

/** DN1 */
function isResolverAddress({ blocks: [primary] }: Network, address: Address): boolean {
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
