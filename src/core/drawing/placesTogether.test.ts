import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { noNat } from '../../testing/gallery/noNat';
import { documentOf } from '../../testing/gallery/example';
import { call } from '../commands';
import type { Document } from '../model/document';
import { documentAfter } from '../plans/plan';
import { holdsAll, overlaps } from '../../lib/rect';
import { createBoxes } from './boxes';
import { placesTogether } from './placesTogether';

const before = documentOf(catalog, noNat);

function withNew(id: string, parentId: string, x: number, y: number): Document {
  const kind = 'nat-gateway';
  const title = { en: '', ja: '' };
  const commands = [call('addResource', { kind, id, name: id, parentId, order: 'z', x, y, props: {} })];
  return documentAfter({ catalog }, before, { title, commands });
}

const boxes = createBoxes(catalog)(before);

test('what two plans add at the same place stands side by side, inside the container that it is for', () => {
  const designs = ['One', 'Other'].map((id) => ({
    after: withNew(id, 'PrivateSubnet', 500, 60),
    ids: [id],
  }));

  const [one, other] = placesTogether(catalog, before, designs);

  const [a, b] = [one?.get('One')?.rect, other?.get('Other')?.rect];
  const subnet = boxes.get('PrivateSubnet');
  if (a === undefined || b === undefined || subnet === undefined) throw new Error('nothing is placed');
  expect(overlaps(a, b)).toBe(false);
  expect(holdsAll(subnet, a) && holdsAll(subnet, b)).toBe(true);
});

test('what is alike in two plans stands once', () => {
  const designs = [40, 500].map((x) => ({ after: withNew('Same', 'PrivateSubnet', x, 60), ids: ['Same'] }));

  const [one, other] = placesTogether(catalog, before, designs);

  expect(one?.get('Same')?.rect).toEqual(other?.get('Same')?.rect);
});

test('what would lie over the border of a container comes to lie beside it', () => {
  const after = withNew('Nat', 'Vpc', 400, 360);

  const [places] = placesTogether(catalog, before, [{ after, ids: ['Nat'] }]);

  const rect = places?.get('Nat')?.rect;
  const [vpc, subnet] = [boxes.get('Vpc'), boxes.get('PrivateSubnet')];
  if (rect === undefined || vpc === undefined || subnet === undefined) throw new Error('nothing is placed');
  expect(holdsAll(vpc, rect)).toBe(true);
  expect(overlaps(subnet, rect)).toBe(false);
});
