import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { fromSketch } from '../catalog/fromSketch';
import type { Scene } from '../model/document';
import { arrow, box, sketch } from '../model/sketch';
import { momentsOf } from './moments';

const document = fromSketch(
  catalog,
  sketch(
    box(
      'vpc',
      'Vpc',
      { cidr: '10.0.0.0/16' },
      box('subnet', 'Subnet', { cidr: '10.0.0.0/24' }, box('instance', 'A'), box('instance', 'B')),
    ),
    arrow('A', 'B', { id: 'there' }),
    arrow('B', 'A', { id: 'back' }),
  ),
);

const scene: Scene = {
  id: 's',
  order: 'U',
  title: { en: '', ja: '' },
  text: { en: 'one\n\ntwo', ja: '1\n\n2' },
  camera: { x: 0, y: 0, w: 100, h: 100 },
  flows: { there: true },
};

test('a scene without builds is one moment, in which its first packet moves', () => {
  expect(momentsOf(document, scene)).toMatchObject([{ packet: 'there', asking: null }]);
});

test('a block of text that a build names is hidden until that build', () => {
  const moments = momentsOf(document, { ...scene, builds: { x: { order: 'U', block: 2 } } });

  expect(moments.map(({ hiddenBlocks }) => [...hiddenBlocks])).toEqual([[2], []]);
});

test('builds come in their order, and what they highlight stays until others are', () => {
  const moments = momentsOf(document, {
    ...scene,
    builds: {
      last: { order: 'c', block: 1 },
      first: { order: 'a', resources: { A: true } },
      middle: { order: 'b', resources: { B: true }, flows: { back: true } },
    },
  });

  expect(moments.map(({ highlighted }) => [...highlighted])).toEqual([[], ['A'], ['B'], ['B']]);
  expect(moments.map(({ flows }) => [...flows])).toEqual([
    ['there'],
    ['there'],
    ['there', 'back'],
    ['there', 'back'],
  ]);
});

test('where a build sends a packet out, none moves before it', () => {
  const moments = momentsOf(document, { ...scene, builds: { x: { order: 'U', packet: 'back' } } });

  expect(moments.map(({ packet, journey }) => [packet, journey])).toEqual([
    [null, 0],
    ['back', 1],
  ]);
});

test('who is asked sees no packet before the answer', () => {
  const moments = momentsOf(document, { ...scene, asks: 'there' });

  expect(moments.map(({ asking, packet }) => ({ asking, packet }))).toEqual([
    { asking: 'there', packet: null },
    { asking: null, packet: 'there' },
  ]);
});

test('what was deleted is passed over', () => {
  const moments = momentsOf(document, {
    ...scene,
    asks: 'gone',
    builds: { x: { order: 'U', packet: 'gone', resources: { gone: true } } },
  });

  expect(moments.map(({ asking, packet }) => ({ asking, packet }))).toEqual([
    { asking: null, packet: 'there' },
    { asking: null, packet: 'there' },
  ]);
});
