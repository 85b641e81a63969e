import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { textWidth } from '../../lib/textWidth';
import { fromSketch } from '../catalog/fromSketch';
import { call } from '../commands';
import type { Document, Resource } from '../model/document';
import { absolutePosition, childrenByParent } from '../model/queries';
import { box, sketch } from '../model/sketch';
import { documentAfter } from '../plans/plan';
import { tidy } from './tidy';

const title = { en: 'Tidy', ja: '整列' };

function tidied(document: Document): Document {
  const places = tidy(catalog, document, null);
  return documentAfter({ catalog }, document, { title, commands: [call('placeResources', { places })] });
}

const twoZones = fromSketch(
  catalog,
  sketch(
    box('internet', 'Internet'),
    box(
      'region',
      'Tokyo',
      {},
      box('aws-service', 'S3'),
      box('aws-service', 'Sqs', { service: 'sqs' }),
      box(
        'vpc',
        'Vpc',
        {},
        box('internet-gateway', 'Igw'),
        box('gateway-endpoint', 'S3Endpoint', { service: 's3' }),
        box(
          'availability-zone',
          'ZoneA',
          { zone: 'ap-northeast-1a' },
          box('subnet', 'PrivateA', {}, box('instance', 'A1'), box('instance', 'A2'), box('instance', 'A3')),
          box('subnet', 'PublicA', { routeTable: 'Public' }, box('nat-gateway', 'Nat')),
        ),
        box(
          'availability-zone',
          'ZoneC',
          { zone: 'ap-northeast-1c' },
          box('subnet', 'PrivateC', {}, box('instance', 'C1')),
          box('subnet', 'PublicC', { routeTable: 'Public' }),
        ),
        box('route-table', 'Public', { routes: { r: { destination: '0.0.0.0/0', target: 'Igw' } } }),
      ),
    ),
  ),
);

const shapeOf = ({ kind }: Resource) => catalog.kind(kind).shape;
const takesRoom = (resource: Resource): boolean =>
  ['container', 'icon', 'note'].includes(shapeOf(resource).as);

test('after Tidy, nothing that takes room overlaps a neighbour', () => {
  const after = tidied(twoZones);

  for (const siblings of childrenByParent(after).values()) {
    const boxes = siblings.filter(takesRoom);
    for (const a of boxes)
      for (const b of boxes)
        if (a.id < b.id)
          expect(
            a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y,
            `${a.id} and ${b.id}`,
          ).toBe(true);
  }
});

test('after Tidy, what is not on a border keeps 16 px from its container’s border', () => {
  const after = tidied(twoZones);

  for (const resource of after.resources.values()) {
    const parent = resource.parentId === null ? undefined : after.resources.get(resource.parentId);
    const shape = shapeOf(resource);
    if (parent === undefined || !takesRoom(resource) || (shape.as === 'icon' && shape.onBorder === true))
      continue;
    expect(resource.x, resource.id).toBeGreaterThanOrEqual(16);
    expect(resource.y, resource.id).toBeGreaterThanOrEqual(16);
    expect(resource.x + resource.w, resource.id).toBeLessThanOrEqual(parent.w - 16);
    expect(resource.y + resource.h, resource.id).toBeLessThanOrEqual(parent.h - 16);
  }
});

test('zones are columns, tiers are rows that line up across them, public subnets above private ones', () => {
  const after = tidied(twoZones);

  const at = (id: string) => absolutePosition(after, id);
  expect(at('ZoneA').x).toBeLessThan(at('ZoneC').x);
  expect(at('PublicA').y).toBe(at('PublicC').y);
  expect(at('PrivateA').y).toBe(at('PrivateC').y);
  expect(at('PublicA').y).toBeLessThan(at('PrivateA').y);
  expect(after.resources.get('PrivateA')?.h).toBe(after.resources.get('PrivateC')?.h);
});

test('the zones of a small VPC are no taller for a large VPC above it', () => {
  const vpc = (name: string, instances: readonly string[]) =>
    box(
      'vpc',
      name,
      {},
      box(
        'availability-zone',
        `${name}Zone`,
        { zone: 'ap-northeast-1a' },
        box('subnet', `${name}Subnet`, {}, ...instances.map((instance) => box('instance', instance))),
      ),
    );
  const names = Array.from({ length: 30 }, (_, index) => `I${index}`);

  const alone = tidied(fromSketch(catalog, sketch(box('region', 'Tokyo', {}, vpc('Small', ['Web'])))));
  const below = tidied(
    fromSketch(catalog, sketch(box('region', 'Tokyo', {}, vpc('Large', names), vpc('Small', ['Web'])))),
  );

  expect(below.resources.get('SmallZone')?.h).toBe(alone.resources.get('SmallZone')?.h);
});

test('the middle of an internet gateway’s icon stands on the top border of its VPC', () => {
  const after = tidied(twoZones);

  const gateway = after.resources.get('Igw');
  const vpc = after.resources.get('Vpc');
  expect((gateway?.y ?? 0) + 24).toBe(0);
  expect(gateway?.x ?? -1).toBeGreaterThan(0);
  expect((gateway?.x ?? 0) + (gateway?.w ?? 0)).toBeLessThan(vpc?.w ?? 0);
});

test('in a narrow VPC the icon of a gateway stands beside the title and not over its words', () => {
  const narrow = fromSketch(
    catalog,
    sketch(box('vpc', 'MainVpc', { cidr: '172.20.0.0/16' }, box('internet-gateway', 'Gw'))),
  );
  const after = tidied(narrow);

  const [gateway, vpc] = [after.resources.get('Gw'), after.resources.get('MainVpc')];
  const words = 24 + textWidth('MainVpc', 13) + textWidth('172.20.0.0/16', 13);
  // The picture, 48 px wide, is in the middle of the gateway's box.
  expect((gateway?.x ?? 0) + (gateway?.w ?? 0) / 2 - 24).toBeGreaterThanOrEqual(words);
  expect((gateway?.x ?? 0) + (gateway?.w ?? 0)).toBeLessThan(vpc?.w ?? 0);
});

test('tidying a second time moves nothing', () => {
  const once = tidied(twoZones);

  const twice = tidied(once);

  expect(twice).toBe(once);
});

test('a locked resource stays where it is', () => {
  const vpc = twoZones.resources.get('S3');
  if (vpc === undefined) throw new Error('the sketch has S3');
  const locked = {
    ...twoZones,
    resources: new Map(twoZones.resources).set('S3', { ...vpc, x: 333, locked: true }),
  };

  expect(tidied(locked).resources.get('S3')?.x).toBe(333);
});

test('an empty document, and a container that is gone, are left alone', () => {
  expect(tidy(catalog, { ...twoZones, resources: new Map() }, null)).toEqual({});
  expect(tidy(catalog, twoZones, 'nobody')).toEqual({});
});
