import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { fromSketch } from '../catalog/fromSketch';
import { call } from '../commands';
import type { Document, Scene } from '../model/document';
import { arrow, box, sketch } from '../model/sketch';
import { createStore } from '../store/store';
import { readDiagram, writeDiagram } from '../store/diagramFile';
import { faultsOf, shownBy } from './shown';

const scene: Scene = {
  id: 's',
  order: 'U',
  title: { en: '', ja: '' },
  text: { en: '', ja: '' },
  camera: { x: 0, y: 0, w: 2000, h: 2000 },
  flows: { there: true },
};

const drawn = (...scenes: readonly Scene[]): Document => ({
  ...fromSketch(
    catalog,
    sketch(
      box(
        'vpc',
        'Vpc',
        { cidr: '10.0.0.0/16' },
        box('subnet', 'Subnet', { cidr: '10.0.0.0/24' }, box('instance', 'Web'), box('instance', 'Db')),
      ),
      arrow('Web', 'Db', { id: 'there' }),
    ),
  ),
  scenes: new Map(scenes.map((each) => [each.id, each])),
});

const saysOf = (document: Document): readonly string[] =>
  faultsOf({ catalog }, document, document.scenes.get('s') ?? scene).map(({ en }) => en);

test('of a scene that is as it was made there is nothing to say', () => {
  expect(saysOf(drawn(scene))).toEqual([]);
});

test('a deleted arrow is missed by its name, and no more once the deletion is undone', () => {
  const store = createStore({ catalog }, drawn(scene));

  store.commit('deleteFlows', { ids: ['there'] });
  expect(saysOf(store.document)).toEqual(['Deleted from the diagram, and no longer shown here: Web → Db.']);
  expect(store.document.scenes.get('s')?.flows).toEqual({});

  store.undo();
  expect(saysOf(store.document)).toEqual([]);
});

test('a deleted resource that a build highlights is missed with its arrows', () => {
  const store = createStore(
    { catalog },
    drawn({ ...scene, builds: { x: { order: 'U', resources: { Db: true } } } }),
  );

  store.commit('deleteResources', { ids: ['Db'] });

  expect(saysOf(store.document)).toEqual([
    'Deleted from the diagram, and no longer shown here: Db, Web → Db.',
  ]);
});

test('a change whose resource was deleted leaves the design as it is, and that is said', () => {
  const plan = {
    title: { en: 'Rename', ja: '名前の変更' },
    commands: [call('renameResource', { id: 'Gone', name: 'New' })],
  };
  const document = drawn({ ...scene, plan });

  expect(shownBy({ catalog }, document, { plan }).document).toBe(document);
  expect(saysOf(document)).toEqual([
    'Its change no longer does anything in this design: the scene shows the design as it is.',
  ]);
});

test('a command nobody knows, or with arguments that make no sense, breaks nothing', () => {
  const plan = {
    title: { en: '', ja: '' },
    commands: [
      { command: 'constructor', args: {} },
      { command: 'setProps', args: null },
      { command: 'renameResource', args: { id: 'Web', name: 'Api' } },
    ],
  };
  const document = drawn({ ...scene, plan });

  expect(shownBy({ catalog }, document, { plan }).document.resources.get('Web')?.name).toBe('Api');
  expect(saysOf(document)).toEqual(['Its change no longer fits this design: 2 of its 3 parts do nothing.']);
});

test('a resource that the change of the scene draws is not missed', () => {
  const added = call('addResource', {
    kind: 'instance',
    id: 'New',
    name: 'New',
    parentId: 'Subnet',
    order: 'z',
    x: 0,
    y: 0,
  });
  const document = drawn({
    ...scene,
    plan: { title: { en: '', ja: '' }, commands: [added] },
    builds: { x: { order: 'U', resources: { New: true } } },
  });

  expect(saysOf(document)).toEqual([]);
});

test('a view in which nothing stands any more is told of', () => {
  const document = drawn({ ...scene, camera: { x: 9000, y: 9000, w: 10, h: 10 } });

  expect(saysOf(document)).toEqual(['Nothing stands in its view any more. Choose another view for it.']);
});

test('a file whose scene names an arrow that the file has not is opened, and the arrow is missed', () => {
  const text = writeDiagram(catalog, drawn({ ...scene, flows: { there: true, lost: true } }));

  const read = readDiagram(catalog, text);

  if ('failure' in read) throw new Error(read.failure.message.en);
  expect(saysOf(read.document)).toEqual(['1 resource or arrow that this scene shows no longer exists.']);
});

test('a scene keeps all that it has in a file, and a broken part of it is told of', () => {
  const whole: Scene = {
    ...scene,
    notes: { en: 'slowly', ja: 'ゆっくり' },
    lens: 'routes',
    asks: 'there',
    builds: {
      x: { order: 'U', block: 2, flows: { there: true }, resources: { Web: true }, packet: 'there' },
    },
  };
  const text = writeDiagram(catalog, drawn(whole));

  const read = readDiagram(catalog, text);
  const broken = readDiagram(catalog, text.replace('"routes"', '"later"'));

  if ('failure' in read || 'failure' in broken) throw new Error('cannot be read');
  expect(read.document.scenes.get('s')).toEqual(whole);
  expect(read.problems).toEqual([]);
  expect(broken.problems.map(({ message }) => message.en)).toEqual([
    'Of scene 1, what stands under lens cannot be read; it was left out.',
  ]);
});
