import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { gallery } from '../../testing/gallery';
import { documentOf } from '../../testing/gallery/example';
import { drawn } from '../../testing/kindFacts';
import { pictureOf, textsIn } from '../../testing/pictures';
import type { Catalog } from '../catalog/catalog';
import { arrow, box, sketch } from '../model/sketch';
import { fromSketch } from '../catalog/fromSketch';
import { drawPicture } from './drawPicture';
import type { Picture } from './picture';

const [threePaths] = gallery;
if (threePaths === undefined) throw new Error('expected an example');
const design = documentOf(catalog, threePaths);
const whole = pictureOf(design, { legend: true });

test('a picture says every name, every CIDR block and what flows', () => {
  const texts = textsIn(whole);

  expect(texts).toEqual(expect.arrayContaining(['PublicSubnet', '10.0.0.0/24', 'NatGateway', 'TCP 443']));
});

test('a chip is as wide as its name where there is room', () => {
  expect(textsIn(whole).filter((text) => text.includes('…'))).toEqual([]);
  expect(textsIn(whole)).toContain('WorkerTable');
});

test('the groups come from the ground upwards, and each has an id of its own', () => {
  const layers = whole.groups.map(({ layer }) => layer);

  expect([...new Set(layers)]).toEqual(['containers', 'lines', 'resources', 'labels', 'legend']);
  expect(new Set(whole.groups.map(({ id }) => id)).size).toBe(whole.groups.length);
});

test('a blocked flow has a form of its own: a cross, dashes beyond it and an open head', () => {
  const parts = partsOf(whole, 'Isolated → S3');

  expect(parts.some((part) => part.draw === 'line' && part.stroke.dash !== undefined)).toBe(true);
  expect(parts.some((part) => part.draw === 'box' && part.radius === 8)).toBe(true);
  expect(parts.some((part) => part.draw === 'outline' && part.fill !== undefined)).toBe(false);
});

test('who does not see the picture is told what is in it, and which flows arrive', () => {
  expect(whole.description).toMatch(/^AWS network diagram with \d+ resources and 7 flows\. Region, /);
  expect(whole.description).toContain('Isolated → S3, TCP 443: blocked.');
  expect(pictureOf(design, { language: 'ja' }).description).toContain('Isolated → S3、TCP 443: ブロック。');
});

describe('the legend', () => {
  test('explains only the lines that are there', () => {
    expect(legendOf(whole)).toEqual(['Arrives', 'Blocked']);
    expect(legendOf(pictureOf(drawn(catalog, box('vpc', 'Vpc')), { legend: true }))).toEqual([]);
  });

  test('is left out where nobody asked for it', () => {
    expect(legendOf(pictureOf(design))).toEqual([]);
  });
});

describe('a part of a diagram', () => {
  test('is what a rectangle of the canvas shows, and nothing beside it', () => {
    const rect = { x: 80, y: 340, w: 320, h: 290 };

    const picture = pictureOf(design, { show: { what: 'rect', rect } });

    expect(picture.view).toEqual(rect);
    expect(textsIn(picture)).toContain('NatGateway');
    expect(textsIn(picture)).not.toContain('Worker');
  });

  test('is some resources with all that is in them, the flows between them, and no others', () => {
    const subnet = [...design.resources.values()].find(({ name }) => name === 'WorkerSubnet');

    const picture = pictureOf(design, { show: { what: 'some', resources: new Set([subnet?.id ?? '']) } });

    expect(textsIn(picture)).toEqual(expect.arrayContaining(['WorkerSubnet', 'Worker', 'SqsEndpoint']));
    expect(textsIn(picture)).not.toContain('Vpc');
    expect(picture.journeys).toEqual([]);
  });

  test('shows the flows in focus at full strength and the others faintly', () => {
    const [flow] = design.flows.keys();

    const picture = pictureOf(design, { inFocus: new Set([flow ?? '']) });

    const lines = picture.groups.filter(({ layer }) => layer === 'lines');
    expect(lines.filter(({ opacity }) => opacity === undefined)).toHaveLength(1);
    expect(picture.journeys.map((journey) => journey.flow)).toEqual([flow]);
  });
});

test('an empty diagram has a picture', () => {
  const { view, groups, title } = pictureOf(drawn(catalog));

  expect(groups).toEqual([]);
  expect(view.w > 0 && view.h > 0).toBe(true);
  expect(title).toBe('Untitled diagram');
});

test('a shape that nobody has said how to draw is a box with its name', () => {
  // A kind of a later version, say.
  const strange = {
    ...catalog,
    kind: (name: string) => {
      const kind = catalog.kind(name as never);
      return name === 'instance' ? { ...kind, shape: { as: 'cloud', size: { w: 96, h: 88 } } } : kind;
    },
  } as unknown as Catalog;

  const picture = drawPicture(
    strange,
    drawn(catalog, box('vpc', 'Vpc', {}, box('instance', 'Web'))),
    new Map(),
    {
      language: 'en',
    },
  );

  expect(partsOf(picture, 'Web').map(({ draw }) => draw)).toEqual(['box', 'text']);
});

test('a collapsed container is a chip that counts what is in it', () => {
  const vpc = box('vpc', 'Vpc', {}, box('subnet', 'A', {}, box('instance', 'Web')));
  const document = fromSketch(catalog, sketch(vpc));
  const resources = new Map(
    [...document.resources].map(([id, each]) => [
      id,
      each.name === 'Vpc' ? { ...each, collapsed: true } : each,
    ]),
  );

  expect(textsIn(pictureOf({ ...document, resources }))).toEqual(['Vpc', '2']);
});

test('a flow that nothing is known of yet is faint', () => {
  const document = fromSketch(
    catalog,
    sketch(box('vpc', 'Vpc', {}, box('instance', 'A'), box('instance', 'B')), arrow('A', 'B')),
  );

  const picture = drawPicture(catalog, document, new Map(), { language: 'en' });

  expect(picture.groups.find(({ layer }) => layer === 'lines')?.opacity).toBe(0.5);
});

function partsOf({ groups }: Picture, name: string) {
  return groups.find((group) => group.name?.includes(name))?.parts ?? [];
}

function legendOf(picture: Picture): readonly string[] {
  return textsIn({ ...picture, groups: picture.groups.filter(({ layer }) => layer === 'legend') });
}
