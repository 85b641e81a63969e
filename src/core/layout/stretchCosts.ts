/** What every stretch of a grid costs, written rectangle by rectangle: only the stretches that one is about are looked at. */
import type { Rect } from '../../lib/rect';
import type { Lines, StretchCosts } from './routeSearch';
import { shared } from './stretch';

export interface Costs extends StretchCosts {
  /** For a stretch that goes through a rectangle: so much at all, and so much for each px inside. */
  addInside(rect: Rect, atAll: number, perPx: number): void;
  /** For one that goes over its border, and for each px of one that runs along a side, nearer than `within` px. */
  addBorder(rect: Rect, over: number, within: number, perPx: number): void;
}

/** At first a stretch costs its length. */
export function createCosts({ xs, ys }: Lines): Costs {
  const columns = xs.length;
  const level = new Float64Array(columns * ys.length);
  const upright = new Float64Array(columns * ys.length);
  for (let row = 0; row < ys.length; row++)
    for (let column = 0; column < columns; column++) {
      level[row * columns + column] = (xs[column + 1] ?? 0) - (xs[column] ?? 0);
      upright[row * columns + column] = (ys[row + 1] ?? 0) - (ys[row] ?? 0);
    }
  const axes = [
    { along: xs, across: ys, costs: level, cell: (at: number, line: number) => line * columns + at },
    { along: ys, across: xs, costs: upright, cell: (at: number, line: number) => at * columns + line },
  ] as const;
  /** Adds to the stretches on lines between two places that have something in common with a part of the line. */
  const add = (
    { along, across, costs, cell }: (typeof axes)[number],
    [lowLine, highLine]: readonly [number, number],
    [low, high]: readonly [number, number],
    cost: (length: number) => number,
  ): void => {
    for (let line = firstAbove(across, lowLine); (across[line] ?? Infinity) < highLine; line++)
      for (let at = Math.max(0, firstAbove(along, low) - 1); at + 1 < along.length; at++) {
        if ((along[at] ?? 0) >= high) break;
        const length = shared(along[at] ?? 0, along[at + 1] ?? 0, low, high);
        if (length > 0) costs[cell(at, line)] = (costs[cell(at, line)] ?? 0) + cost(length);
      }
  };
  const [byLevel, byUpright] = axes;
  return {
    level,
    upright,
    addInside({ x, y, w, h }, atAll, perPx) {
      const cost = (length: number): number => atAll + length * perPx;
      add(byLevel, [y, y + h], [x, x + w], cost);
      add(byUpright, [x, x + w], [y, y + h], cost);
    },
    addBorder({ x, y, w, h }, over, within, perPx) {
      const one = (): number => over;
      for (const side of [x, x + w]) {
        // The stretch that has the side within it, or begins there.
        add(byLevel, [y, y + h], [side, side + tiny], one);
        add(byUpright, [side - within, side + within], [y, y + h], (length) => length * perPx);
      }
      for (const side of [y, y + h]) {
        add(byUpright, [x, x + w], [side, side + tiny], one);
        add(byLevel, [side - within, side + within], [x, x + w], (length) => length * perPx);
      }
    },
  };
}

/** So little that no two grid lines are nearer. */
const tiny = 1e-6;

/** The index of the first value above a limit, of ascending ones. */
function firstAbove(values: readonly number[], limit: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
