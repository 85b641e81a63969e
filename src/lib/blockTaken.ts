import { blockOf, parseBlock, type Block } from './cidr';

/**
 * A block as AWS takes it: it clears the bits behind the prefix, so 10.0.0.5/24 is 10.0.0.0/24. Other text as it is.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html
 */
export function blockTaken(text: string): string {
  const parsed = parseBlock(text);
  return !parsed.ok && parsed.fault === 'host-bits-set' ? (parsed.meant ?? text) : text;
}

/** The block that AWS makes of a text; undefined for text that it refuses. */
export function blockTakenOf(text: string): Block | undefined {
  return blockOf(blockTaken(text));
}
