import { blockOf, contains, containsAddress, type Address, type Block } from './cidr';

/**
 * What AWS keeps for services that only instances reach, such as the instance metadata and the resolver. A route cannot be
 * for these addresses alone, and packets to them are not forwarded, however wide the route that covers them.
 * https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html
 */
const kept = ['169.254.168.0/22', 'fd00:ec2::/32'].flatMap((text) => {
  const block = blockOf(text);
  return block === undefined ? [] : [{ text, block }];
});

/** The range that all of a block lies in, as text. */
export function keptRangeAround(block: Block): string | undefined {
  return kept.find((range) => contains(range.block, block))?.text;
}

/** The range that an address is of, as text. */
export function keptRangeOf(address: Address): string | undefined {
  return kept.find((range) => containsAddress(range.block, address))?.text;
}
