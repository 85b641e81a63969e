/**
 * Which addresses the design can tell apart. Two addresses are of one class when every prefix that the design mentions
 * covers both or neither; one representative then answers for all. CIDR blocks nest or are disjoint, so a class is a
 * block without the mentioned blocks inside it.
 */
import { bits, contains, containsAddress, lastOf } from '../../lib/cidr';
import type { Block, Family } from '../../lib/cidr';
import { globalUnicast, specialBlocks } from './address';

/** All prefixes a design mentions, sorted so that a block comes right before the blocks inside it. */
export interface MentionedBlocks {
  readonly 4: readonly Block[];
  readonly 6: readonly Block[];
}

export function mentionedBlocks(blocks: Iterable<Block>): MentionedBlocks {
  const found: Record<Family, Block[]> = { 4: [], 6: [] };
  for (const block of blocks) found[block.family].push(block);
  return { 4: sortedOnce(found[4]), 6: sortedOnce(found[6]) };
}

/** Those of the blocks that lie inside one of some others: no more is needed to tell the addresses of these apart. */
export function mentionedInside(mentioned: MentionedBlocks, others: Iterable<Block>): MentionedBlocks {
  return mentionedBlocks([...others].flatMap((other) => blocksInside(other, mentioned)));
}

/** Sorted, each only once. */
function sortedOnce(blocks: Block[]): readonly Block[] {
  return blocks.sort(byPosition).filter(({ first, prefix }, index) => {
    const before = blocks[index - 1];
    return before === undefined || before.first !== first || before.prefix !== prefix;
  });
}

/** The first address of the largest class of public addresses. `own`: the blocks of the design's own networks. */
export function publicRepresentative(
  family: Family,
  mentioned: MentionedBlocks,
  own: readonly Block[],
): bigint {
  const root: Block = family === 4 ? { family, first: 0n, prefix: 0 } : globalUnicast;
  const closed = [...specialBlocks(family), ...own.filter((block) => block.family === family)];
  const all = mentionedBlocks([...mentioned[family], ...closed])[family];
  let best = { size: 0n, first: root.first };
  for (const one of classesIn(root, all, new Set(closed.map(keyOf))))
    if (!one.closed && one.size > best.size) best = one;
  return best.first;
}

/**
 * One representative for each class of addresses in a block, the addresses in `taken` left out: they are somebody
 * else's, or reserved. `taken` must be sorted.
 */
export function representativesIn(
  block: Block,
  mentioned: MentionedBlocks,
  taken: readonly bigint[],
): bigint[] {
  const inside = blocksInside(block, mentioned);
  const representatives: bigint[] = [];
  for (const one of classesIn(block, inside)) {
    const free = firstFree(one.gaps, taken);
    if (free !== undefined) representatives.push(free);
  }
  return representatives;
}

function blocksInside(block: Block, mentioned: MentionedBlocks): Block[] {
  const all = mentioned[block.family];
  let index = firstAtOrAfter(all, block.first);
  const inside: Block[] = [];
  for (const last = lastOf(block); index < all.length; index++) {
    const candidate = all[index];
    if (candidate === undefined || candidate.first > last) break;
    if (candidate.prefix > block.prefix) inside.push(candidate);
  }
  return inside;
}

interface AddressClass {
  readonly size: bigint;
  readonly first: bigint;
  /** Whether it lies in one of the blocks that were given as closed. */
  readonly closed: boolean;
  /** What is left of the block without the blocks inside it: first and last addresses. */
  readonly gaps: readonly (readonly [bigint, bigint])[];
}

/** The classes of `root` under the sorted blocks, those not in `root` being ignored. */
function classesIn(
  root: Block,
  sorted: readonly Block[],
  closedKeys: ReadonlySet<string> = new Set(),
): AddressClass[] {
  const found: AddressClass[] = [];
  interface Open {
    readonly block: Block;
    readonly closed: boolean;
    next: bigint;
    readonly gaps: [bigint, bigint][];
  }
  const stack: Open[] = [{ block: root, closed: false, next: root.first, gaps: [] }];
  const close = (open: Open): void => {
    const last = lastOf(open.block);
    if (open.next <= last) open.gaps.push([open.next, last]);
    const first = open.gaps[0]?.[0];
    if (first === undefined) return;
    const size = open.gaps.reduce((sum, [from, to]) => sum + (to - from + 1n), 0n);
    found.push({ size, first, closed: open.closed, gaps: open.gaps });
  };
  for (const block of sorted) {
    if (!contains(root, block) || block.prefix === root.prefix) continue;
    for (let top = stack.at(-1); top !== undefined && !contains(top.block, block); top = stack.at(-1)) {
      close(top);
      stack.pop();
    }
    const parent = stack.at(-1);
    if (parent === undefined) break;
    if (parent.next < block.first) parent.gaps.push([parent.next, block.first - 1n]);
    parent.next = lastOf(block) + 1n;
    const closed = parent.closed || (closedKeys.size > 0 && closedKeys.has(keyOf(block)));
    stack.push({ block, closed, next: block.first, gaps: [] });
  }
  while (stack.length > 0) {
    const top = stack.pop();
    if (top !== undefined) close(top);
  }
  return found;
}

function firstFree(
  gaps: readonly (readonly [bigint, bigint])[],
  taken: readonly bigint[],
): bigint | undefined {
  for (const [from, to] of gaps) {
    let candidate = from;
    for (const address of taken) if (address === candidate) candidate += 1n;
    if (candidate <= to) return candidate;
  }
  return undefined;
}

/** The addresses of a subnet that AWS keeps: the first four and the last. */
export function reservedIn(block: Block): bigint[] {
  if (bits(block.family) - block.prefix < 3) return [];
  return [0n, 1n, 2n, 3n].map((offset) => block.first + offset).concat(lastOf(block));
}

export function isReserved(block: Block, value: bigint): boolean {
  return containsAddress(block, { family: block.family, value }) && reservedIn(block).includes(value);
}

function keyOf(block: Block): string {
  return `${block.family}/${block.first}/${block.prefix}`;
}

function byPosition(a: Block, b: Block): number {
  if (a.first !== b.first) return a.first < b.first ? -1 : 1;
  return a.prefix - b.prefix;
}

function firstAtOrAfter(sorted: readonly Block[], first: bigint): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.first ?? 0n) < first) low = middle + 1;
    else high = middle;
  }
  return low;
}
