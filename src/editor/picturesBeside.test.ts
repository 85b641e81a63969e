/** Pictures beside everything else that the editor does: locks, the order of drawing, snapping, Tidy, arrows, chips, the outline. */
import { beforeAll, expect, test } from 'vitest';
import { catalog } from '../aws';
import { tidyInPlace } from '../core/layout/tidyInPlace';
import type { KindName } from '../core/model/kinds';
import { arrow, box, sketch } from '../core/model/sketch';
import { testEditor, type TestEditor } from '../testing/testEditor';
import { contentsOf } from './levelOfDetail';
import { loadSnapping } from './loadedSnapping';
import { detailsIn } from './outline/details';
import { outlineRows } from './outline/rows';
import { placeAt } from './place';
import { hitOn } from './pointer';
import { restack } from './stacking';
import { viewOf } from './view';

beforeAll(loadSnapping);

/** Two instances in a subnet with an arrow between, two images that overlap, a frame around one of these and a note. */
const drawing = (): TestEditor =>
  testEditor(
    sketch(
      box('vpc', 'Vpc', {}, box('subnet', 'A', {}, box('instance', 'Web'), box('instance', 'App'))),
      box('image', 'Logo'),
      box('image', 'Plan'),
      box('frame', 'Team'),
      box('text-note', 'Note'),
      arrow('Web', 'App'),
    ),
    {
      Vpc: [0, 0, 640, 320],
      A: [40, 60, 560, 200],
      Web: [40, 64],
      App: [400, 64],
      Logo: [800, 0, 160, 120],
      Plan: [880, 40, 160, 120],
      Team: [760, 304, 400, 296],
      Note: [800, 400, 160, 64],
    },
  );

const lock = (canvas: TestEditor, ...names: readonly string[]): void => {
  canvas.select(...names);
  canvas.run('toggle-lock');
};
const notice = ({ editor }: TestEditor): string => editor.session.getState().notice?.en ?? '';
const onTitle = { x: 780, y: 310 };

test('a locked frame stays where it is, with all in it, and says why', () => {
  const canvas = drawing();
  lock(canvas, 'Team');
  const before = canvas.document;

  canvas.drag(onTitle, { x: 860, y: 390 });
  canvas.run('nudge-right');

  expect(canvas.document.resources).toBe(before.resources);
  expect(notice(canvas)).toMatch(/^Locked: Team; unlock with/);
});

test('a frame that moves leaves what is locked in it, and takes the rest', () => {
  const canvas = drawing();
  canvas.drag(canvas.grip('Logo'), { x: 1080, y: 500 });
  lock(canvas, 'Note');
  const [note, logo] = [canvas.box('Note'), canvas.box('Logo')];

  canvas.drag(onTitle, { x: onTitle.x, y: onTitle.y + 80 });

  expect(canvas.box('Team')).toMatchObject({ x: 760, y: 384 });
  expect(canvas.box('Note')).toEqual(note);
  expect(canvas.box('Logo')).toMatchObject({ x: logo.x, y: logo.y + 80 });
});

test('keys move a frame as the pointer does, with what stands in it', () => {
  const canvas = drawing();
  canvas.select('Team');

  canvas.run('nudge-right-far');

  expect([canvas.box('Team').x, canvas.box('Note').x, canvas.box('Logo').x]).toEqual([840, 880, 800]);
});

test('an image sent to the back lies under the one that it overlaps; a frame is on no level with images', () => {
  const canvas = drawing();
  const inBoth = { x: 920, y: 80 };
  expect(hitOn(canvas.editor, inBoth)).toMatchObject({ id: canvas.get('Plan').id });

  canvas.select('Plan');
  restack(canvas.editor, { en: 'Order', ja: '重なり順' }, 'back');
  expect(hitOn(canvas.editor, inBoth)).toMatchObject({ id: canvas.get('Logo').id });
  canvas.editor.store.commit('placeResources', { places: { Team: { x: 820, y: 20 } } });
  canvas.select('Team');
  restack(canvas.editor, { en: 'Order', ja: '重なり順' }, 'front');

  expect(notice(canvas)).toMatch(/^Team overlaps nothing of its own sort\. Numbers always lie over/);
});

test('an image that is dragged comes to rest at the edge of what stands beside it', () => {
  const canvas = drawing();
  canvas.editor.session.setState({ snapsToObjects: true });
  canvas.editor.store.commit('placeResources', { places: { Note: { x: 803 } } });

  canvas.drag(canvas.grip('Logo'), { x: canvas.grip('Logo').x + 5, y: canvas.grip('Logo').y + 190 });

  expect(canvas.box('Logo').x).toBe(803);
});

test('arrows mind no frame, image, plain line or number that lies in their way', () => {
  const canvas = drawing();
  const points = () =>
    viewOf(canvas.editor)
      .arrows()
      .flows[0]?.pieces.map((piece) => piece.points);
  const before = points();
  const { x, y } = canvas.box('Web');

  for (const kind of ['image', 'frame', 'plain-line', 'call-out'] as const)
    placeAt(canvas.editor, kind satisfies KindName, { x: x + 200, y: y + 24 });

  expect(before).toHaveLength(1);
  expect(points()).toEqual(before);
});

test('Tidy neither moves what lies over the design nor makes room for it', () => {
  const canvas = drawing();
  const options = { container: null, isHeld: () => false };
  const before = tidyInPlace(catalog, canvas.document, options);

  canvas.editor.store.commit('placeResources', { places: { Team: { x: -30, y: -30, w: 700, h: 380 } } });
  const after = tidyInPlace(catalog, canvas.document, options);

  expect(after).toEqual(before);
  expect(Object.keys(after)).not.toContain('Team');
});

test('a number let go on a chip stands in what is around it', () => {
  const canvas = drawing();
  canvas.editor.store.commit('collapseResources', { ids: ['A'], collapsed: true });
  const { x, y } = canvas.box('A');

  placeAt(canvas.editor, 'call-out', { x: x + 40, y: y + 16 });

  expect(canvas.get('CallOut').parentId).toBe('Vpc');
});

test('a picture in a collapsed container is out of sight with the rest', () => {
  const canvas = drawing();
  placeAt(canvas.editor, 'call-out', { x: 300, y: 200 });
  expect(canvas.get('CallOut').parentId).toBe('A');

  canvas.editor.store.commit('collapseResources', { ids: ['A'], collapsed: true });

  expect(viewOf(canvas.editor).boxes().has(canvas.get('CallOut').id)).toBe(false);
});

test('from far away a container counts its resources and not its pictures', () => {
  const canvas = drawing();
  placeAt(canvas.editor, 'call-out', { x: 300, y: 200 });

  expect(contentsOf(viewOf(canvas.editor).nodes()).get('A')).toBe(2);
});

test('the outline lists pictures, by their names and what they are', () => {
  const canvas = drawing();
  const { editor, document } = canvas;
  const { findings, traces } = editor.verdicts.getState();
  const details = detailsIn({ catalog, document, looks: viewOf(editor).looks(), findings, traces });

  const rows = outlineRows(document, details, {
    folded: new Set(),
    filter: 'frame',
    sort: null,
    language: 'en',
  });

  expect(rows.map(({ id }) => id)).toEqual(['Team']);
  expect(details('Team')?.kind).toEqual({ en: 'Frame', ja: 'フレーム' });
});
