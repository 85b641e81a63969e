import { expect, test } from 'vitest';
import { catalog } from '../../aws';
import { gallery } from '../../testing/gallery';
import { documentOf } from '../../testing/gallery/example';
import { textsIn } from '../../testing/pictures';
import { fromSketch } from '../catalog/fromSketch';
import { listPrices } from '../cost/prices';
import { box, sketch } from '../model/sketch';
import { pagesOf } from './pages';

const example = gallery.find(({ id }) => id === 'three-paths');
if (example === undefined) throw new Error('expected the three paths');
const design = documentOf(catalog, example);

test('each scene has a page, in its order, with its text and what is in its view', () => {
  const scenes = [...design.scenes.values()];

  const pages = pagesOf(catalog, design, { language: 'ja', prices: listPrices, pages: 'scenes' });

  expect(pages.map(({ scene }) => scene).sort()).toEqual(scenes.map(({ id }) => id).sort());
  for (const { scene, title, text, picture } of pages) {
    const { camera, title: words, lens } = scenes.find(({ id }) => id === scene) ?? {};
    expect(title).toBe(words?.ja);
    expect(text.length).toBeGreaterThan(0);
    // Above it stands which lens it is seen through, where it is.
    if (lens === undefined) expect(picture.view).toEqual(camera);
    else expect(picture.view.y).toBeLessThan(camera?.y ?? 0);
    expect(picture.view.y + picture.view.h).toBeCloseTo((camera?.y ?? 0) + (camera?.h ?? 0));
  }
});

test('a scene shows the design with its change', () => {
  const [scene] = design.scenes.values();
  const isolated = [...design.resources.values()].find(({ name }) => name === 'Isolated');
  if (scene === undefined || isolated === undefined) throw new Error('expected a scene and a subnet');
  const changed = {
    title: { en: 'Another name', ja: '別の名前' },
    commands: [{ command: 'renameResource', args: { id: isolated.id, name: 'Renamed' } }],
  };
  const camera = { x: -5000, y: -5000, w: 20_000, h: 20_000 };
  const shown = { ...design, scenes: new Map([[scene.id, { ...scene, plan: changed, camera }]]) };

  const [page] = pagesOf(catalog, shown, { language: 'en', prices: listPrices, pages: 'scenes' });

  expect(textsIn(page.picture)).toContain('Renamed');
});

test('frames are pages from top to bottom, and a design without any is one page', () => {
  const plain = fromSketch(
    catalog,
    sketch(box('frame', 'Below'), box('frame', 'Right'), box('frame', 'Left')),
  );
  const places = { Below: { x: 0, y: 600 }, Right: { x: 600, y: 0 }, Left: { x: 0, y: 0 } };
  const resources = new Map(plain.resources);
  for (const [id, place] of Object.entries(places)) {
    const frame = plain.resources.get(id);
    if (frame !== undefined) resources.set(id, { ...frame, ...place });
  }
  const framed = { ...plain, resources };

  expect(
    pagesOf(catalog, framed, { language: 'en', prices: listPrices, pages: 'frames' }).map(
      ({ title }) => title,
    ),
  ).toEqual(['Left', 'Right', 'Below']);
  expect(pagesOf(catalog, framed, { language: 'en', prices: listPrices, pages: 'scenes' })).toHaveLength(1);
});

test('a scene that has a lens is a page seen through it', () => {
  const pages = pagesOf(catalog, design, { language: 'ja', prices: listPrices, pages: 'scenes' });
  const named = pages.filter(({ picture }) => textsIn(picture).includes('セキュリティ'));

  expect(named.map(({ title }) => title)).toEqual(['経路 3 を守るもの']);
  expect(named[0]?.picture.groups.some(({ opacity }) => opacity === 0.25)).toBe(true);
});

test('a scene whose resources were deleted has its page all the same, with its text and what is left', () => {
  const isolated = [...design.resources.values()].find(({ name }) => name === 'Isolated');
  const resources = new Map([...design.resources].filter(([id]) => id !== isolated?.id));
  const flows = new Map([...design.flows].filter(([, { from }]) => from !== isolated?.id));

  const some = pagesOf(
    catalog,
    { ...design, resources, flows },
    { language: 'en', prices: listPrices, pages: 'scenes' },
  );
  const none = pagesOf(
    catalog,
    { ...design, resources: new Map(), flows: new Map() },
    { language: 'en', prices: listPrices, pages: 'scenes' },
  );

  expect(some).toHaveLength(design.scenes.size);
  expect(some.flatMap(({ picture }) => textsIn(picture))).not.toContain('Isolated');
  expect(some.flatMap(({ picture }) => textsIn(picture))).toContain('App');
  expect(none.map(({ title }) => title)).toEqual(some.map(({ title }) => title));
  // All that is left of one is which lens it is seen through.
  expect(new Set(none.flatMap(({ picture }) => picture.groups.map(({ id }) => id)))).toEqual(
    new Set(['lens']),
  );
});
