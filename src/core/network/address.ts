/**
 * Addresses as a trace holds them. Most stand for themselves; some are only known by what they are (an address of the
 * internet, of S3, the public address of an instance), so whether a block covers them has more answers than yes and no.
 */
import type { Words } from '../../lib/words';
import { addressText, blockOf, blockText, contains, containsAddress, overlaps } from '../../lib/cidr';
import type { Address, Block, Family } from '../../lib/cidr';
import type { Interface } from './world';

export interface IpAddress extends Address {
  readonly is: AddressMeaning;
  /** The interface that has it (for `public`: whose private address it is translated to); null: nobody, or not asked yet. */
  readonly owner: Interface | null;
}

export type AddressMeaning =
  /** This very address. */
  | { readonly as: 'exact' }
  /** Any free address of a block that no prefix of the design tells apart from the others like it. */
  | { readonly as: 'free'; readonly block: Block }
  /** An address of an IPv6 block that Amazon assigns; its value is a stand-in. */
  | { readonly as: 'assigned' }
  /** An address whose value depends on something outside the design. */
  | { readonly as: 'hidden'; readonly within: readonly Block[]; readonly why: Words }
  /** A public address that no row of the design mentions by itself. */
  | { readonly as: 'internet' }
  /** A public address of an AWS service. `list`: its AWS-managed prefix list, where it has one. */
  | { readonly as: 'service'; readonly service: string; readonly host: string; readonly list: string | null }
  /** The public IPv4 address of an interface; AWS chooses its value. */
  | { readonly as: 'public'; readonly name: string };

/**
 * Whether something covers an address. `maybe`: it hangs on a value outside the design. `unlikely`: the value is not
 * known, and it would be an accident (a service's address in a block that somebody wrote down for another reason): a
 * block that allows makes the answer unknown, one that denies or diverts is assumed not to cover it.
 */
export type Cover = 'yes' | 'no' | 'maybe' | 'unlikely';

export function exactly(address: Address, owner: Interface | null = null): IpAddress {
  return { family: address.family, value: address.value, is: { as: 'exact' }, owner };
}

/** Whether a row whose block is unknown covers an address: never one of the other version of IP. */
export function mayCover({ family }: { readonly family?: 4 | 6 }, address: IpAddress): Cover {
  return family === undefined || family === address.family ? 'maybe' : 'no';
}

export function blockCovers(block: Block, address: IpAddress): Cover {
  const { is } = address;
  if (block.family !== address.family) return 'no';
  if (block.prefix === 0) return 'yes';
  if (is.as === 'hidden') {
    if (is.within.length > 0 && is.within.every((each) => contains(block, each))) return 'yes';
    return is.within.length === 0 || is.within.some((each) => overlaps(block, each)) ? 'maybe' : 'no';
  }
  if (containsAddress(block, address)) return 'yes';
  // Amazon assigns no two VPCs blocks that overlap.
  if (is.as === 'assigned' && contains(standIns, block)) return 'no';
  if (is.as === 'service' || is.as === 'public' || is.as === 'assigned')
    return specialBlocks(block.family).some((special) => contains(special, block)) ? 'no' : 'unlikely';
  return 'no';
}

/** Whether the address is one of a named prefix list, whose entries are not in the design. */
export function listCovers(list: string, address: IpAddress): Cover {
  const { is } = address;
  if (is.as === 'service') return is.list === list ? 'yes' : isAwsList(list) ? 'no' : 'maybe';
  // A list of the account's own may hold anything; AWS's lists hold public addresses of one service.
  if (!isAwsList(list) || is.as === 'hidden') return 'maybe';
  if (is.as !== 'exact' || address.owner !== null || !isPublic(address)) return 'no';
  if (documentation.some((block) => containsAddress(block, address))) return 'no';
  return 'unlikely';
}

function isAwsList(list: string): boolean {
  return list.includes('com.amazonaws.');
}

/** Whether the address can be seen on the internet: not one of the ranges set apart for other uses. */
export function isPublic(address: Address): boolean {
  if (address.family === 6 && !containsAddress(globalUnicast, address)) return false;
  return !specialBlocks(address.family).some((block) => containsAddress(block, address));
}

/** RFC 1918, which an internet gateway drops (IG3). */
export function isRfc1918(address: Address): boolean {
  return rfc1918.some((block) => containsAddress(block, address));
}

/** RFC 6598, the shared space of carriers, which an internet gateway drops too (IG3). */
export function isRfc6598(address: Address): boolean {
  return containsAddress(rfc6598, address);
}

/**
 * The IPv4 address that an IPv6 one of the well-known prefix stands for: a NAT gateway sends its packets on to that (NAT64).
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html
 */
export function nat64Target(address: Address): IpAddress | undefined {
  if (!containsAddress(nat64, address)) return undefined;
  return exactly({ family: 4, value: address.value & 0xffffffffn });
}

/** How an address is shown: its value, the block it is taken from, or what it stands for. */
export function addressWords(address: IpAddress): string {
  const { is } = address;
  switch (is.as) {
    case 'exact':
    case 'assigned':
      return addressText(address);
    case 'free':
      return blockText(is.block);
    case 'hidden':
      return is.within.map(blockText).join(', ') || '?';
    case 'internet':
      return 'internet';
    case 'service':
      return is.list === null ? is.host : `pl:${is.list}`;
    case 'public':
      return `${is.name} (public)`;
  }
}

export function addressInJapanese(address: IpAddress): string {
  const { is } = address;
  if (is.as === 'internet') return 'インターネット';
  return is.as === 'public' ? `${is.name} (パブリック)` : addressWords(address);
}

/** Ranges that are never public. The documentation ranges count as public, since people use them as examples of it. */
export function specialBlocks(family: Family): readonly Block[] {
  return family === 4 ? special4 : special6;
}

const parsed = (texts: readonly string[]): readonly Block[] => texts.flatMap((text) => blockOf(text) ?? []);

const rfc1918 = parsed(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']);
const rfc6598: Block = { family: 4, first: 0x64400000n, prefix: 10 };
const nat64: Block = { family: 6, first: 0x64ff9bn << 96n, prefix: 96 };

/** RFC 5737 and RFC 3849: what people write in examples, which is nobody's. */
const documentation = parsed(['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '2001:db8::/32']);

const special4 = [
  ...rfc1918,
  rfc6598,
  ...parsed(['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '198.18.0.0/15', '224.0.0.0/3']),
];
const special6 = parsed(['::/8', 'fc00::/7', 'fe80::/10', 'ff00::/8']);
/** Where the blocks are from that stand in for those that Amazon assigns to VPCs. */
export const standIns: Block = { family: 6, first: 0x2406da00n << 96n, prefix: 40 };
export const globalUnicast: Block = { family: 6, first: 0x2000n << 112n, prefix: 3 };
