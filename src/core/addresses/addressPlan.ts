/** The address plan of a network: its blocks, who has which part of them, what is free, and who takes addresses where. */
import { bits, blockText, contains, sizeOfBlock, type Block, type Family } from '../../lib/cidr';
import { compareOrder } from '../../lib/order';
import { overlappedBefore } from '../../lib/vpcBlocks';
import type { Words } from '../../lib/words';
import type { Catalog } from '../catalog/catalog';
import { surroundingsIn } from '../catalog/surroundings';
import type { Document, ResourceId } from '../model/document';
import { isUnknown, type Unknown } from '../model/value';
import { standIns } from '../network/address';
import { reservedIn } from '../network/addressClasses';
import type { Fact, NetworkFact, SubnetFact } from '../network/facts';
import { ipv4Of, networkBlocks } from '../network/networkBlocks';
import { freeBlocks } from './tiling';
import { usesBySubnet, type SubnetUses } from './uses';

export interface AddressPlan {
  readonly network: ResourceId;
  readonly name: string;
  /** The IPv4 blocks in the order in which they are written, then the IPv6 block. */
  readonly spaces: readonly Space[];
  /** In drawing order. */
  readonly subnets: readonly PlannedSubnet[];
  /** Whether all of its blocks are known; where not, nothing can be said to be outside. */
  readonly complete: Readonly<Record<Family, boolean>>;
}

export interface Space {
  readonly block: Block;
  /** Why AWS does not take it as a block of the network. */
  readonly fault?: Words;
  /** In drawing order. */
  readonly parts: readonly Part[];
  /** What no part covers, as aligned blocks by address. */
  readonly free: readonly Block[];
}

/** A block of a subnet within a space. */
export interface Part {
  readonly id: ResourceId;
  readonly block: Block;
  /** The subnet before it that has some of its addresses: AWS refuses the later one. */
  readonly clash: ResourceId | null;
}

export interface PlannedSubnet extends SubnetUses {
  readonly id: ResourceId;
  readonly name: string;
  /** Its block as AWS takes it; null for none, and for text that is none. */
  readonly ipv4: Block | Unknown | null;
  /** As it is written; empty where there is none. */
  readonly ipv4Text: string;
  /** The number of its /64. */
  readonly number: number | Unknown | null;
  /** The /64 of that number; null for none, and for a number that the network's block does not have. */
  readonly ipv6: Block | null;
  /** How many IPv4 addresses its block has for others, and how many of these are spoken for. */
  readonly usable: number;
  readonly taken: number;
}

/** Undefined for what is no network. */
export function addressPlan(
  catalog: Catalog,
  document: Document,
  network: ResourceId,
): AddressPlan | undefined {
  const around = surroundingsIn(document);
  const stated: Fact[][] = [];
  for (const resource of [...document.resources.values()].sort(compareOrder))
    stated.push([...(catalog.kind(resource.kind).facts?.(resource, around(resource.id)) ?? [])]);
  const facts = stated.flat();
  const fact = facts.find((each): each is NetworkFact => each.fact === 'network' && each.by === network);
  if (fact === undefined) return undefined;
  const nameOf = (id: ResourceId): string => document.resources.get(id)?.name || id;
  const uses = usesBySubnet(stated);
  const ipv6 = ipv6Of(fact);
  const subnets = facts
    .filter((each): each is SubnetFact => each.fact === 'subnet' && each.network === network)
    .map((each) => planned(each, nameOf(each.by), ipv6, uses.get(each.by)));
  const { taken, refused, complete } = networkBlocks(fact, nameOf(network));
  const spaces = [
    ...taken.map((block) => ({ block, fault: refused.find((each) => each.block === block)?.refusal.says })),
    ...refused.flatMap(({ block, refusal }) =>
      block === undefined || taken.includes(block) ? [] : [{ block, fault: refusal.says }],
    ),
    ...(ipv6 === null ? [] : [{ block: ipv6, fault: undefined }]),
  ];
  return {
    network,
    name: nameOf(network),
    spaces: spaces.map(({ block, fault }) => spaceOf(block, fault, subnets)),
    subnets,
    complete: { 4: complete, 6: !isUnknown(fact.ipv6) },
  };
}

function spaceOf(block: Block, fault: Words | undefined, subnets: readonly PlannedSubnet[]): Space {
  const inside = subnets.flatMap((subnet) => {
    const own = blockOfSubnet(subnet, block.family);
    return own !== undefined && contains(block, own) ? [{ id: subnet.id, block: own }] : [];
  });
  const clashes = overlappedBefore(inside.map((each) => each.block));
  const parts = inside.map((each, index) => ({ ...each, clash: inside[clashes[index] ?? -1]?.id ?? null }));
  const free = freeBlocks(
    block,
    parts.map((each) => each.block),
  );
  return { block, parts, free, ...(fault === undefined ? {} : { fault }) };
}

function planned(
  { by: id, block, ipv6: number }: SubnetFact,
  name: string,
  network6: Block | null,
  { uses, fixed }: SubnetUses = { uses: [], fixed: [] },
): PlannedSubnet {
  const ipv4 = block === null || isUnknown(block) ? block : (ipv4Of(block) ?? null);
  return {
    id,
    name,
    ipv4,
    ipv4Text: block === null || isUnknown(block) ? '' : block,
    number: typeof number === 'string' ? null : number,
    ipv6: typeof number === 'number' ? numbered(network6, number) : null,
    uses,
    fixed,
    usable: ipv4 === null || isUnknown(ipv4) ? 0 : usableIn(ipv4),
    taken: uses.reduce((sum, { count }) => sum + count, 0),
  };
}

/** The addresses of an IPv4 block that AWS does not keep for itself: all but the first four and the last. */
export function usableIn(block: Block): number {
  return Number(sizeOfBlock(block)) - reservedIn(block).length;
}

/** The block of a subnet in one version of IP, where it has one that is known. */
export function blockOfSubnet({ ipv4, ipv6 }: PlannedSubnet, family: Family): Block | undefined {
  const block = family === 4 ? ipv4 : ipv6;
  return block === null || isUnknown(block) ? undefined : block;
}

/** Amazon assigns a /56 when the network is made; until then another one stands for it. */
function ipv6Of({ ipv6 }: NetworkFact): Block | null {
  if (ipv6 === null || isUnknown(ipv6)) return null;
  return ipv6 === 'assigned' ? { family: 6, first: standIns.first, prefix: 56 } : null;
}

function numbered(network: Block | null, number: number): Block | null {
  if (network === null || !Number.isInteger(number) || number < 0) return null;
  const block: Block = { family: 6, first: network.first + (BigInt(number) << 64n), prefix: 64 };
  return contains(network, block) ? block : null;
}

/** The number of a /64 in the IPv6 block around it. */
export function numberOf(space: Block, block: Block): number {
  return Number((block.first - space.first) >> BigInt(bits(6) - 64));
}

/** How a part of a space is called: its block, or its number where Amazon assigns the block. */
export function partText(space: Block, block: Block): string {
  return space.family === 4 ? blockText(block) : `/64 #${numberOf(space, block)}`;
}
