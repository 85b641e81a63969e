import { expect, test } from 'vitest';
import { catalog } from '../aws';
import { fromSketch } from '../core/catalog/fromSketch';
import { box, sketch } from '../core/model/sketch';
import { createBoxes } from './boxes';
import { createLooks } from './looks';
import { createProjector, mountedLimit, nodesInView } from './projection';

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
  return createProjector(catalog)(createBoxes(catalog)(document, null), createLooks(catalog)(document));
};

const noOne = (): boolean => false;

test('a small diagram is mounted whole, wherever one looks', () => {
  const nodes = row(20);

  const { near, far } = nodesInView(nodes, { x: 9000, y: 9000, w: 10, h: 10 }, noOne);

  expect(near).toBe(nodes);
  expect(far).toEqual([]);
});

test('of a large diagram only what is in view is mounted, and what must be there', () => {
  const { near, far } = nodesInView(row(600), { x: 0, y: 0, w: 1200, h: 800 }, (id) => id === 'I599');

  const ids = near.map(({ id }) => id);
  expect(ids).toContain('I0');
  expect(ids).toContain('I599');
  expect(ids).not.toContain('I300');
  expect(far).toEqual([]);
});

test('when too much is in view, containers and what is touched are mounted and the rest are pixels', () => {
  const { near, far } = nodesInView(row(600), { x: 0, y: 0, w: 100_000, h: 800 }, (id) => id === 'I5');

  expect(near.map(({ id }) => id)).toEqual(['Vpc', 'A', 'I5']);
  expect(far).toHaveLength(599);
  expect(near.length).toBeLessThanOrEqual(mountedLimit);
});
