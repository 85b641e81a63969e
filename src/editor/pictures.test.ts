/** Drawing, moving, resizing and grouping what says something to people alone. */
import { expect, test, vi } from 'vitest';
import { catalog } from '../aws';
import type { KindName } from '../core/model/kinds';
import { valuesOf } from '../core/model/queries';
import { box, sketch } from '../core/model/sketch';
import { testEditor } from '../testing/testEditor';
import { groupSelection, renumber, ungroupSelection } from './grouping';
import { startPlacing, stopPlacing } from './place';
import { placeByKeyboard } from './placeByKeyboard';
import { hitOn } from './pointer';

/** Two subnets side by side in a VPC, a note beside it. */
const drawn = () =>
  testEditor(
    sketch(
      box('vpc', 'Vpc', {}, box('subnet', 'A', {}, box('instance', 'Web')), box('subnet', 'B')),
      box('text-note', 'Note'),
    ),
    {
      Vpc: [0, 0, 640, 320],
      A: [40, 60, 240, 200],
      B: [320, 60, 240, 200],
      Web: [64, 64],
      Note: [800, 400, 160, 64],
    },
  );

const props = (editor: ReturnType<typeof drawn>, name: string) => valuesOf(editor.get(name));

test('a frame drawn around two subnets stands in their VPC, and goes where that goes', () => {
  const editor = drawn();

  editor.run('add-frame');
  editor.drag({ x: 24, y: 48 }, { x: 600, y: 280 });

  expect(editor.get('Frame')).toMatchObject({ parentId: 'Vpc', x: 24, y: 48, w: 576, h: 232 });
  expect(editor.get('A').parentId).toBe('Vpc');
});

test('a frame that reaches beyond the VPC stands on the canvas, and pushes nothing aside', () => {
  const editor = drawn();

  editor.run('add-frame');
  editor.drag({ x: -40, y: -40 }, { x: 720, y: 360 });

  expect(editor.get('Frame')).toMatchObject({ parentId: null, w: 760, h: 400 });
  expect(editor.box('Vpc')).toMatchObject({ x: 0, y: 0, w: 640, h: 320 });
});

test('a dragged frame takes along what stands in it, with Ctrl it goes alone [gesture frame-alone]', () => {
  const editor = drawn();
  editor.run('add-frame');
  editor.drag({ x: -40, y: -40 }, { x: 720, y: 360 });

  editor.drag({ x: 300, y: -30 }, { x: 300, y: 70 });
  expect(editor.box('Vpc')).toMatchObject({ x: 0, y: expect.closeTo(100, -1) as number });
  expect(editor.box('Note')).toMatchObject({ x: 800, y: 400 });
  const { x, y } = editor.box('Vpc');
  const frame = editor.box('Frame');
  editor.drag({ x: 300, y: frame.y + 10 }, { x: 400, y: frame.y + 10 }, { mod: true });

  expect(editor.box('Vpc')).toMatchObject({ x, y });
  expect(editor.box('Frame').x).toBe(frame.x + 100);
});

test('what stands in a frame can be pressed through it; its border and title are its own', () => {
  const editor = drawn();
  editor.run('add-frame');
  editor.drag({ x: -40, y: -40 }, { x: 720, y: 360 });
  const hit = (x: number, y: number) => hitOn(editor.editor, { x, y });

  expect(hit(104 + 48, 124 + 24)).toEqual({ on: 'resource', id: 'Web' });
  expect(hit(450, 200)).toMatchObject({ on: 'body', id: 'B' });
  expect(hit(-20, 200)).toEqual({ on: 'canvas' });
  expect(hit(-40, 200)).toEqual({ on: 'frame', id: editor.get('Frame').id });
});

test('a plain arrow is drawn from one point to the other, whichever way it runs', () => {
  const editor = drawn();

  editor.run('add-line');
  editor.drag({ x: 800, y: 200 }, { x: 704, y: 296 });

  expect(editor.get('Line')).toMatchObject({ parentId: null, x: 704, y: 200, w: 96, h: 96 });
  expect(props(editor, 'Line')['from']).toBe('ne');
  expect(editor.document.flows.size).toBe(0);
  const hit = (x: number, y: number) => hitOn(editor.editor, { x, y });
  expect(hit(752, 248)).toMatchObject({ on: 'resource' });
  expect(hit(712, 208)).toEqual({ on: 'canvas' });
});

test('with Shift a plain arrow keeps to the axis', () => {
  const editor = drawn();

  editor.run('add-line');
  editor.drag({ x: 800, y: 200 }, { x: 960, y: 232 }, { shift: true });

  expect(editor.get('Line')).toMatchObject({ w: 160, h: 0 });
});

test('an end of an arrow is dragged past the other, and the arrow turns', () => {
  const editor = drawn();
  editor.run('add-line');
  editor.drag({ x: 800, y: 200 }, { x: 960, y: 280 });
  const { id } = editor.get('Line');

  editor.drag({ x: 960, y: 280 }, { x: 720, y: 120 }, {}, { part: 'handle', id, handle: 'se' });

  expect(editor.get('Line')).toMatchObject({ x: 720, y: 120, w: 80, h: 80 });
  expect(props(editor, 'Line')['from']).toBe('se');
  editor.editor.store.undo();
  expect(editor.get('Line')).toMatchObject({ x: 800, y: 200, w: 160, h: 80 });
  expect(props(editor, 'Line')['from']).toBe('nw');
});

