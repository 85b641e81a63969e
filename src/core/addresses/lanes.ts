/** What the bar of a space shows in a window: its parts and its free blocks, cut off at the edges. */
import { contains, lastOf, overlaps, sizeOfBlock, type Block } from '../../lib/cidr';
import type { Part, Space } from './addressPlan';
import { inOrder } from './tiling';

/** Where something stands in a window, as fractions of its width. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface ShownPart extends Part {
  readonly span: Span;
  /** Parts that share addresses stand under one another, the outermost at the top (0). */
  readonly lane: number;
}

/** Undefined for a block that the window does not show. */
export function spanIn(shown: Block, block: Block): Span | undefined {
  if (!overlaps(shown, block)) return undefined;
  const size = Number(sizeOfBlock(shown));
  const at = (address: bigint): number => Number(address - shown.first) / size;
  return { from: Math.max(0, at(block.first)), to: Math.min(1, at(lastOf(block) + 1n)) };
}

/** The address at a fraction of the window's width. */
export function addressAt(shown: Block, fraction: number): bigint {
  const within = Math.min(1, Math.max(0, fraction));
  // The sizes of IPv6 blocks are beyond what a number holds exactly; a millionth of the width is less than a pixel.
  const parts = 1 << 20;
  return shown.first + (sizeOfBlock(shown) * BigInt(Math.round(within * parts))) / BigInt(parts);
}

/** By address. */
export function shownParts({ parts }: Space, shown: Block): readonly ShownPart[] {
  const lanes = lanesOf(parts);
  return inOrderOfBlocks(parts).flatMap((part) => {
    const span = spanIn(shown, part.block);
    return span === undefined ? [] : [{ ...part, span, lane: lanes.get(part) ?? 0 }];
  });
}

/** Aligned blocks nest or are apart, so the lane of one is the number of those around it. */
function lanesOf(parts: readonly Part[]): ReadonlyMap<Part, number> {
  const ordered = inOrderOfBlocks(parts);
  const lanes = new Map<Part, number>();
  const around: Part[] = [];
  for (const part of ordered) {
    while (around.length > 0 && !contains(around.at(-1)?.block ?? part.block, part.block)) around.pop();
    lanes.set(part, around.length);
    around.push(part);
  }
  return lanes;
}

function inOrderOfBlocks(parts: readonly Part[]): readonly Part[] {
  const places = new Map(inOrder(parts.map(({ block }) => block)).map((block, index) => [block, index]));
  return [...parts].sort((a, b) => (places.get(a.block) ?? 0) - (places.get(b.block) ?? 0));
}

export interface ShownFree {
  readonly block: Block;
  readonly span: Span;
}

export function shownFree({ free }: Space, shown: Block): readonly ShownFree[] {
  return free.flatMap((block) => {
    const span = spanIn(shown, block);
    return span === undefined ? [] : [{ block, span }];
  });
}
