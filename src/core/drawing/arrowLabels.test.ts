import { expect, test } from 'vitest';
import type { Point } from '../../lib/rect';
import { longestPiece } from '../layout/polyline';
import { labelsFor } from './arrowLabels';
import type { Arrow } from './arrows';

const nothing = { obstacles: () => [], titles: () => [] };

function arrow(id: string, points: readonly Point[]): Arrow {
  // What labels ask of an arrow: its line, its words and its cross.
  return {
    id,
    flow: { id, label: '', protocol: 'tcp', port: 443 },
    verdict: 'arrives',
    pieces: [{ from: 'A', to: 'B', bends: [], points }],
    cross: null,
    label: longestPiece(points).middle,
  } as unknown as Arrow;
}

test('the labels of two lines side by side stand on the far sides of these', () => {
  const left = arrow('left', [
    { x: 0, y: 0 },
    { x: 0, y: 300 },
  ]);
  const right = arrow('right', [
    { x: 10, y: 0 },
    { x: 10, y: 300 },
  ]);

  const labels = labelsFor([left, right], nothing);

  const half = 30;
  expect((labels.get('left')?.at.x ?? 0) + half).toBeLessThan(10);
  expect((labels.get('right')?.at.x ?? 0) - half).toBeGreaterThan(0);
});

test('a label stands aside where the line of another arrow crosses the middle of its own', () => {
  const level = arrow('level', [
    { x: 0, y: 0 },
    { x: 400, y: 0 },
  ]);
  const upright = arrow('upright', [
    { x: 200, y: -200 },
    { x: 200, y: 200 },
  ]);

  const { at } = labelsFor([level, upright], nothing).get('level') ?? { at: { x: 200, y: 0 } };

  expect(at.y).toBe(0);
  expect(Math.abs(at.x - 200)).toBeGreaterThan(30);
});
