import { describe, expect, test } from 'vitest';
import { catalog } from '../../aws';
import { gallery } from '../../testing/gallery';
import { documentOf } from '../../testing/gallery/example';
import { hostileTexts } from '../../testing/hostileNames';
import { elementsOf, pictureOf, readStrictly, svgFile, textsIn } from '../../testing/pictures';
import { listPrices } from '../cost/prices';
import { lensNames, type LensName } from '../lenses/lens';
import { lensView } from '../lenses/lensView';
import type { Document } from '../model/document';
import type { PictureOptions } from './drawPicture';
import type { Group, Picture } from './picture';

const [threePaths] = gallery;
if (threePaths === undefined) throw new Error('expected an example');
const design = documentOf(catalog, threePaths);

function seen(lens: LensName, document: Document = design, options: Partial<PictureOptions> = {}): Picture {
  return pictureOf(document, { lens: lensView(catalog, document, lens, listPrices), ...options });
}

function group({ groups }: Picture, name: RegExp): Group {
  const found = groups.find((each) => name.test(each.name ?? ''));
  if (found === undefined) throw new Error(`nothing is called ${name.source}`);
  return found;
}

describe('through a lens', () => {
  test('what does not matter fades, arrows among it, and what matters says why', () => {
    const picture = seen('cost');

    expect(group(picture, /Web\b/).opacity).toBe(0.25);
    expect(group(picture, /NatGateway/).opacity).toBeUndefined();
    expect(group(picture, /^App → S3/).opacity).toBe(0.25);
    expect(textsIn(picture)).toContain('$55.11 a month');
    expect(group(picture, /NatGateway/).name).toMatch(/, \$55\.11 a month$/);
    expect(picture.description).toMatch(/ Lens: Cost: (≥ )?\$[\d.]+ a month/);
  });

  test('arrows in focus keep their strength', () => {
    const [flow = ''] = design.flows.keys();

    const picture = seen('cost', design, { inFocus: new Set([flow]) });

    expect(picture.groups.find(({ id }) => id === `flow ${flow}`)?.opacity).toBeUndefined();
  });

  test('a chip that matters stays on a container that does not, and the other way round', () => {
    const routes = seen('routes').groups;
    const security = seen('security').groups;
    const chips = (groups: readonly Group[]) =>
      groups.filter(({ parts }) => parts.some((part) => part.draw === 'text' && part.text === 'WorkerTable'));

    expect(chips(routes).map(({ opacity }) => opacity)).toEqual([undefined]);
    expect(chips(security).map(({ opacity }) => opacity)).toEqual([0.25]);
    expect(group(seen('security'), /WorkerSubnet/).opacity).toBeUndefined();
  });

  test('each subnet has the colour of its route table', () => {
    const inks = group(seen('routes'), /WorkerSubnet/).parts.flatMap((part) =>
      part.draw === 'box' ? [part.fill?.ink ?? ''] : [],
    );

    expect(inks[0]).toMatch(/^tint-\d$/);
  });

  test('security groups are boxes with their names over them', () => {
    const { groups } = seen('security');
    const at = (start: string) => groups.findLastIndex(({ id }) => id.startsWith(start));

    expect(at('lens set')).toBeGreaterThan(-1);
    expect(groups.findIndex(({ id }) => id.startsWith('lens name'))).toBeGreaterThan(at('lens set'));
    expect(
      textsIn({ ...seen('security'), groups: groups.filter(({ id }) => id.startsWith('lens name')) }),
    ).toContain('EndpointGroup  TCP 443 ← 10.0.0.0/16');
  });

  test('a picture that stands by itself says which lens it is, in its own language', () => {
    expect(textsIn(seen('routes', design, { namesLens: true, language: 'ja' }))).toContain('ルート');
    expect(textsIn(seen('routes'))).not.toContain('Routes');
  });
});

describe.each(lensNames)('through the lens %s', (lens) => {
  test.each(gallery)('$id is drawn in one piece, with ids of their own', (example) => {
    const picture = seen(lens, documentOf(catalog, example), { namesLens: true });

    readStrictly(svgFile(picture));
    expect(new Set(picture.groups.map(({ id }) => id)).size).toBe(picture.groups.length);
  });
});

test.each(hostileTexts)('%j as a name stays text', (text) => {
  const resources = new Map([...design.resources].map(([id, each]) => [id, { ...each, name: text }]));

  const svg = svgFile(seen('security', { ...design, resources }, { namesLens: true }));

  readStrictly(svg);
  expect(
    ['script', 'img', 'iframe', 'a', 'foreignObject'].filter((name) => elementsOf(svg).has(name)),
  ).toEqual([]);
});
