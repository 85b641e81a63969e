/**
 * Which IPv4 blocks AWS takes for VPCs and subnets.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 * https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
import { blockOf, overlaps, type Block } from './cidr';
import type { Words } from './words';

/** The shortest and the longest prefix of a VPC's block, and of a subnet's. */
export const shortestPrefix = 16;
export const longestPrefix = 28;

export function hasAllowedSize({ prefix }: Block): boolean {
  return prefix >= shortestPrefix && prefix <= longestPrefix;
}

/** Addresses with meanings of their own on every host, where there is no VPC. */
export interface ReservedRange {
  readonly text: string;
  readonly name: Words;
}

export function reservedRangeOf(block: Block): ReservedRange | undefined {
  return reserved.find((range) => overlaps(range.block, block));
}

const reserved = (
  [
    ['0.0.0.0/8', '“this network”', '「このネットワーク」'],
    ['127.0.0.0/8', 'loopback', 'ループバック'],
    ['169.254.0.0/16', 'link-local addresses', 'リンクローカルアドレス'],
    ['224.0.0.0/4', 'multicast', 'マルチキャスト'],
  ] as const
).flatMap(([text, en, ja]) => {
  const block = blockOf(text);
  return block === undefined ? [] : [{ text, name: { en, ja }, block }];
});

/** The family of private addresses (RFC 1918) that a block is of, as text. The blocks of one VPC must share it. */
export function privateFamilyOf(block: Block): string | undefined {
  return families.find((family) => overlaps(family.block, block))?.text;
}

const families = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].flatMap((text) => {
  const block = blockOf(text);
  return block === undefined ? [] : [{ text, block }];
});

/** For each of the blocks, which of those before it in the list is the first that it shares addresses with. */
export function overlappedBefore(blocks: readonly Block[]): readonly (number | undefined)[] {
  const earliest: (number | undefined)[] = blocks.map(() => undefined);
  const meet = (later: number, earlier: number): void => {
    if (earlier < later) earliest[later] = Math.min(earlier, earliest[later] ?? earlier);
  };
  interface Open {
    readonly block: Block;
    readonly index: number;
    /** The first in the list of the blocks around it and itself, and of those inside it and itself. */
    readonly around: number;
    inside: number;
  }
  // Blocks nest or are apart, so those that overlap the next one are a chain of containing blocks.
  const chain: Open[] = [];
  const close = (): void => {
    const closed = chain.pop();
    const outer = chain.at(-1);
    if (closed === undefined) return;
    meet(closed.index, closed.inside);
    if (outer !== undefined) outer.inside = Math.min(outer.inside, closed.inside);
  };
  for (const { block, index } of blocks
    .map((each, place) => ({ block: each, index: place }))
    .sort(byPosition)) {
    for (let top = chain.at(-1); top !== undefined && !overlaps(top.block, block); top = chain.at(-1))
      close();
    const around = chain.at(-1)?.around ?? index;
    meet(index, around);
    chain.push({ block, index, around: Math.min(around, index), inside: index });
  }
  while (chain.length > 0) close();
  return earliest;
}

interface Placed {
  readonly block: Block;
  readonly index: number;
}

/** A block comes right before those inside it. */
function byPosition(a: Placed, b: Placed): number {
  if (a.block.family !== b.block.family) return a.block.family - b.block.family;
  if (a.block.first !== b.block.first) return a.block.first < b.block.first ? -1 : 1;
  return a.block.prefix - b.block.prefix || a.index - b.index;
}
