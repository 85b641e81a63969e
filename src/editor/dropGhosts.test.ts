import { expect, test } from 'vitest';
import { box, sketch } from '../core/model/sketch';
import { testEditor, type Keys, type TestEditor } from '../testing/testEditor';
import type { Point } from '../core/model/document';
import { dropGhosts, type DropGhost } from './dropGhosts';
import { startPlacing } from './place';

/** Three subnets in a row, and two VPCs beside them. */
const row = (): TestEditor =>
  testEditor(
    sketch(
      box('vpc', 'Vpc', { cidr: '10.0.0.0/16' }, ...['A', 'B', 'C'].map((name) => box('subnet', name))),
      box('vpc', 'Other', { cidr: '10.1.0.0/16' }),
      box('vpc', 'Empty', { cidr: '10.2.0.0/16' }),
    ),
    {
      Vpc: [0, 0, 784, 224],
      A: [16, 48, 240, 160],
      B: [272, 48, 240, 160],
      C: [528, 48, 240, 160],
      Other: [800, 0, 240, 160],
      Empty: [0, 400, 784, 400],
    },
  );

const ghostsNow = (canvas: TestEditor): readonly DropGhost[] => {
  const { gesture } = canvas.editor.session.getState();
  if (gesture?.doing !== 'moving' && gesture?.doing !== 'placing') throw new Error('nothing is dragged');
  return dropGhosts(canvas.editor, gesture);
};

/** The ghosts while `to` is pointed at, and what they promise against what then is so. */
function promisedAndKept(canvas: TestEditor, to: Point, keys?: Keys): readonly string[] {
  const before = new Map([...canvas.document.resources.values()].map(({ name }) => [name, canvas.box(name)]));
  const ghosts = ghostsNow(canvas);
  canvas.release(to, keys);
  for (const { name, rect } of ghosts) expect(canvas.box(name), name).toMatchObject(rect);
  // Whatever has moved or grown of its own was promised; what stands in it has gone along.
  const promised = ghosts.map(({ name }) => name);
  for (const [name, { w, h }] of before) {
    const now = canvas.box(name);
    if (now.w !== w || now.h !== h) expect(promised).toContain(name);
  }
  return promised;
}

test('a new subnet over a row shows which neighbours would go aside, and how far the boxes would grow', () => {
  const canvas = row();

  startPlacing(canvas.editor, 'subnet');
  canvas.move({ x: 400, y: 110 });
  const grown = ghostsNow(canvas).filter(({ grows }) => grows);
  const promised = promisedAndKept(canvas, { x: 400, y: 110 });

  expect(grown.map(({ name }) => name)).toEqual(['Vpc']);
  expect([...promised].sort()).toEqual(['B', 'C', 'Empty', 'Vpc']);
});

test('a subnet that is dragged over a VPC too small for it shows how that would grow, and not where there is room', () => {
  const canvas = row();
  const grip = canvas.grip('C');

  canvas.press(grip);
  canvas.move({ x: grip.x + 8, y: grip.y + 8 });
  const atHome = ghostsNow(canvas);
  canvas.move({ x: 900, y: 100 });
  const grown = ghostsNow(canvas).map(({ name, grows }) => ({ name, grows }));
  const promised = promisedAndKept(canvas, { x: 900, y: 100 });

  expect(atHome).toEqual([]);
  expect(grown).toEqual([{ name: 'Other', grows: true }]);
  expect(promised).toEqual(['Other']);
});

test('a copy shows what it would push, as a new resource does', () => {
  const canvas = row();
  const grip = canvas.grip('C');

  canvas.press(grip);
  canvas.move({ x: grip.x - 8, y: grip.y }, { alt: true });
  canvas.move({ x: grip.x - 128, y: grip.y }, { alt: true });
  const promised = promisedAndKept(canvas, { x: grip.x - 128, y: grip.y }, { alt: true });

  expect(promised).toContain('C');
});

test('where nothing is in the way, and where a drop is refused or held by a lock, there are no ghosts', () => {
  const canvas = row();

  startPlacing(canvas.editor, 'subnet');
  canvas.move({ x: 400, y: 600 });
  const free = ghostsNow(canvas);
  canvas.move({ x: 1200, y: 600 });
  const refused = ghostsNow(canvas);
  canvas.editor.store.commit('setLocked', {
    ids: [canvas.get('Vpc').id],
    locked: true,
  });
  canvas.move({ x: 400, y: 110 });
  const held = ghostsNow(canvas);

  expect(free).toEqual([]);
  expect(refused).toEqual([]);
  expect(held).toEqual([]);
});
