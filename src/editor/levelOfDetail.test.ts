import { beforeAll, describe, expect, test } from 'vitest';
import { catalog } from '../aws';
import { fromSketch } from '../core/catalog/fromSketch';
import { arrow, box, sketch } from '../core/model/sketch';
import type { Arrows } from '../core/drawing/arrows';
import { createBoxes } from '../core/drawing/boxes';
import { createLooks } from '../core/drawing/looks';
import {
  arrowsInView,
  contentsOf,
  mountedArrows,
  mountedLimit,
  nodesInView,
  summarisedBelow,
} from './levelOfDetail';
import { createProjector } from './projection';
import { testEditor } from '../testing/testEditor';
import { hitOn } from './pointer';
import { viewOf } from './view';

/** A VPC with that many instances in one row, 120 px apart. */
const row = (count: number) => {
  const instances = Array.from({ length: count }, (_, index) => box('instance', `I${index}`));
  const drawn = fromSketch(catalog, sketch(box('vpc', 'Vpc', {}, box('subnet', 'A', {}, ...instances))));
  const resources = new Map(drawn.resources);
  for (let index = 0; index < count; index++) {
    const resource = resources.get(`I${index}`);
    if (resource !== undefined) resources.set(`I${index}`, { ...resource, x: index * 120, y: 60 });
  }
  const document = { ...drawn, resources };
  return createProjector(catalog)(createBoxes(catalog)(document), createLooks(catalog)(document));
};

const noOne = (): boolean => false;

test('a small diagram is mounted whole, wherever one looks', () => {
  const nodes = row(20);

  const { near, far } = nodesInView(nodes, { rect: { x: 9000, y: 9000, w: 10, h: 10 }, zoom: 1 }, noOne);

  expect(near).toBe(nodes);
  expect(far).toEqual([]);
});

test('of a large diagram only what is in view is mounted, and what must be there', () => {
  const { near, far } = nodesInView(
    row(600),
    { rect: { x: 0, y: 0, w: 1200, h: 800 }, zoom: 1 },
    (id) => id === 'I599',
  );

  const ids = near.map(({ id }) => id);
  expect(ids).toContain('I0');
  expect(ids).toContain('I599');
  expect(ids).not.toContain('I300');
  expect(far).toEqual([]);
});

test('when too much is in view, containers and what is touched are mounted and the rest are pixels', () => {
  const { near, far } = nodesInView(
    row(600),
    { rect: { x: 0, y: 0, w: 100_000, h: 800 }, zoom: 0.5 },
    (id) => id === 'I5',
  );

  expect(near.map(({ id }) => id)).toEqual(['Vpc', 'A', 'I5']);
  expect(far).toHaveLength(599);
  expect(near.length).toBeLessThanOrEqual(mountedLimit);
});

test('from so far that nothing can be read, containers are pixels too, but never what is touched', () => {
  const region = { rect: { x: 0, y: 0, w: 100_000, h: 800 }, zoom: summarisedBelow / 2 };

  const { near, far } = nodesInView(row(600), region, (id) => id === 'A');

  expect(near.map(({ id }) => id)).toEqual(['A']);
  expect(far).toHaveLength(601);
});

test('what is dragged into view is mounted, and what is dragged out of it is not', () => {
  const region = { rect: { x: 0, y: 0, w: 1200, h: 800 }, zoom: 1 };
  const carried = (id: string) => ({ x: id === 'I300' ? -36_000 : id === 'I1' ? 36_000 : 0, y: 0 });

  const ids = nodesInView(row(600), region, noOne, carried).near.map(({ id }) => id);

  expect(ids).toContain('I300');
  expect(ids).not.toContain('I1');
});

test('only the innermost containers say how much stands in them', () => {
  expect([...contentsOf(row(20))]).toEqual([['A', 20]]);
});

describe('of many arrows', () => {
  /** From each of 250 instances to the next; the view shows the first ten of them. */
  const made = () => {
    const instances = Array.from({ length: 250 }, (_, index) => box('instance', `I${index}`));
    const places = Object.fromEntries(
      instances.map(({ name }, index): [string, readonly [number, number]] => [name, [index * 120, 60]]),
    );
    const flows = instances.slice(1).map(({ name }, index) => arrow(`I${index}`, name));
    const canvas = testEditor(sketch(box('vpc', 'Vpc', {}, box('subnet', 'A', {}, ...instances)), ...flows), {
      Vpc: [0, 0, 50_000, 400],
      A: [0, 0, 50_000, 300],
      ...places,
    });
    while (!viewOf(canvas.editor).routeOn(() => false).isDone);
    return canvas;
  };
  let canvas: ReturnType<typeof made>;
  let many: Arrows;
  beforeAll(() => {
    canvas = made();
    many = viewOf(canvas.editor).arrows();
  });
  const isSecond = ({ id }: { readonly id: string }): boolean => id === 'I200→I201';
  const noArrow = (): boolean => false;

  test('those in view are mounted, and the one that is looked at wherever it is', () => {
    const { near, far } = arrowsInView(many, { rect: { x: 0, y: 0, w: 1200, h: 800 }, zoom: 1 }, isSecond);

    const ids = near.flows.map(({ id }) => id);
    expect(ids).toContain('I0→I1');
    expect(ids).toContain('I200→I201');
    expect(ids.length).toBeLessThan(20);
    expect(far.flows).toEqual([]);
  });

  test('none is in the way of the pointer where none can be told from the next', () => {
    const points = many.flows[0]?.pieces[0]?.points ?? [];
    const middle = { x: ((points[0]?.x ?? 0) + (points.at(-1)?.x ?? 0)) / 2, y: points[0]?.y ?? 0 };
    const hitAtZoom = (zoom: number) => {
      canvas.editor.session.setState({ viewport: { x: 0, y: 0, zoom } });
      return hitOn(canvas.editor, middle).on;
    };

    expect(hitAtZoom(1)).toBe('flow');
    expect(hitAtZoom(0.2)).not.toBe('flow');
  });

  test('more than can be mounted are pixels, and so are those too small to be read', () => {
    const arrows = many;
    const all = { x: 0, y: 0, w: 100_000, h: 800 };
    const first = { x: 0, y: 0, w: 1200, h: 800 };

    for (const region of [
      { rect: all, zoom: 1 },
      { rect: first, zoom: summarisedBelow / 2 },
    ]) {
      const { near, far } = arrowsInView(arrows, region, isSecond);
      expect(near.flows.map(({ id }) => id)).toEqual(['I200→I201']);
      expect(far.flows.length).toBeGreaterThan(8);
    }
  });

  test('no more are mounted than can be, even if all of them are stretched by a drag', () => {
    const { near } = arrowsInView(many, { rect: { x: 0, y: 0, w: 100_000, h: 800 }, zoom: 1 }, () => true);

    expect(near.flows).toHaveLength(mountedArrows);
  });

  test('a few are all mounted, wherever one looks', () => {
    const arrows = many;
    const few = { ...arrows, flows: arrows.flows.slice(0, 20) };

    expect(arrowsInView(few, { rect: { x: 9e5, y: 0, w: 1, h: 1 }, zoom: 0.05 }, noArrow).near).toBe(few);
  });
});
