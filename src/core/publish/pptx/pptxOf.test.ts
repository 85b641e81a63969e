// @vitest-environment happy-dom
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { catalog } from '../../../aws';
import { gallery } from '../../../testing/gallery';
import { documentOf } from '../../../testing/gallery/example';
import { hostileTexts } from '../../../testing/hostileNames';
import { artworkOf } from '../../../testing/pictures';
import { tinyImage } from '../../../testing/tinyImage';
import type { Language } from '../../../lib/words';
import { fromSketch } from '../../catalog/fromSketch';
import { listPrices } from '../../cost/prices';
import { emptyDocument, type Document } from '../../model/document';
import { box, sketch } from '../../model/sketch';
import { inPlainLines } from '../../scenes/markdown';
import { pagesOf, scenesInOrder, type Pages } from '../pages';
import { pptxOf } from './pptxOf';

const example = gallery.find(({ id }) => id === 'three-paths');
if (example === undefined) throw new Error('expected the three paths');
const design = documentOf(catalog, example);
const scenes = scenesInOrder(design);

test.each(['en', 'ja'] as const)(
  'each scene is a slide with its title, its text and the notes of the presenter, in %s',
  async (language) => {
    const parts = await read(design, language, 'scenes');

    scenes.forEach(({ title, text, notes }, index) => {
      const slide = parts.get(`ppt/slides/slide${index + 1}.xml`) ?? '';
      const noted = parts.get(`ppt/notesSlides/notesSlide${index + 1}.xml`) ?? '';
      expect(textIn(slide, 'p:sp')[0]).toBe(title[language]);
      expect(textIn(slide, 'p:sp')[1]?.replaceAll(/\s/g, '')).toContain(
        inPlainLines(text[language]).split('\n')[0]?.replaceAll(/[•\s]/g, ''),
      );
      if (notes !== undefined) expect(noted).toContain(inPlainLines(notes[language]).split('\n')[0]);
    });
    expect(parts.has(`ppt/slides/slide${scenes.length + 1}.xml`)).toBe(false);
  },
);

test('containers are rectangles, names are texts, arrows are lines, and icons are images', async () => {
  const slide = (await read(design, 'en', 'diagram')).get('ppt/slides/slide1.xml') ?? '';

  const subnet = groupNamed(slide, 'Public subnet PublicSubnet, 10.0.0.0/24');
  expect(subnet).toContain('prst="rect"');
  expect(textIn(subnet, 'p:sp')).toEqual(expect.arrayContaining(['PublicSubnet', '10.0.0.0/24']));
  expect(subnet).toContain('svgBlip');
  expect(groupNamed(slide, 'Batch → S3, TCP 443: arrives')).toContain('<a:custGeom>');
});

