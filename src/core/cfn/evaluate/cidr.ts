import { blockOf, blockText, bits, lastOf, type Block } from '../../../lib/cidr';

/**
 * The blocks that `Fn::Cidr` gives: `count` neighbours from the start of `block`, each with `hostBits` bits for hosts.
 * Undefined where CloudFormation would refuse.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-cidr.html
 */
export function cidrBlocks(block: string, count: number, hostBits: number): readonly string[] | undefined {
  const outer = blockOf(block);
  if (outer === undefined || !Number.isInteger(count) || count < 1 || count > 256) return undefined;
  const prefix = bits(outer.family) - hostBits;
  if (!Number.isInteger(prefix) || prefix < outer.prefix || prefix > bits(outer.family)) return undefined;
  const size = 1n << BigInt(hostBits);
  const blocks: Block[] = Array.from({ length: count }, (_, index) => ({
    family: outer.family,
    first: outer.first + size * BigInt(index),
    prefix,
  }));
  const last = blocks.at(-1);
  return last !== undefined && lastOf(last) <= lastOf(outer) ? blocks.map(blockText) : undefined;
}
