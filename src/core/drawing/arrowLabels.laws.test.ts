/** A law of the labels of arrows: set again after a change they stand where they would stand if all were set at once. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexOf } from '../../lib/rectIndex';
import type { Point, Rect } from '../../lib/rect';
import { finished } from '../../lib/steps';
import { longestPiece } from '../layout/polyline';
import { createLabels, labelsFor } from './arrowLabels';
import type { Arrow } from './arrows';

/** Few places, so that lines run over one another and labels vie for room. */
const place = fc.record({ x: fc.nat(6), y: fc.nat(6) }).map(({ x, y }): Point => ({ x: x * 60, y: y * 40 }));

interface Given {
  readonly from: Point;
  readonly to: Point;
  readonly name: string;
  readonly isBlocked: boolean;
}

const line: fc.Arbitrary<Given> = fc.record({
  from: place,
  to: place,
  name: fc.constantFrom('', 'web', 'a longer label'),
  isBlocked: fc.boolean(),
});

/** Of each of ten arrows: its line, or none; and which of these are others a stage later. */
const lines = fc.array(fc.option(line, { freq: 8 }), { minLength: 10, maxLength: 10 });
const changes = fc.array(fc.tuple(fc.nat(9), fc.option(line)), { maxLength: 2 });
const icons = fc.array(
  place.map(({ x, y }): Rect => ({ x: x + 10, y: y + 10, w: 48, h: 48 })),
  {
    maxLength: 5,
  },
);

function arrowOf({ from, to, name, isBlocked }: Given, number: number): Arrow {
  const points = [from, { x: to.x, y: from.y }, to];
  const id = `flow${number}`;
  const ends = { id, from: 'A', to: 'B', order: id, protocol: 'tcp', port: 443, label: name } as const;
  return {
    id,
    flow: { ...ends, note: '' } as unknown as Arrow['flow'],
    verdict: isBlocked ? 'blocked' : 'delivered',
    pieces: [{ from: 'A', to: 'B', bends: [], points }],
    reached: [points],
    beyond: [],
    shown: { reached: [points], beyond: [] },
    cross: isBlocked ? to : null,
    label: longestPiece(points).middle,
    labelFits: true,
  } as Arrow;
}

test('labels that are set again beside what changed stand as if all were set anew', () => {
  fc.assert(
    fc.property(
      lines,
      fc.array(fc.tuple(changes, icons), { minLength: 2, maxLength: 5 }),
      (first, stages) => {
        const given = [...first];
        let standing: readonly Rect[] = [];
        const ground = {
          obstacles: (region: Rect) => indexOf(standing)(region),
          titles: () => [],
        };
        const labels = createLabels(ground);
        const known = new Map<string, Arrow>();
        for (const [others, rects] of stages) {
          for (const [number, other] of others) given[number] = other;
          const kept = standing.filter((each) => rects.some(({ x, y }) => x === each.x && y === each.y));
          const come = rects.filter(({ x, y }) => !standing.some((each) => each.x === x && each.y === y));
          const gone = standing.filter((each) => !kept.includes(each));
          standing = [...kept, ...come];
          const arrows = given.flatMap((each, number): Arrow[] => {
            if (each === null) return [];
            const key = JSON.stringify([each, number]);
            const arrow = known.get(key) ?? arrowOf(each, number);
            known.set(key, arrow);
            return [arrow];
          });

          expect(finished(labels(arrows, [...gone, ...come]))).toEqual(labelsFor(arrows, ground));
        }
      },
    ),
    { numRuns: 300 },
  );
});
