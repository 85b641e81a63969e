import { describe, expect, test } from 'vitest';
import { catalog } from '../aws';
import { call } from '../core/commands';
import { box, sketch } from '../core/model/sketch';
import { testEditor } from '../testing/testEditor';
import { previewOf } from './preview';

const network = () =>
  testEditor(
    sketch(
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16' },
        box('route-table', 'Table'),
        box('subnet', 'A', { cidr: '10.0.0.0/24', routeTable: 'Table' }, box('instance', 'Web')),
        box('subnet', 'B', { cidr: '10.0.1.0/24' }),
      ),
    ),
    { Vpc: [0, 0, 700, 400], A: [24, 64, 200, 200], B: [300, 64, 200, 200], Web: [16, 60] },
  ).document;

const plan = (...commands: ReturnType<typeof call>[]) => ({ title: { en: '', ja: '' }, commands });

describe('the preview of a plan', () => {
  test('outlines what would be new where it would stand', () => {
    const added = call('addResource', {
      kind: 'instance',
      id: 'new',
      name: 'Second',
      parentId: 'B',
      order: 'z',
      x: 16,
      y: 60,
    });

    const ghosts = previewOf(catalog, network(), plan(added));

    expect(ghosts).toMatchObject([{ id: 'new', name: 'Second', is: 'new', rect: { x: 316, y: 124 } }]);
  });

  test('outlines the subnets of a route table that would change, and nothing else', () => {
    const changed = call('setProps', { id: 'Table', props: { main: true } });

    const ghosts = previewOf(catalog, network(), plan(changed));

    expect(ghosts).toContainEqual(expect.objectContaining({ id: 'A', name: 'Table', is: 'changed' }));
    expect(ghosts.some(({ id }) => id === 'B' || id === 'Web')).toBe(false);
  });

  test('strikes out what would be deleted, with what stands in it', () => {
    const ghosts = previewOf(catalog, network(), plan(call('deleteResources', { ids: ['A'] })));

    expect(ghosts.filter(({ is }) => is === 'gone').map(({ name }) => name)).toEqual(['A', 'Web']);
  });

  test('is empty for a plan that does not fit the document, and leaves the document alone', () => {
    const document = network();
    const resources = new Map(document.resources);

    expect(previewOf(catalog, document, plan())).toEqual([]);
    previewOf(catalog, document, plan(call('deleteResources', { ids: ['A'] })));
    expect(document.resources).toEqual(resources);
  });
});
