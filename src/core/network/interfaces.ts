/** The addresses that an interface may have. */
import { containsAddress } from '../../lib/cidr';
import type { Address, Family } from '../../lib/cidr';
import type { Words } from '../../lib/words';
import { isUnknown } from '../model/value';
import type { IpAddress } from './address';
import { exactly } from './address';
import { isReserved, representativesIn, reservedIn, type MentionedBlocks } from './addressClasses';
import type { FixedAddress, Interface, Subnet, World } from './world';

/**
 * One private IPv4 (or IPv6) address for each class that the interface's address may be of: usually one. Empty when it
 * has none of that family.
 */
export function addressesOf(world: World, at: Interface, family: Family): IpAddress[] {
  const { subnet, network } = at;
  if (network === null) return [];
  if (subnet === null)
    return at.place === null || family === 6
      ? []
      : [
          {
            family,
            value: network.blocks[0]?.first ?? 0n,
            owner: at,
            is: { as: 'hidden', within: [], why: ofAws },
          },
        ];
  if ((family === 4 ? at.ipv4 : at.ipv6) === false) return [];
  if (family === 4 && at.fixed !== null && !isUnknown(at.fixed)) return [exactly(at.fixed, at)];
  const block = family === 4 ? subnet.block : subnet.ipv6;
  if (block === null) {
    const why = family === 4 ? subnet.hidden : subnet.hidden6;
    if (why === null) return [];
    const known = family === 4 ? network.blocks : network.ipv6 === null ? [] : [network.ipv6];
    const within = network.hidden === null ? known : [];
    return [{ family, value: known[0]?.first ?? 0n, owner: at, is: { as: 'hidden', within, why } }];
  }
  const isAssigned = family === 6 && network.ipv6Assigned;
  return world.freeIn(subnet, family).map((value) => ({
    family,
    value,
    owner: at,
    is: isAssigned ? { as: 'assigned' } : { as: 'free', block },
  }));
}

const ofAws: Words = {
  en: 'which private address AWS gives it is not in the design',
  ja: 'AWS がどのプライベートアドレスを割り当てるかは、設計からはわかりません',
};

/** Representatives of the addresses that AWS may still give away in a subnet. */
export function freeAddresses(subnet: Subnet, family: Family, mentioned: MentionedBlocks): readonly bigint[] {
  const block = family === 4 ? subnet.block : subnet.ipv6;
  if (block === null) return [];
  const taken = reservedIn(block);
  for (const each of subnet.interfaces)
    for (const fixed of fixedAddresses(each)) if (containsAddress(block, fixed)) taken.push(fixed.value);
  taken.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return representativesIn(block, mentioned, taken);
}

/** The private addresses of an interface that are not left to AWS. */
export function fixedAddresses({ fixed, fixedField, others }: Interface): readonly FixedAddress[] {
  return fixed === null || isUnknown(fixed) ? others : [{ ...fixed, field: fixedField }, ...others];
}

/** Whether an address is one of those that an interface has besides its first. */
export function isFurther({ others }: Interface, address: Address): boolean {
  return others.some(({ family, value }) => family === address.family && value === address.value);
}

/** Whether the fixed addresses are ones that AWS would give: in the subnet, and not reserved. */
export function canHave(at: Interface): boolean {
  return impossibleAddress(at) === undefined;
}

/** The first of its fixed addresses that AWS would not give. */
export function impossibleAddress(at: Interface): FixedAddress | undefined {
  const block = at.subnet?.block;
  if (block == null) return undefined;
  return fixedAddresses(at).find((fixed) => !containsAddress(block, fixed) || isReserved(block, fixed.value));
}
