/** Frames are copied with what stands in them, as they are moved with it. */
import { expect, test } from 'vitest';
import { arrow, box, sketch } from '../core/model/sketch';
import { testEditor, type TestEditor } from '../testing/testEditor';
import { deleteSelection } from './deleting';
import { copySelection, duplicateSelection, pasteText } from './copying';
import { viewOf } from './view';

/** A frame around one of two subnets; another, on the canvas, around a note. */
const drawn = (): TestEditor =>
  testEditor(
    sketch(
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16' },
        box('subnet', 'A', { cidr: '10.0.0.0/24' }, box('instance', 'Web'), box('instance', 'App')),
        box('subnet', 'B', { cidr: '10.0.1.0/24' }),
        box('frame', 'Tier'),
      ),
      box('frame', 'Team'),
      box('text-note', 'Note'),
      arrow('Web', 'App'),
    ),
    {
      Vpc: [0, 0, 720, 400],
      A: [40, 80, 320, 200],
      Web: [40, 64],
      App: [160, 64],
      B: [440, 80, 240, 200],
      Tier: [24, 48, 360, 256],
      Team: [1000, 0, 320, 200],
      Note: [1040, 64, 160, 64],
    },
  );
const apart = (canvas: TestEditor, inner: string, outer: string): { x: number; y: number } => {
  const [a, b] = [canvas.box(inner), canvas.box(outer)];
  return { x: a.x - b.x, y: a.y - b.y };
};

test('a duplicated frame holds copies of what stands in it, as they stand there, with their arrows', () => {
  const canvas = drawn();
  canvas.select('Tier');

  duplicateSelection(canvas.editor);

  expect(apart(canvas, 'A2', 'Tier2')).toEqual({ x: 16, y: 32 });
  expect(canvas.get('Web2').parentId).toBe(canvas.get('A2').id);
  expect(canvas.get('A2')).toMatchObject({ parentId: 'Vpc', props: { cidr: '10.0.2.0/24' } });
  expect(canvas.document.flows.size).toBe(2);
  expect([...canvas.document.resources.values()].filter(({ kind }) => kind === 'subnet')).toHaveLength(3);
});

test('a frame that is copied with something that stands in it copies that once', () => {
  const canvas = drawn();
  canvas.select('Team', 'Note');

  duplicateSelection(canvas.editor);

  expect([...canvas.document.resources.values()].filter(({ kind }) => kind === 'text-note')).toHaveLength(2);
});

test('frames one in the other, and at the same place, keep their distances', () => {
  const canvas = testEditor(
    sketch(box('frame', 'Outer'), box('frame', 'Inner'), box('frame', 'Same'), box('text-note', 'Note')),
    { Outer: [0, 0, 400, 300], Inner: [40, 48, 240, 200], Same: [40, 48, 240, 200], Note: [64, 96, 120, 64] },
  );
  canvas.select('Outer', 'Inner', 'Same');

  duplicateSelection(canvas.editor);

  expect(canvas.document.resources.size).toBe(8);
  expect(apart(canvas, 'Inner2', 'Outer2')).toEqual({ x: 40, y: 48 });
  expect(apart(canvas, 'Same2', 'Outer2')).toEqual({ x: 40, y: 48 });
});

test('a frame is pasted with what stands in it, by pointer and by keyboard', () => {
  for (const pointer of [{ x: 400, y: 180 }, null]) {
    const canvas = drawn();
    canvas.select('Tier');
    const text = copySelection(canvas.editor);
    viewOf(canvas.editor).pointer = pointer;

    pasteText(canvas.editor, text, false);

    expect(apart(canvas, 'A2', 'Tier2'), JSON.stringify(pointer)).toEqual({ x: 16, y: 32 });
    expect(canvas.get('App2').parentId).toBe(canvas.get('A2').id);
  }
});

test('a frame goes with what stands in it where both may stand, whatever is selected or under the pointer', () => {
  // In the other subnet a frame may stand, but no subnet.
  for (const pointer of [{ x: 560, y: 160 }, null]) {
    const canvas = drawn();
    canvas.select('Tier');
    const text = copySelection(canvas.editor);
    canvas.select('B');
    viewOf(canvas.editor).pointer = pointer;

    pasteText(canvas.editor, text, false);

    expect(canvas.get('Tier2').parentId, JSON.stringify(pointer)).toBe('Vpc');
    expect(canvas.get('A2').parentId).toBe('Vpc');
    expect(apart(canvas, 'A2', 'Tier2')).toEqual({ x: 16, y: 32 });
  }
});

test('a frame around a VPC is not pasted into a VPC', () => {
  const canvas = testEditor(sketch(box('vpc', 'Vpc', { cidr: '10.0.0.0/16' }), box('frame', 'Account')), {
    Vpc: [40, 80, 320, 200],
    Account: [0, 0, 400, 320],
  });
  canvas.select('Account');
  const text = copySelection(canvas.editor);
  canvas.select('Vpc');
  viewOf(canvas.editor).pointer = null;

  pasteText(canvas.editor, text, false);

  expect(canvas.get('Account2').parentId).toBeNull();
  expect(apart(canvas, 'Vpc2', 'Account2')).toEqual({ x: 40, y: 80 });
});

test('a frame and what stands in it go into a VPC where nothing else may hold both', () => {
  const canvas = drawn();
  canvas.select('Tier');
  const text = copySelection(canvas.editor);
  viewOf(canvas.editor).pointer = { x: 1150, y: 700 };

  pasteText(canvas.editor, text, false);

  expect(canvas.get('Tier2').parentId).toBe('Vpc');
  expect(apart(canvas, 'A2', 'Tier2')).toEqual({ x: 16, y: 32 });
});

test('a frame that is cut takes away what it brings back, and leaves what is locked', () => {
  const canvas = drawn();
  canvas.select('Team');

  canvas.run('cut');
  expect(() => canvas.get('Note')).toThrow();
  canvas.run('undo');
  canvas.select('Note');
  canvas.run('toggle-lock');
  canvas.select('Team');
  canvas.run('cut');

  expect(() => canvas.get('Team')).toThrow();
  expect(canvas.get('Note').locked).toBe(true);
});

test('a deleted frame leaves what stands in it', () => {
  const canvas = drawn();
  canvas.select('Team');

  deleteSelection(canvas.editor);

  expect(canvas.get('Note')).toBeDefined();
});
