/** Ends of flows that have no interface in the design: the internet, services, plain addresses, other networks. */
import { addressOf, bits } from '../../lib/cidr';
import type { Address, Block, Family } from '../../lib/cidr';
import type { ResourceId } from '../model/document';
import type { IpAddress } from './address';
import { exactly, isPublic, nat64Target } from './address';
import { hasNoAddress, notAnAddress, notConnected, notItsAddress } from './endFaults';
import type { Answer, Destination, NoEnd, Start } from './ends';
import type { EndMeaning, OutsideEnd } from './hops/behaviour';
import type { PortRange } from './ports';
import type { Network, World } from './world';
import { networkHolds } from './world';

const anyClient: PortRange = [1024, 65535];

export function outsideStart(
  world: World,
  meaning: EndMeaning,
  at: ResourceId | null,
  text: string | undefined,
): readonly Start[] | NoEnd {
  if (meaning.is === 'unknown') return { what: 'deliver', fault: { unknown: meaning.why } };
  const enter = meaning.is === 'outside' ? meaning.enter : undefined;
  // A private network outside needs a connection of its own; whatever is on the internet is there already.
  const isReachable = (addresses: readonly IpAddress[]): boolean =>
    meaning.is !== 'outside' || (enter === undefined && addresses.some((each) => isPublic(each)));
  const start = (addresses: readonly IpAddress[]): Start[] => [
    {
      at,
      from: null,
      addresses: {
        4: addresses.filter(({ family }) => family === 4),
        6: addresses.filter(({ family }) => family === 6),
      },
      clientPorts: anyClient,
      doubts: [],
      overInternet: isReachable(addresses),
      ...(enter == null ? {} : { enter }),
    },
  ];
  if (meaning.is === 'hosted-by-aws')
    return text === undefined ? start([anyAddress(world, 4)]) : notItsAddress(world, at ?? '', text);
  const chosen = text ?? (meaning.is === 'internet' ? meaning.address : null);
  if (chosen !== null) {
    const address = addressOf(chosen);
    return address === undefined ? notAnAddress(chosen) : start([exactly(address)]);
  }
  if (meaning.is === 'outside')
    return withoutHosts(world, meaning, at) ?? hostsOf(meaning.blocks).flatMap((hosts) => start(hosts));
  return start(([4, 6] as const).map((family) => anyAddress(world, family)));
}

export function outsideDestination(
  world: World,
  network: Network | null,
  meaning: Exclude<EndMeaning, { readonly is: 'service' }>,
  at: ResourceId | null,
  text: string | undefined,
): Destination | NoEnd {
  if (meaning.is === 'unknown') return { what: 'deliver', fault: { unknown: meaning.why } };
  if (meaning.is === 'hosted-by-aws') return hasNoAddress(world, at ?? '');
  const chosen = text ?? (meaning.is === 'internet' ? meaning.address : null);
  if (chosen !== null) {
    const address = addressOf(chosen);
    if (address === undefined) return notAnAddress(chosen);
    return { options: [[{ ...plainAnswer(network, exactly(address)), at }]], name: null };
  }
  if (meaning.is === 'internet')
    return {
      options: ([4, 6] as const).map((family) => [
        {
          at,
          family,
          addresses: [anyAddress(world, family)],
          target: null,
          disposition: 'exits-to-internet' as const,
          service: null,
        },
      ]),
      name: null,
    };
  const none = withoutHosts(world, meaning, at);
  if (none !== undefined) return none;
  const answers = meaning.blocks.map((block): Answer => {
    const address = exactly(hostIn(block));
    return {
      at,
      family: block.family,
      addresses: [address],
      target: null,
      disposition: 'exits-to-on-premises',
      service: null,
    };
  });
  const options = ([4, 6] as const).map((family) => answers.filter((answer) => answer.family === family));
  return { options: options.filter((each) => each.length > 0), name: null };
}

/** Why hosts outside cannot be asked about without an address; undefined when they can. */
function withoutHosts(
  world: World,
  { blocks, hidden, enter }: OutsideEnd,
  at: ResourceId | null,
): NoEnd | undefined {
  if (enter === null) return notConnected(world, at);
  if (hidden !== null) return { what: 'deliver', fault: { unknown: hidden } };
  return blocks.length === 0 ? notConnected(world, at) : undefined;
}

/** One host of each block; those of both families go together, as of one that has an address of each. */
function hostsOf(blocks: readonly Block[]): readonly (readonly IpAddress[])[] {
  const [four, six] = ([4, 6] as const).map((family) =>
    blocks.filter((block) => block.family === family).map((block) => exactly(hostIn(block))),
  );
  const longer = Math.max(four?.length ?? 0, six?.length ?? 0);
  return Array.from({ length: longer }, (_, index) =>
    [four, six].flatMap((hosts = []) => hosts[Math.min(index, hosts.length - 1)] ?? []),
  );
}

/** The first host of a block, which stands for all of them. */
function hostIn(block: Block): Address {
  const isTiny = bits(block.family) - block.prefix < 2;
  return { family: block.family, value: isTiny ? block.first : block.first + 1n };
}

/** A plain address: whoever has it. The one who has it in the source's own network comes first. */
export function plainAnswer(network: Network | null, address: IpAddress): Answer {
  // Behind NAT64 it is the IPv4 address that it stands for.
  const meant = nat64Target(address) ?? address;
  const isInside = network !== null && networkHolds(network, meant);
  return {
    at: null,
    family: address.family,
    addresses: [address],
    target: null,
    disposition: isInside ? 'delivered' : isPublic(meant) ? 'exits-to-internet' : 'exits-to-on-premises',
    service: null,
  };
}

export function anyAddress(world: World, family: Family): IpAddress {
  return { family, value: world.anyPublic[family], owner: null, is: { as: 'internet' } };
}
