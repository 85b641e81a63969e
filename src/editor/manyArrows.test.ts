/** The arrows of a large diagram are made in steps, and what is seen in between is never wrong. */
import { expect, test } from 'vitest';
import { fromSketch } from '../core/catalog/fromSketch';
import { arrow, box, sketch } from '../core/model/sketch';
import { testEditor, type TestEditor } from '../testing/testEditor';
import { viewOf } from './view';

/** Instances in rows, each with an arrow to the next. */
const manyFlows = (prefix: string) => {
  const ids = Array.from({ length: 260 }, (_, index) => `${prefix}${index}`);
  const flows = ids.slice(1).map((id, index) => arrow(`${prefix}${index}`, id));
  return sketch(
    box('vpc', 'Vpc', {}, box('subnet', 'A', {}, ...ids.map((id) => box('instance', id)))),
    ...flows,
  );
};

const opened = () => testEditor(manyFlows('a'));

const justOneStep = () => true;

function waitForArrows({ editor }: TestEditor): void {
  while (!viewOf(editor).routeOn(justOneStep).isDone);
}

test('a large diagram that is opened has no arrows at first, then makeshift ones, and in the end all with their labels', () => {
  const canvas = opened();
  const view = viewOf(canvas.editor);

  const counts = [view.arrows().flows.length];
  for (let isDone = false; !isDone;) {
    const step = view.routeOn(justOneStep);
    if (step.hasNew) counts.push(view.arrows().flows.length);
    isDone = step.isDone;
  }

  expect(counts[0]).toBe(0);
  expect(counts.slice(1)).toEqual([259, 259]);
  expect(view.arrows().waiting).toBe(0);
});

test('arrows made in steps are those made at once', () => {
  const [inSteps, atOnce] = [opened(), opened()];

  waitForArrows(inSteps);
  while (!viewOf(atOnce.editor).routeOn(() => false).isDone);

  expect(viewOf(inSteps.editor).arrows()).toEqual(viewOf(atOnce.editor).arrows());
});

test('an edit while the arrows of a large diagram are being made begins them anew, without what was deleted', () => {
  const canvas = opened();
  const view = viewOf(canvas.editor);
  view.arrows();
  for (let step = 0; step < 100; step++) view.routeOn(justOneStep);

  canvas.editor.store.commit('deleteResources', { ids: ['a10'] });
  waitForArrows(canvas);

  expect(view.arrows().flows).toHaveLength(257);
});

test('an edit of a large diagram shows in its arrows at once', () => {
  const canvas = opened();
  const view = viewOf(canvas.editor);
  waitForArrows(canvas);

  canvas.editor.store.commit('deleteResources', { ids: ['a10'] });

  expect(view.arrows().flows).toHaveLength(257);
});

test('another large diagram never has the arrows of the one before', () => {
  const canvas = opened();
  const view = viewOf(canvas.editor);
  waitForArrows(canvas);

  canvas.editor.store.replace(fromSketch(canvas.editor.catalog, manyFlows('b')));

  expect(view.arrows().flows).toEqual([]);
  waitForArrows(canvas);
  expect(view.arrows().flows.every(({ flow }) => flow.from.startsWith('b'))).toBe(true);
});

test('while one of many arrows is bent the others stay the very same, and it ends as it was seen', () => {
  const canvas = opened();
  const view = viewOf(canvas.editor);
  waitForArrows(canvas);
  const before = view.arrows();
  const drawn = before.flows.find(({ flow }) => flow.from === 'a0');
  const [start, end] = [drawn?.pieces[0]?.points[0], drawn?.pieces[0]?.points[1]];
  const middle = {
    x: ((start?.x ?? 0) + (end?.x ?? 0)) / 2,
    y: ((start?.y ?? 0) + (end?.y ?? 0)) / 2,
  };

  canvas.press(middle);
  canvas.move({ x: middle.x, y: middle.y - 40 });

  const during = view.arrows();
  const bent = during.flows.find(({ id }) => id === drawn?.id);
  expect(during.flows.filter((each, index) => each !== before.flows[index])).toEqual([bent]);
  expect(view.standingArrows()).toBe(before);
  const [bend] = bent?.pieces[0]?.bends ?? [];
  expect(bend?.y).toBeLessThan(middle.y);

  canvas.release({ x: middle.x, y: middle.y - 40 });
  waitForArrows(canvas);
  const after = view.arrows().flows.find(({ id }) => id === drawn?.id);
  expect(after?.pieces[0]?.bends).toEqual([bend]);
});
