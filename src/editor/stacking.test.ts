import { expect, test } from 'vitest';
import { catalog } from '../aws';
import { box, sketch } from '../core/model/sketch';
import type { Stacking } from '../core/layout/stacking';
import { readDiagram, writeDiagram } from '../core/store/diagramFile';
import { ran } from '../testing/ran';
import { testEditor, type TestEditor } from '../testing/testEditor';
import { hitOn } from './pointer';
import { restack } from './stacking';
import { viewOf } from './view';

/** Three notes on the canvas: A under B where they overlap, C apart; two VPCs that overlap, with an instance in the first. */
const drawing = (): TestEditor =>
  testEditor(
    sketch(
      box('text-note', 'A'),
      box('text-note', 'B'),
      box('text-note', 'C'),
      box('vpc', 'One', {}, box('subnet', 'Sub')),
      box('vpc', 'Two'),
    ),
    {
      A: [0, 0, 200, 100],
      B: [100, 50, 200, 100],
      C: [600, 0, 200, 100],
      One: [0, 300, 400, 300],
      Two: [200, 400, 400, 300],
      Sub: [20, 60, 100, 60],
    },
  );

const order = (canvas: TestEditor, way: Stacking, ...names: readonly string[]): void => {
  canvas.select(...names);
  restack(canvas.editor, { en: 'Order', ja: '重なり順' }, way);
};
const drawn = (canvas: TestEditor): string =>
  [...viewOf(canvas.editor).boxes().values()]
    .map(({ resource }) => resource.name)
    .filter((name) => name.length === 1)
    .join('');
const notice = (canvas: TestEditor): string => canvas.editor.session.getState().notice?.en ?? '';

test('a note brought forward is drawn after the one that it overlaps, and takes the click', () => {
  const canvas = drawing();
  const inBoth = { x: 150, y: 75 };
  expect(hitOn(canvas.editor, inBoth)).toEqual({ on: 'resource', id: canvas.get('B').id });

  order(canvas, 'forward', 'A');

  expect(drawn(canvas)).toBe('BAC');
  expect(hitOn(canvas.editor, inBoth)).toEqual({ on: 'resource', id: canvas.get('A').id });
  expect(canvas.said).toBe('A brought forward');
});

test('the order of drawing is not that of the template and of Tab', () => {
  const canvas = drawing();
  const before = canvas.get('A').order;

  order(canvas, 'front', 'A');
  canvas.select();
  canvas.run('select-next');

  expect(canvas.get('A').order).toBe(before);
  expect(canvas.selectedNames).toEqual(['A']);
});

test('each is one step, saved with the diagram', () => {
  const canvas = drawing();
  const before = canvas.document;

  order(canvas, 'back', 'B');
  const read = readDiagram(catalog, writeDiagram(catalog, canvas.document));
  if ('failure' in read) throw new Error(read.failure.message.en);

  expect(drawn(canvas)).toBe('BAC');
  expect(read.document.resources).toEqual(canvas.document.resources);
  canvas.editor.store.undo();
  expect(canvas.document).toEqual(before);
});

test('it is said where nothing overlaps, and where it is in front or behind already', () => {
  const canvas = drawing();
  const before = canvas.document;

  order(canvas, 'front', 'C');
  expect(notice(canvas)).toBe('Nothing beside C overlaps it: the order changes nothing');
  order(canvas, 'forward', 'B');
  expect(notice(canvas)).toBe('B is in front of all it overlaps');
  order(canvas, 'back', 'A');
  expect(notice(canvas)).toBe('A is behind all it overlaps');

  expect(canvas.document).toBe(before);
});

test('what overlaps something of another sort only is told which sorts lie over which', () => {
  const canvas = testEditor(sketch(box('text-note', 'A'), box('image', 'Photo')), {
    A: [0, 0, 200, 100],
    Photo: [100, 50, 200, 100],
  });

  order(canvas, 'front', 'Photo');

  expect(notice(canvas)).toMatch(/^Photo overlaps nothing of its own sort\. Numbers always lie over/);
});

test('a box that was brought forward takes the click and the drop where it overlaps another', () => {
  const canvas = drawing();
  const inBoth = { x: 300, y: 550 };
  expect(hitOn(canvas.editor, inBoth)).toEqual({ on: 'body', id: canvas.get('Two').id });

  order(canvas, 'forward', 'One');
  expect(hitOn(canvas.editor, inBoth)).toEqual({ on: 'body', id: canvas.get('One').id });
  canvas.drag({ x: 40, y: 376 }, { x: 300, y: 550 });

  expect(canvas.get('Sub').parentId).toBe(canvas.get('One').id);
});

test('several keep their order among themselves', () => {
  const canvas = testEditor(
    sketch(box('text-note', 'A'), box('text-note', 'B'), box('text-note', 'C'), box('text-note', 'D')),
    { A: [0, 0, 200, 90], B: [10, 0, 200, 90], C: [20, 0, 200, 90], D: [30, 0, 200, 90] },
  );

  order(canvas, 'front', 'A', 'B');
  expect(drawn(canvas)).toBe('CDAB');
  order(canvas, 'back', 'A', 'B');
  expect(drawn(canvas)).toBe('ABCD');
  order(canvas, 'forward', 'A', 'B');
  expect(drawn(canvas)).toBe('CABD');
  order(canvas, 'backward', 'A', 'B');

  expect(drawn(canvas)).toBe('ABCD');
});

test('what is locked keeps its order, and says so', () => {
  const canvas = drawing();
  canvas.select('A');
  canvas.run('toggle-lock');

  order(canvas, 'front', 'A');

  expect(drawn(canvas)).toBe('ABC');
  expect(notice(canvas)).toMatch(/^Locked: A;/);
});

test('the action brings forward what is selected', async () => {
  const canvas = drawing();
  canvas.select('A');

  await ran(canvas, 'bring-forward');

  expect(drawn(canvas)).toBe('BAC');
});

test('a key of drawing that is none is left out and reported', () => {
  const canvas = drawing();
  const text = writeDiagram(catalog, canvas.document).replace('"name": "A"', '"name": "A", "zOrder": "<"');

  const read = readDiagram(catalog, text);

  if ('failure' in read) throw new Error(read.failure.message.en);
  expect(read.document.resources.get('A')).not.toHaveProperty('zOrder');
  expect(read.problems.map(({ path }) => path)).toEqual(['resources.A.zOrder']);
});