test('a frame that is made larger than its VPC leaves that, and the VPC does not grow', () => {
  const editor = drawn();
  editor.run('add-frame');
  editor.drag({ x: 24, y: 48 }, { x: 600, y: 280 });
  const { id } = editor.get('Frame');

  editor.drag({ x: 600, y: 280 }, { x: 720, y: 400 }, {}, { part: 'handle', id, handle: 'se' });

  expect(editor.get('Frame')).toMatchObject({ parentId: null, w: 696, h: 352 });
  expect(editor.get('Vpc')).toMatchObject({ w: 640, h: 320 });
});

test('numbers count on, and are numbered anew from top left to bottom right', () => {
  const editor = drawn();
  for (const [x, y] of [
    [900, 120],
    [700, 124],
    [700, 40],
  ] as const) {
    editor.run('add-call-out');
    editor.click({ x, y });
  }
  expect(['CallOut', 'CallOut2', 'CallOut3'].map((name) => props(editor, name)['number'])).toEqual([1, 2, 3]);

  renumber(editor.editor);

  expect(['CallOut', 'CallOut2', 'CallOut3'].map((name) => props(editor, name)['number'])).toEqual([3, 2, 1]);
  editor.editor.store.undo();
  expect(props(editor, 'CallOut3')['number']).toBe(3);
});

test('a number stands where it was put, also on what is there', () => {
  const editor = drawn();
  const { x, y } = editor.box('Web');

  editor.run('add-call-out');
  editor.click({ x: x + 48, y: y + 24 });

  const number = editor.box('CallOut');
  expect([number.x + 14, number.y + 14]).toEqual([expect.closeTo(x + 48, -1), expect.closeTo(y + 24, -1)]);
  expect(editor.get('CallOut').parentId).toBe('A');
});

test('a group is selected and moved as one, and a copy of it is a group of its own', async () => {
  const editor = drawn();
  editor.run('add-call-out');
  editor.click({ x: 900, y: 200 });
  const ids = [editor.get('Note').id, editor.get('CallOut').id];
  editor.editor.session.setState({ selection: new Set([...ids, editor.get('Vpc').id]) });

  editor.run('group-selection');
  await vi.waitFor(() => expect(editor.get('Note').group).toBeDefined(), 20_000);
  expect(editor.get('Vpc').group).toBeUndefined();
  editor.click({ x: 1200, y: 700 });
  editor.drag({ x: 850, y: 440 }, { x: 850, y: 520 });

  expect(editor.selectedNames.toSorted()).toEqual(['CallOut', 'Note']);
  expect(editor.box('Note').y).toBe(480);
  expect(editor.box('CallOut').y).toBeGreaterThan(250);
  editor.run('duplicate');
  const groups = new Set([...editor.document.resources.values()].map(({ group }) => group));
  expect(groups.size).toBe(3);
});

test('Ctrl takes one out of its group, and ungrouping takes all of it apart [gesture one-of-group]', () => {
  const editor = drawn();
  editor.run('add-call-out');
  editor.click({ x: 900, y: 200 });
  const ids = new Set([editor.get('Note').id, editor.get('CallOut').id]);
  editor.editor.session.setState({ selection: ids });
  groupSelection(editor.editor);
  editor.click({ x: 1200, y: 700 });

  editor.click({ x: 850, y: 440 }, { mod: true });
  expect(editor.selectedNames).toEqual(['Note']);
  ungroupSelection(editor.editor);

  expect([editor.get('Note').group, editor.get('CallOut').group]).toEqual([undefined, undefined]);
});

const sorts = [...catalog.kinds.values()]
  .filter(({ isAnnotation }) => isAnnotation === true)
  .flatMap(({ kind, label, presets = [] }) =>
    [undefined, ...presets].map((preset) => ({ kind, preset, called: (preset?.label ?? label).en })),
  );

test.each(sorts)(
  '$called is placed, copied, deleted and undone like a resource, and leaves no other trace',
  (sort) => {
    const { editor, document: before, run } = drawn();
    const { store, session } = editor;
    const held = () => [...store.document.resources.values()].filter(({ kind }) => kind === sort.kind).length;
    const atFirst = held();

    startPlacing(editor, sort.kind as KindName, sort.preset); // a kind of the catalog has a kind's name
    const id = placeByKeyboard(editor, sort.kind as KindName);
    stopPlacing(editor);
    session.setState({ editing: null });
    const placed = store.document;
    run('duplicate');
    expect([id === undefined, held()]).toEqual([false, atFirst + 2]);
    run('delete-selection');
    expect(held()).toBe(atFirst + 1);

    store.undo();
    store.undo();
    expect(store.document).toEqual(placed);
    store.undo();
    expect(store.document).toEqual(before);
  },
);

test('Tidy moves no picture that lies over the design', () => {
  const editor = drawn();
  editor.run('add-frame');
  editor.drag({ x: -40, y: -40 }, { x: 720, y: 360 });
  const before = editor.box('Frame');
  editor.click({ x: 1200, y: 700 });

  editor.run('tidy');

  expect(editor.box('Frame')).toMatchObject({ x: before.x, y: before.y, w: before.w, h: before.h });
});
