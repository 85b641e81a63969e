/** What dragging on the bar of an address space means: pure geometry of blocks. Whether it may be is judged elsewhere. */
import { bits, contains, lastOf, sizeOfBlock, type Block, type Family } from '../../lib/cidr';
import { longestPrefix, shortestPrefix } from '../../lib/vpcBlocks';
import { blockAround, freeBlocks } from './tiling';

/** The lengths that a part of a space of that family may have. */
export function lengthsOf(family: Family): { readonly shortest: number; readonly longest: number } {
  // Of an IPv6 block, subnets here take /64 by number.
  return family === 4 ? { shortest: shortestPrefix, longest: longestPrefix } : { shortest: 64, longest: 64 };
}

export interface Resized {
  /** The block of the wanted size around the one that is resized. */
  readonly block: Block;
  /** Whether the edge that was not dragged stays where it is; a block of that size cannot stand everywhere. */
  readonly keepsEdge: boolean;
}

/** One edge of a block is dragged to an address; `at` is the first address behind it for the end. */
export function resized(space: Block, block: Block, edge: 'start' | 'end', at: bigint): Resized {
  const fixed = edge === 'end' ? block.first : lastOf(block) + 1n;
  const length = edge === 'end' ? at - fixed : fixed - at;
  const prefix = prefixFor(space, length);
  const around = blockAround(block.family, edge === 'end' ? fixed : fixed - 1n, prefix);
  return { block: around, keepsEdge: (edge === 'end' ? around.first : lastOf(around) + 1n) === fixed };
}

/** A block is dragged so that its first address is near `first`; it stays within the space. */
export function moved(space: Block, block: Block, first: bigint): Block {
  const size = sizeOfBlock(block);
  const nearest = ((first + size / 2n) / size) * size;
  const last = lastOf(space) + 1n - size;
  const within = nearest > last ? last : nearest;
  return { ...block, first: within < space.first ? space.first : within };
}

/** A stroke over a free block from one address to another: a block of about that length, around where it began. */
export function drawn(free: Block, from: bigint, to: bigint): Block {
  const length = to > from ? to - from : from - to;
  const prefix = prefixFor(free, length);
  const inside = from > lastOf(free) ? lastOf(free) : from < free.first ? free.first : from;
  return blockAround(free.family, inside, prefix);
}

/** What a click on a free block makes: what people mostly take, or all of it where it is smaller. */
export function usualPart(free: Block): Block {
  const { longest } = lengthsOf(free.family);
  return { ...free, prefix: Math.min(longest, Math.max(free.prefix, usualPrefix(free.family))) };
}

/** The length that a new part has where nobody says another. */
export function usualPrefix(family: Family): number {
  return family === 4 ? 24 : 64;
}

/** The block of twice the size around a block, and the half of it that holds an address (the first half without one). */
export function doubled(block: Block): Block {
  return blockAround(block.family, block.first, Math.max(0, block.prefix - 1));
}

export function halved(block: Block, holding?: bigint): Block {
  return blockAround(block.family, holding ?? block.first, Math.min(bits(block.family), block.prefix + 1));
}

/** The allowed length whose size is nearest to a number of addresses, no larger than the space. */
function prefixFor(space: Block, length: bigint): number {
  const { shortest, longest } = lengthsOf(space.family);
  let prefix = longest;
  while (prefix > Math.max(shortest, space.prefix)) {
    const size = 1n << BigInt(bits(space.family) - prefix);
    // The step to the next power of two is taken half way.
    if (length * 2n < size * 3n) break;
    prefix--;
  }
  return prefix;
}

/** The part of a space that is shown: an aligned block of it. */
export function startWindow(space: Block, parts: readonly Block[]): Block {
  const inside = parts.filter((each) => contains(space, each));
  let shown = inside[0] ?? space;
  for (const part of inside) while (!contains(shown, part)) shown = doubled(shown);
  // Wide enough that there is something free to drag to.
  while (shown.prefix > space.prefix && freeBlocks(shown, inside).length === 0) shown = doubled(shown);
  return inside.length === 0 || shown.prefix < space.prefix ? space : shown;
}

/** The window of about that size that shows a block, the same one where it does. */
export function windowWith(shown: Block, block: Block): Block {
  if (contains(shown, block)) return shown;
  return blockAround(block.family, block.first, Math.min(shown.prefix, block.prefix));
}

/** Half of the window, around what is looked at; never so small that nothing could be drawn in it. */
export function nearer(shown: Block, at: bigint): Block {
  const { longest } = lengthsOf(shown.family);
  const half = halved(shown, at < shown.first || at > lastOf(shown) ? undefined : at);
  return half.prefix > longest ? shown : half;
}

export function farther(space: Block, shown: Block): Block {
  return shown.prefix <= space.prefix ? shown : doubled(shown);
}

/** The window before or behind; undefined at the ends of the space. */
export function beside(space: Block, shown: Block, step: 1 | -1): Block | undefined {
  const next = { ...shown, first: shown.first + BigInt(step) * sizeOfBlock(shown) };
  return next.first >= 0n && contains(space, next) ? next : undefined;
}
