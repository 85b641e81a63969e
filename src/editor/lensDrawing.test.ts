import { expect, test } from 'vitest';
import type { LensView } from '../core/lenses/lens';
import { box, sketch } from '../core/model/sketch';
import { verbatim } from '../lib/words';
import { testEditor } from '../testing/testEditor';
import { lensDrawing } from '../core/lenses/lensDrawing';
import { viewOf } from './view';

const editor = () =>
  testEditor(
    sketch(
      box(
        'vpc',
        'Vpc',
        {},
        box('subnet', 'A', {}, box('instance', 'One'), box('instance', 'Two'), box('instance', 'Three')),
        box('subnet', 'B', {}, box('instance', 'Four')),
      ),
    ),
    {
      Vpc: [0, 0, 900, 400],
      A: [20, 40, 500, 200],
      B: [560, 40, 260, 200],
      One: [20, 40],
      Two: [140, 40],
      Three: [260, 40],
      Four: [20, 40],
    },
  );

const view = (sets: LensView['sets'], links: LensView['links'] = []): LensView => ({
  lens: 'security',
  marks: new Map(),
  sets,
  links,
});

const drawing = (of: LensView) => lensDrawing(of, viewOf(editor().editor).boxes());

test('members that stand side by side are in one box, and those of another container in one of their own', () => {
  const { boxes } = drawing(view([{ id: 'Group', members: ['One', 'Two', 'Four'] }]));

  expect(boxes.map(({ rect }) => rect)).toEqual([
    { x: 34, y: 74, w: 228, h: 100 },
    { x: 574, y: 74, w: 108, h: 100 },
  ]);
});

test('no box is drawn around somebody who does not belong to it', () => {
  const { boxes } = drawing(view([{ id: 'Group', members: ['One', 'Three'] }]));

  expect(boxes.map(({ rect }) => rect.w)).toEqual([108, 108]);
});

test('two groups around the same resource are two boxes, one in the other', () => {
  const { boxes } = drawing(
    view([
      { id: 'Inner', members: ['One'] },
      { id: 'Outer', members: ['One'] },
    ]),
  );

  const [inner, outer] = boxes;
  expect((outer?.rect.w ?? 0) > (inner?.rect.w ?? 0)).toBe(true);
});

test('a line goes from border to border of the two boxes that are nearest to each other', () => {
  const { lines } = drawing(
    view(
      [
        { id: 'Left', members: ['One', 'Two', 'Three'] },
        { id: 'Right', members: ['Four'] },
      ],
      [
        { from: 'Left', to: 'Right', says: verbatim('TCP 443') },
        { from: 'Left', to: 'nobody', says: verbatim('TCP 1') },
      ],
    ),
  );

  expect(lines).toEqual([
    { key: 'Left Right', from: { x: 382, y: 124 }, to: { x: 574, y: 124 }, says: verbatim('TCP 443') },
  ]);
});
