import { expect, test } from 'vitest';
import { box, sketch } from '../core/model/sketch';
import { overlaps } from '../lib/rect';
import { testEditor, type TestEditor } from '../testing/testEditor';
import { startPlacing } from './place';

/** A row of three subnets with 16 px between, and a fourth far away below. */
const row = (): TestEditor =>
  testEditor(
    sketch(
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16' },
        ...['A', 'B', 'C', 'Far'].map((name) => box('subnet', name)),
      ),
    ),
    {
      Vpc: [0, 0, 900, 700],
      A: [16, 48, 240, 160],
      B: [272, 48, 240, 160],
      C: [528, 48, 240, 160],
      Far: [16, 480, 240, 160],
    },
  );

test('a subnet that is let go between two pushes those on one side along, keeps their distance, and leaves the others', () => {
  const canvas = row();
  const before = canvas.document;

  startPlacing(canvas.editor, 'subnet');
  canvas.release({ x: 400, y: 70 });

  const fresh = canvas.box('Subnet');
  expect(fresh.x).toBeLessThan(400);
  for (const name of ['A', 'B', 'C', 'Far']) expect(overlaps(fresh, canvas.box(name)), name).toBe(false);
  expect(canvas.box('A')).toMatchObject({ x: 16, y: 48 });
  expect(canvas.box('Far')).toMatchObject({ x: 16, y: 480 });
  canvas.editor.store.undo();
  expect(canvas.document).toEqual(before);
});

test('what is locked does not make room: the new one stands beside it', () => {
  const canvas = row();
  canvas.editor.store.commit('setLocked', { ids: ['B'], locked: true });

  startPlacing(canvas.editor, 'subnet');
  canvas.release({ x: 400, y: 90 });

  expect(canvas.box('B')).toMatchObject({ x: 272, y: 48 });
  expect(overlaps(canvas.box('Subnet'), canvas.box('B'))).toBe(false);
});

test('what is let go over the edge of a neighbour stands beside it, rather than have it go far', () => {
  const canvas = row();

  startPlacing(canvas.editor, 'availability-zone');
  canvas.release({ x: 640, y: 222 });

  const [fresh, above] = [canvas.box('Zone'), canvas.box('C')];
  expect(above).toMatchObject({ x: 528, y: 48 });
  expect(fresh.y).toBe(above.y + above.h + 16);
});

test('what is let go below its neighbour stays below it, and the container grows', () => {
  const canvas = row();

  startPlacing(canvas.editor, 'subnet');
  canvas.release({ x: 146, y: 675 });

  expect(canvas.box('Far')).toMatchObject({ x: 16, y: 480 });
  expect(canvas.box('Subnet').y).toBeGreaterThanOrEqual(640);
  expect(canvas.box('Vpc').h).toBeGreaterThan(700);
});

test('where nothing is in the way nothing moves', () => {
  const canvas = row();
  const places = ['A', 'B', 'C', 'Far'].map((name) => canvas.box(name));

  startPlacing(canvas.editor, 'subnet');
  canvas.release({ x: 600, y: 400 });

  expect(['A', 'B', 'C', 'Far'].map((name) => canvas.box(name))).toEqual(places);
});
