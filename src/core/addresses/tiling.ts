/** How taken blocks divide a block up: what is free between them, and where a block of some size has room. */
import { bits, contains, lastOf, sizeOfBlock, type Block, type Family } from '../../lib/cidr';

/** The largest aligned blocks that make up the addresses from `first` to `last`, both of them included, in order. */
export function alignedBlocks(family: Family, first: bigint, last: bigint): readonly Block[] {
  const found: Block[] = [];
  for (let next = first; next <= last;) {
    let prefix = bits(family);
    for (;;) {
      const size = 1n << BigInt(bits(family) - prefix + 1);
      if (prefix === 0 || next % size !== 0n || next + size - 1n > last) break;
      prefix--;
    }
    const block: Block = { family, first: next, prefix };
    found.push(block);
    next += sizeOfBlock(block);
  }
  return found;
}

/**
 * What no block of `taken` covers of `space`, as blocks that are as large as their place allows. Every free block that
 * is aligned lies in one of them.
 */
export function freeBlocks(space: Block, taken: readonly Block[]): readonly Block[] {
  const found: Block[] = [];
  let next = space.first;
  for (const block of inOrder(taken.filter((each) => contains(space, each)))) {
    if (block.first > next) found.push(...alignedBlocks(space.family, next, block.first - 1n));
    if (lastOf(block) >= next) next = lastOf(block) + 1n;
  }
  if (next <= lastOf(space)) found.push(...alignedBlocks(space.family, next, lastOf(space)));
  return found;
}

/** By address; of those that begin at the same one the larger comes first. */
export function inOrder(blocks: readonly Block[]): readonly Block[] {
  return [...blocks].sort((a, b) => (a.first === b.first ? a.prefix - b.prefix : a.first < b.first ? -1 : 1));
}

/** The first place for a block of that length in some free blocks. */
export function firstPlace(free: readonly Block[], prefix: number): Block | undefined {
  const room = free.find((each) => each.prefix <= prefix);
  return room === undefined ? undefined : { ...room, prefix };
}

/** The last one. */
export function lastPlace(free: readonly Block[], prefix: number): Block | undefined {
  const room = free.findLast((each) => each.prefix <= prefix);
  if (room === undefined) return undefined;
  return { ...room, prefix, first: room.first + sizeOfBlock(room) - sizeOfBlock({ ...room, prefix }) };
}

/** The next place of the same size behind a block (`step` 1) or before it (-1) in some free blocks. */
export function nextPlace(free: readonly Block[], block: Block, step: 1 | -1): Block | undefined {
  const size = sizeOfBlock(block);
  const wanted = step === 1 ? block.first + size : block.first - size;
  for (const room of step === 1 ? free : [...free].reverse()) {
    if (room.prefix > block.prefix) continue;
    const [first, last] = [room.first, room.first + sizeOfBlock(room) - size];
    // A free block is aligned to its own size, and so to every smaller one.
    const place = step === 1 ? (wanted > first ? wanted : first) : wanted < last ? wanted : last;
    if (step === 1 ? place <= last : place >= first) return { ...block, first: place };
  }
  return undefined;
}

/** The block of that length around an address. */
export function blockAround(family: Family, address: bigint, prefix: number): Block {
  const size = 1n << BigInt(bits(family) - prefix);
  return { family, first: address - (((address % size) + size) % size), prefix };
}
