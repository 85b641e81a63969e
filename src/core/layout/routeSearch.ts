/**
 * The search behind the router: the cheapest right-angled line over a few upright and level grid lines, from one of several
 * ports to one of several others, by way of given points. A* with the direction as part of the state, so that bends cost.
 */
import type { Point } from '../../lib/rect';

export type Side = 'top' | 'right' | 'bottom' | 'left';

export interface Port {
  readonly side: Side;
  /** On the side of the rectangle. */
  readonly at: Point;
  /** A little before it, from where the line is free to bend. */
  readonly out: Point;
}

export interface Lines {
  /** Ascending, without repeats. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** By the cell (row by row) in which a stretch begins: to the next column, and to the next row. */
export interface StretchCosts {
  readonly level: Float64Array;
  readonly upright: Float64Array;
}

/** What a bend costs, in px of detour. */
const bendCost = 36;

/** Right, down, left, up. */
const stepX = [1, 0, -1, 0] as const;
const stepY = [0, 1, 0, -1] as const;
const outwards: Readonly<Record<Side, number>> = { right: 0, bottom: 1, left: 2, top: 3 };

/**
 * The points of the line with both ends, not yet simplified; empty when there is none, which cannot be while every port
 * and way point stands on the lines. `costs` says what each stretch costs with its length; `costOf` does for the stretches
 * between ports and their sides.
 */
export function cheapestLine(
  { xs, ys }: Lines,
  costs: StretchCosts,
  starts: readonly Port[],
  ends: readonly Port[],
  by: readonly Point[],
  costOf: (a: Point, b: Point) => number,
): Point[] {
  const [columns, rows] = [xs.length, ys.length];
  const column = new Map(xs.map((x, index) => [x, index]));
  const row = new Map(ys.map((y, index) => [y, index]));
  const cellOf = ({ x, y }: Point): number => (row.get(y) ?? 0) * columns + (column.get(x) ?? 0);
  const perStage = columns * rows * 4;
  const { best, before, startOf, queue } = scratchFor(perStage * (by.length + 1));
  const byCells = by.map(cellOf);
  const goals = ends.map((port) => ({
    cell: cellOf(port.out),
    way: (outwards[port.side] + 2) % 4,
    last: costOf(port.out, port.at),
  }));
  const left = guesses(ends, by);
  const guess = (cell: number, stage: number): number =>
    left(xs[cell % columns] ?? 0, ys[Math.floor(cell / columns)] ?? 0, stage);

  const reach = (
    cell: number,
    way: number,
    stage: number,
    cost: number,
    from: number,
    port: number,
  ): void => {
    // Passing a way point is free and leads to the next stage.
    const next = byCells[stage] === cell ? stage + 1 : stage;
    const state = next * perStage + cell * 4 + way;
    if (cost >= (best[state] ?? Infinity)) return;
    best[state] = cost;
    before[state] = from;
    startOf[state] = port;
    queue.push(state, cost + guess(cell, next), cost);
  };
  starts.forEach(({ side, at, out }, index) =>
    reach(cellOf(out), outwards[side], 0, costOf(at, out), -1, index),
  );

  let found: { readonly state: number; readonly total: number; readonly goal: number } | undefined;
  while (queue.pop()) {
    const { state, size, cost } = queue;
    if (found !== undefined && size >= found.total) break;
    if (cost > (best[state] ?? Infinity)) continue;
    const stage = Math.floor(state / perStage);
    const cell = Math.floor((state % perStage) / 4);
    const way = state % 4;
    if (stage === by.length)
      for (const [index, goal] of goals.entries()) {
        // A line never turns back on itself.
        if (goal.cell !== cell || way === (goal.way + 2) % 4) continue;
        const total = cost + (goal.way === way ? 0 : bendCost) + goal.last;
        if (found === undefined || total < found.total) found = { state, total, goal: index };
      }
    const [x, y] = [cell % columns, Math.floor(cell / columns)];
    for (let next = 0; next < 4; next++) {
      if (next === (way + 2) % 4) continue;
      const toX = x + (stepX[next] ?? 0);
      const toY = y + (stepY[next] ?? 0);
      if (toX < 0 || toY < 0 || toX >= columns || toY >= rows) continue;
      const to = toY * columns + toX;
      const stretch = (next % 2 === 0 ? costs.level : costs.upright)[Math.min(cell, to)] ?? 0;
      const step = stretch + (next === way ? 0 : bendCost);
      reach(to, next, stage, cost + step, state, startOf[state] ?? 0);
    }
  }
  if (found === undefined) return [];
  const points: Point[] = [];
  const end = ends[found.goal];
  if (end !== undefined) points.push(end.at);
  for (let state = found.state; state >= 0; state = before[state] ?? -1) {
    const cell = Math.floor((state % perStage) / 4);
    points.push({ x: xs[cell % columns] ?? 0, y: ys[Math.floor(cell / columns)] ?? 0 });
  }
  const start = starts[startOf[found.state] ?? 0];
  if (start !== undefined) points.push(start.at);
  return points.reverse();
}

/** What is left at least from a place: by the way points that are still to be passed to the rectangle around the ends. */
function guesses(
  ends: readonly Port[],
  by: readonly Point[],
): (x: number, y: number, stage: number) => number {
  const outs = ends.map(({ out }) => out);
  const [left, right] = [Math.min(...outs.map(({ x }) => x)), Math.max(...outs.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...outs.map(({ y }) => y)), Math.max(...outs.map(({ y }) => y))];
  const toEnds = ({ x, y }: Point): number =>
    Math.max(left - x, x - right, 0) + Math.max(top - y, y - bottom, 0);
  const rest: number[] = [];
  for (let index = by.length - 1; index >= 0; index--) {
    const [here, next] = [by[index], by[index + 1]];
    if (here === undefined) continue;
    rest[index] =
      next === undefined
        ? toEnds(here)
        : Math.abs(next.x - here.x) + Math.abs(next.y - here.y) + (rest[index + 1] ?? 0);
  }
  return (x, y, stage) => {
    const next = by[stage];
    if (next === undefined) return toEnds({ x, y });
    return Math.abs(next.x - x) + Math.abs(next.y - y) + (rest[stage] ?? 0);
  };
}

interface Scratch {
  readonly best: Float64Array;
  readonly before: Int32Array;
  readonly startOf: Int8Array;
  readonly queue: Heap;
}

let scratch: Scratch | undefined;

/**
 * Room for a search of so many states, empty. It is used again by the next search: of 5,000 resources and 1,000 arrows two
 * thirds of the time went into making and collecting it.
 */
function scratchFor(states: number): Scratch {
  if (scratch === undefined || scratch.best.length < states) {
    const size = Math.max(4096, 2 ** Math.ceil(Math.log2(states)));
    scratch = {
      best: new Float64Array(size),
      before: new Int32Array(size),
      startOf: new Int8Array(size),
      queue: createHeap(),
    };
  }
  scratch.best.fill(Infinity, 0, states);
  scratch.queue.clear();
  return scratch;
}

interface Heap {
  push(state: number, size: number, cost: number): void;
  /** Takes the smallest out, and of equal ones the first, so that results repeat; false when it is empty. */
  pop(): boolean;
  /** Of what was taken out last. */
  state: number;
  size: number;
  cost: number;
  clear(): void;
}

/** A binary heap in arrays of numbers: the search is hot. */
function createHeap(): Heap {
  const sizes: number[] = [];
  const numbers: number[] = [];
  const states: number[] = [];
  const costs: number[] = [];
  let length = 0;
  let count = 0;
  const isLess = (size: number, number: number, at: number): boolean => {
    const other = sizes[at] ?? 0;
    return size < other || (size === other && number < (numbers[at] ?? 0));
  };
  const set = (at: number, size: number, number: number, state: number, cost: number): void => {
    sizes[at] = size;
    numbers[at] = number;
    states[at] = state;
    costs[at] = cost;
  };
  const move = (to: number, from: number): void =>
    set(to, sizes[from] ?? 0, numbers[from] ?? 0, states[from] ?? 0, costs[from] ?? 0);
  const heap: Heap = {
    state: 0,
    size: 0,
    cost: 0,
    clear() {
      length = 0;
      count = 0;
    },
    push(state, size, cost) {
      const number = count++;
      let at = length++;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (!isLess(size, number, parent)) break;
        move(at, parent);
        at = parent;
      }
      set(at, size, number, state, cost);
    },
    pop() {
      if (length === 0) return false;
      heap.state = states[0] ?? 0;
      heap.size = sizes[0] ?? 0;
      heap.cost = costs[0] ?? 0;
      length--;
      if (length === 0) return true;
      const [size, number] = [sizes[length] ?? 0, numbers[length] ?? 0];
      const [state, cost] = [states[length] ?? 0, costs[length] ?? 0];
      let at = 0;
      for (;;) {
        const left = 2 * at + 1;
        if (left >= length) break;
        const right = left + 1;
        const least = right < length && isLess(sizes[right] ?? 0, numbers[right] ?? 0, left) ? right : left;
        if (isLess(size, number, least)) break;
        move(at, least);
        at = least;
      }
      set(at, size, number, state, cost);
      return true;
    },
  };
  return heap;
}
