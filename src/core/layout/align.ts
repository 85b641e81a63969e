/** Aligning and distributing rectangles, in whole px: only arithmetic; what may move and where it ends is the caller's. */
import { around, type Rect } from '../../lib/rect';

export const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type Alignment = (typeof alignments)[number];

/** A rectangle and whether it keeps its place, as a locked resource does. */
export interface Alignable {
  readonly rect: Rect;
  readonly isFixed: boolean;
}

export const acrossOf = (alignment: Alignment): Axis =>
  alignment === 'left' || alignment === 'centre' || alignment === 'right' ? 'x' : 'y';

export type Axis = 'x' | 'y';
export const lengthAlong = { x: 'w', y: 'h' } as const;

/**
 * The new place of each along the axis of the alignment, in the order given. They go to the outermost edge among them, or to
 * the middle of the space they take; where some keep their place, to the edge or the middle of those. `frame` is aligned
 * with instead of each other where it is given: the inner space of a container.
 */
export function aligned(all: readonly Alignable[], alignment: Alignment, frame?: Rect): readonly number[] {
  const axis = acrossOf(alignment);
  const length = lengthAlong[axis];
  const fixed = all.filter(({ isFixed }) => isFixed);
  const bounds = frame ?? around((fixed.length > 0 ? fixed : all).map(({ rect }) => rect));
  if (bounds === undefined) return [];
  const middle = middleIn(bounds, all, axis, frame === undefined && fixed.length === 0);
  return all.map(({ rect, isFixed }) => {
    if (isFixed) return rect[axis];
    switch (alignment) {
      case 'left':
      case 'top':
        return Math.round(bounds[axis]);
      case 'right':
      case 'bottom':
        return Math.round(bounds[axis] + bounds[length] - rect[length]);
      case 'centre':
      case 'middle':
        return Math.round(middle - rect[length] / 2);
    }
  });
}

/** Where they align among themselves, the middle of the longest at a whole px: else rounding would move them again the next time. */
function middleIn(bounds: Rect, all: readonly Alignable[], axis: Axis, amongThemselves: boolean): number {
  const length = lengthAlong[axis];
  const middle = bounds[axis] + bounds[length] / 2;
  if (!amongThemselves) return middle;
  const longest = Math.max(...all.map(({ rect }) => rect[length]));
  return Math.round(middle - longest / 2) + longest / 2;
}

/**
 * The new places along the axis so that the gaps between one and the next are equal, in the order given; the outermost stay,
 * and so do those that keep their place, between which the gaps are made equal. Gaps differ by a px at most. Where that
 * would make them overlap: by how many px the room is too small.
 */
export function distributed(
  all: readonly Alignable[],
  axis: Axis,
): { readonly places: readonly number[] } | { readonly missing: number } {
  const length = lengthAlong[axis];
  const sorted = all
    .map((each, index) => ({ ...each, index, middle: each.rect[axis] + each.rect[length] / 2 }))
    .sort((a, b) => a.middle - b.middle || a.rect[axis] - b.rect[axis]);
  const places = all.map(({ rect }) => rect[axis]);
  let missing = 0;
  let stretch: typeof sorted = [];
  for (const [at, each] of sorted.entries()) {
    stretch.push(each);
    const isEnd = at === 0 || at === sorted.length - 1 || each.isFixed;
    const first = stretch[0];
    if (!isEnd || first === undefined) continue;
    if (stretch.length > 2) {
      const room = each.rect[axis] + each.rect[length] - first.rect[axis];
      const taken = stretch.reduce((sum, { rect }) => sum + rect[length], 0);
      const gap = (room - taken) / (stretch.length - 1);
      missing = Math.max(missing, taken - room);
      let next = first.rect[axis] + first.rect[length] + gap;
      for (const { rect, index } of stretch.slice(1, -1)) {
        places[index] = Math.round(next);
        next += rect[length] + gap;
      }
    }
    stretch = [each];
  }
  return missing > 0 ? { missing: Math.ceil(missing) } : { places };
}
