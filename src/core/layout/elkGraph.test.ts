import Elk from 'elkjs';
import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { fromSketch } from '../catalog/fromSketch';
import type { Document } from '../model/document';
import { arrow, box, sketch } from '../model/sketch';
import { elkGraph, placesFrom, type ElkNode } from './elkGraph';

const design = (): Document =>
  fromSketch(
    catalog,
    sketch(
      box(
        'vpc',
        'Vpc',
        {},
        box('internet-gateway', 'Igw'),
        box('security-group', 'Group'),
        box('subnet', 'A', {}, box('instance', 'Web'), box('instance', 'Cache')),
        box('subnet', 'B', {}, box('instance', 'App')),
      ),
      arrow('Web', 'App'),
      arrow('Web', 'Cache'),
    ),
  );

/** ELK itself, in this thread. Its types speak of a graph it may write to; it copies what it is given. */
const layout = async (graph: ElkNode): Promise<ElkNode> =>
  (await new Elk().layout(structuredClone(graph) as never)) as unknown as ElkNode;

test('an arrow between two subnets connects the subnets, one inside a subnet its instances', () => {
  const { edges, children } = elkGraph(catalog, design(), 'Vpc');

  expect(edges).toMatchObject([{ sources: ['A'], targets: ['B'] }]);
  expect(children?.find(({ id }) => id === 'A')?.edges).toMatchObject([
    { sources: ['Web'], targets: ['Cache'] },
  ]);
});

test('what stands on a border, or on others, is not arranged', () => {
  const { children } = elkGraph(catalog, design(), 'Vpc');

  expect(children?.map(({ id }) => id)).toEqual(['A', 'B']);
});

test('arranged things lie inside their container, beside one another, in the direction of the traffic', async () => {
  const document = design();

  const places = placesFrom(document, await layout(elkGraph(catalog, document, 'Vpc')), 'Vpc');

  const [a, b, vpc] = [places['A'], places['B'], places['Vpc']];
  expect((a?.x ?? 0) + (a?.w ?? 0)).toBeLessThan(b?.x ?? 0);
  expect((b?.x ?? 0) + (b?.w ?? 0)).toBeLessThan(vpc?.w ?? 0);
  expect(vpc).toMatchObject({ x: document.resources.get('Vpc')?.x });
});

test('what is locked keeps its place', async () => {
  const document = design();
  const app = document.resources.get('App');
  if (app === undefined) throw new Error('the design has an App');
  const locked = { ...document, resources: new Map(document.resources).set('App', { ...app, locked: true }) };

  const places = placesFrom(locked, await layout(elkGraph(catalog, locked, null)), null);

  expect(places['App']).toBeUndefined();
  expect(places['Web']).toBeDefined();
});
