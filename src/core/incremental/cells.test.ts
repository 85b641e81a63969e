import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsBy, followAll, Graph, Watch, type Cell } from './cells';

describe('a cell', () => {
  test('is worked out again when something that it has read has changed, and only then', () => {
    const { graph, give, number } = numbers([1, 2]);
    let runs = 0;
    const first = graph.cell(() => (runs++, number(0)));
    first.get();

    give(1, 5);
    expect([first.get(), runs]).toEqual([1, 1]);
    give(0, 7);
    expect([first.get(), runs]).toEqual([7, 2]);
  });

  test('that comes out as before leaves those alone who have read it', () => {
    const { graph, give, number } = numbers([1]);
    let runs = 0;
    const isOdd = graph.cell(() => number(0) % 2 === 1);
    const told = graph.cell(() => (runs++, isOdd.get() ? 'odd' : 'even'));
    told.get();

    give(0, 3);
    expect([told.get(), runs]).toEqual(['odd', 1]);
    give(0, 4);
    expect([told.get(), runs]).toEqual(['even', 2]);
  });

  test('does not hang on what it no longer reads', () => {
    const { graph, give, number } = numbers([0, 1, 2]);
    let runs = 0;
    const chosen = graph.cell(() => (runs++, number(0) === 0 ? number(1) : number(2)));
    chosen.get();
    give(0, 1);
    chosen.get();

    give(1, 9);

    expect([chosen.get(), runs]).toEqual([2, 2]);
  });

  test('throws what its function throws, and recovers', () => {
    const { graph, give, number } = numbers([0]);
    const inverse = graph.cell(() => {
      if (number(0) === 0) throw new Error('nothing to divide by');
      return 1 / number(0);
    });

    expect(() => inverse.get()).toThrow('nothing to divide by');
    give(0, 2);
    expect(inverse.get()).toBe(0.5);
  });

  test('that reads itself is a programmer’s error', () => {
    const graph = new Graph();
    const self: Cell<number> = graph.cell(() => self.get());

    expect(() => self.get()).toThrow('may not read itself');
  });
});

test('a watch tells what cells say when they say something else, and of keys that come and go', () => {
  const { graph, give, number } = numbers([1, 2, 3]);
  const watch = new Watch(graph);
  const told: unknown[] = [];
  const keys = graph.cell(() => Array.from({ length: number(0) }, (_, index) => index + 1), sameText);
  const doubled = cellsBy(graph, (key: number) => 2 * number(key));
  followAll(watch, keys, doubled, (key, value) => told.push([key, value]));
  watch.settle();

  give(1, 5);
  watch.settle();
  give(0, 2);
  watch.settle();
  give(0, 1);
  watch.settle();

  expect(told).toEqual([
    [1, 4],
    [1, 10],
    [2, 6],
    [2, undefined],
  ]);
});

/** Layers of cells, each of which reads some of the layer below, or others where one of these is odd; some are early. */
const layers = fc.array(
  fc.array(
    fc.record({
      reads: fc.array(fc.nat({ max: 7 }), { minLength: 1, maxLength: 4 }),
      make: fc.constantFrom('cell' as const, 'earlyCell' as const, 'secondEarlyCell' as const),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  { minLength: 1, maxLength: 4 },
);

test('however cells hang together, they say what they would say if all were worked out anew', () => {
  const changes = fc.array(fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 9 })), { maxLength: 3 }));
  fc.assert(
    fc.property(layers, changes, (shape, rounds) => {
      const { graph, give, given, number } = numbers([1, 2, 3, 4]);
      const watch = new Watch(graph);
      let below: readonly (() => number)[] = [0, 1, 2, 3].map((index) => () => number(index));
      let plain: readonly (() => number)[] = [0, 1, 2, 3].map((index) => () => given(index));
      const cells: Cell<number>[] = [];
      for (const layer of shape) {
        const [lower, lowerPlain] = [below, plain];
        plain = layer.map(
          ({ reads }) =>
            () =>
              combined(reads, lowerPlain),
        );
        below = layer.map(({ reads, make }) => {
          const cell = graph[make](() => combined(reads, lower));
          cells.push(cell);
          watch.start(cell, () => undefined);
          return () => cell.get();
        });
      }
      watch.settle();
      for (const round of rounds) {
        for (const [index, value] of round) give(index, value);
        watch.settle();
        expect(below.map((read) => read())).toEqual(plain.map((read) => read()));
      }
    }),
    { numRuns: 300 },
  );
});

function combined(reads: readonly number[], from: readonly (() => number)[]): number {
  let sum = 0;
  for (const index of reads) {
    const value = from[index % from.length]?.() ?? 0;
    sum = (sum + value) % 5;
    if (value % 2 === 1) break;
  }
  return sum;
}

function sameText(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Numbers that can be read in cells, and given anew. */
function numbers(first: readonly number[]) {
  const graph = new Graph();
  const values = [...first];
  const sources = values.map(() => graph.source());
  const given = (index: number): number => values[index] ?? 0;
  return {
    graph,
    given,
    number(index: number): number {
      sources[index]?.read();
      return given(index);
    },
    give(index: number, value: number): void {
      values[index] = value;
      sources[index]?.changed();
    },
  };
}