test('every shape has a number of its own, and says what it is or that it is only decoration', async () => {
  const slide = (await read(design, 'en', 'diagram')).get('ppt/slides/slide1.xml') ?? '';

  const shapes = [...slide.matchAll(/<p:cNvPr id="(\d+)"[^>]*?(descr="[^"]+")?(?:\/>|>(<a:extLst>)?)/g)];
  expect(new Set(shapes.map(([, id]) => id)).size).toBe(shapes.length);
  const silent = shapes.filter(
    ([all, , about, decorative]) => !all.includes('name="T') && !about && !decorative,
  );
  expect(silent.map(([all]) => all)).toEqual(['<p:cNvPr id="1" name=""/>']);
});

test('an icon is in the file once, as an SVG file and as a bitmap', async () => {
  const pages = pagesOf(catalog, design, { language: 'en', prices: listPrices, pages: 'scenes' });
  const icons = new Set(pages.flatMap(({ picture }) => [...artworkOf(picture).keys()]));

  const parts = await read(design, 'en', 'scenes');

  const media = [...parts.keys()].filter((path) => path.startsWith('ppt/media/'));
  expect(media).toHaveLength(2 * icons.size);
});

test('what lies outside of the view of a scene is not on its slide', async () => {
  const [scene] = scenes;
  if (scene === undefined) throw new Error('expected a scene');
  const apart = fromSketch(catalog, sketch(box('vpc', 'Seen'), box('vpc', 'Unseen')));
  const [seen, unseen] = [...apart.resources.values()];
  if (seen === undefined || unseen === undefined) throw new Error('expected two VPCs');
  const resources = new Map(apart.resources).set(unseen.id, { ...unseen, x: seen.x + 5000 });
  const camera = { x: seen.x - 10, y: seen.y - 10, w: seen.w / 2, h: seen.h + 20 };
  const { plan: _, ...others } = scene;
  const shown = { ...apart, resources, scenes: new Map([[scene.id, { ...others, camera }]]) };

  const parts = await read(shown, 'en', 'scenes');

  const slide = parts.get('ppt/slides/slide1.xml') ?? '';
  expect(textIn(slide, 'p:sp')).toContain('Seen');
  expect(slide).not.toContain('Unseen');
  const places = [...slide.matchAll(/<a:off x="(\d+)" y="\d+"\/><a:ext cx="(\d+)"/g)];
  for (const [, x, w] of places) expect(Number(x) + Number(w)).toBeLessThanOrEqual(12_192_000);
});

test('names that try to become something else are text, and the XML is sound', async () => {
  const notes = hostileTexts.map((text, index) => box('text-note', `<n ${index}>&"'`, { text }));
  const named = { ...fromSketch(catalog, sketch(...notes)), name: '<b> & "名前" $& $1 \u0000' };

  const parts = await read(named, 'en', 'diagram');

  const slide = parts.get('ppt/slides/slide1.xml') ?? '';
  expect(textIn(slide, 'p:sp')[0]).toBe('<b> & "名前" $& $1');
  expect(textIn(slide, 'p:sp')).toContain("'; globalThis.pwned = true; '");
});

test('the same pages give the same file, which does not say when it was made', async () => {
  const one = await written(design, 'ja', 'scenes');

  expect(await written(design, 'ja', 'scenes')).toEqual(one);
  expect(strFromU8(unzipSync(one)['docProps/core.xml'] ?? new Uint8Array())).not.toContain('dcterms:');
});

test('an empty diagram is a slide, and a GIF of the user’s is in the file', async () => {
  const image = fromSketch(catalog, sketch(box('image', 'Photo', { image: tinyImage })));

  expect((await read(emptyDocument, 'en', 'diagram')).has('ppt/slides/slide1.xml')).toBe(true);
  expect((await read(image, 'en', 'diagram')).has('ppt/media/picture1.gif')).toBe(true);
});

async function written(document: Document, language: Language, pages: Pages): Promise<Uint8Array> {
  const made = pagesOf(catalog, document, { language, prices: listPrices, pages, legend: true });
  const artwork = new Map(made.flatMap(({ picture }) => [...artworkOf(picture)]));
  const bitmaps = new Map(Array.from(artwork, ([icon]) => [icon, new Uint8Array([1])]));
  return pptxOf(made, { theme: 'light', artwork, bitmaps });
}

/** The parts of the file, each of which must be well-formed where it is XML. */
async function read(
  document: Document,
  language: Language,
  pages: Pages,
): Promise<ReadonlyMap<string, string>> {
  const parts = new Map<string, string>();
  for (const [path, bytes] of Object.entries(unzipSync(await written(document, language, pages)))) {
    const text = strFromU8(bytes);
    if (/\.(?:xml|rels)$/.test(path))
      expect(
        new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror'),
      ).toBeNull();
    parts.set(path, text);
  }
  return parts;
}

/** What is written in each of the elements of a name. */
function textIn(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${name}>.*?</${name}>`, 'gs'))].map(([shape]) =>
    [...shape.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text = '']) => unescaped(text)).join(''),
  );
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function groupNamed(slide: string, name: string): string {
  const start = slide.indexOf(`name="${name}"`);
  if (start < 0) throw new Error(`expected a group named ${name}`);
  return slide.slice(start, slide.indexOf('</p:grpSp>', start));
}
