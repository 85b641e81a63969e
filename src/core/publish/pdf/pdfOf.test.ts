import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalog } from '../../../aws';
import { gallery } from '../../../testing/gallery';
import { documentOf } from '../../../testing/gallery/example';
import { hostileTexts } from '../../../testing/hostileNames';
import { readPdf, type ReadPdf } from '../../../testing/pdf';
import { artworkOf, textsIn } from '../../../testing/pictures';
import type { Language } from '../../../lib/words';
import { fromSketch } from '../../catalog/fromSketch';
import { listPrices } from '../../cost/prices';
import { emptyDocument, type Document, type Scene } from '../../model/document';
import { box, sketch } from '../../model/sketch';
import { inPlainLines } from '../../scenes/markdown';
import { pagesOf, scenesInOrder, type Pages } from '../pages';
import { pdfOf, type PdfFile } from './pdfOf';
import { wantsFont } from './wantsFont';

const example = gallery.find(({ id }) => id === 'three-paths');
if (example === undefined) throw new Error('expected the three paths');
const design = documentOf(catalog, example);
const scenes = scenesInOrder(design);
const font = readFileSync(
  'node_modules/@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
);

const tinyPng =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('the whole diagram is one page of its own size, with every word on it as text', async () => {
  const [page] = pagesOf(catalog, design, {
    language: 'ja',
    prices: listPrices,
    pages: 'diagram',
    legend: true,
  });

  const { pages, title, language } = await read(design, 'ja', 'diagram');

  expect({ title, language }).toEqual({ title: design.name, language: 'ja' });
  expect(pages).toHaveLength(1);
  expect(pages[0]?.size).toEqual([page.picture.view.w * 0.75, page.picture.view.h * 0.75]);
  const texts = pages[0]?.texts.join('\n') ?? '';
  for (const text of textsIn(page.picture)) expect(texts).toContain(text);
  expect(texts).toContain('ブロック');
});

test.each(['en', 'ja'] as const)(
  'each scene is a page with its title and its text, in %s',
  async (language) => {
    const { pages, bookmarks } = await read(design, language, 'scenes');

    expect(bookmarks).toEqual(scenes.map(({ title }) => title[language]));
    expect(pages).toHaveLength(scenes.length);
    pages.forEach(({ size, texts }, index) => {
      const { title, text } = scenes[index] ?? { title: { en: '', ja: '' }, text: { en: '', ja: '' } };
      expect(size).toEqual([960, 540]);
      expect(texts[0]).toBe(title[language]);
      expect(letters(texts.join(''))).toContain(letters(inPlainLines(text[language]).split('\n')[0] ?? ''));
    });
  },
);

test('who does not see a page is told what is on it', async () => {
  const { pages } = await read(design, 'en', 'scenes');

  for (const { alts } of pages) {
    expect(alts).toHaveLength(1);
    expect(alts[0]).toMatch(/^AWS network diagram with \d+ resources and \d+ flows\./);
  }
});

test('what lies outside of the view of a scene is not in the file', async () => {
  const apart = fromSketch(catalog, sketch(box('vpc', 'Seen'), box('vpc', 'Unseen')));
  const [seen, unseen] = [...apart.resources.values()];
  if (seen === undefined || unseen === undefined) throw new Error('expected two VPCs');
  const camera = { x: seen.x, y: seen.y, w: seen.w, h: seen.h };
  const far = new Map(apart.resources).set(unseen.id, { ...unseen, x: seen.x + 5000 });

  const { pages } = await read(withScene({ ...apart, resources: far }, { camera }), 'en', 'scenes');

  const texts = pages[0]?.texts.join(' ');
  expect(texts).toContain('Seen');
  expect(texts).not.toContain('Unseen');
});

test('a long text goes on on pages of its own, and no word is lost', async () => {
  const words = Array.from({ length: 3000 }, (_, index) => `w${index}`);
  const text = { en: words.join(' '), ja: '' };

  const { pages } = await read(withScene(design, { text }), 'en', 'scenes');

  expect(pages.length).toBeGreaterThan(1);
  const found = pages.flatMap(({ texts }) => texts).flatMap((line) => line.match(/\bw\d+\b/g) ?? []);
  expect(found).toEqual(words);
});

test('names that try to become something else are text', async () => {
  const notes = hostileTexts.map((text, index) => box('text-note', `note ${index}`, { text }));
  const named = fromSketch(catalog, sketch(...notes));
  const marked = { ...named, name: '<b>&amp;</b> (x) \\ 名前' };

  const { pages, title } = await read(marked, 'en', 'diagram');

  expect(title).toBe(marked.name);
  expect(pages[0]?.texts).toEqual(expect.arrayContaining(["'; globalThis.pwned = true; '", 'サブネット 一']));
});

test('a letter that no font has is a square, told, and still there for who copies the text', async () => {
  const named = fromSketch(catalog, sketch(box('vpc', 'a한b')));

  const { missing, bytes } = await written(named, 'en', 'diagram');

  expect(missing).toEqual(['한']);
  expect((await readPdf(bytes)).pages[0]?.texts.join('')).toContain('a');
});

test('the same diagram gives the same file, and nothing in it says when or by whom it was made', async () => {
  const { bytes } = await written(design, 'ja', 'scenes');

  expect((await written(design, 'ja', 'scenes')).bytes).toEqual(bytes);
  const text = new TextDecoder('latin1').decode(bytes);
  expect(text).not.toMatch(/\/CreationDate|\/ModDate|\/Author/);
});

test('a file has the icons once each, and of the font only the letters that are used', async () => {
  const { bytes } = await written(design, 'ja', 'scenes');

  const text = new TextDecoder('latin1').decode(bytes);
  const icons = new Set(
    pagesOf(catalog, design, { language: 'ja', prices: listPrices, pages: 'scenes' }).flatMap(iconsOf),
  );
  expect(text.split('/Subtype /Form').length - 1).toBe(icons.size);
  expect(bytes.length).toBeLessThan(150_000);
});

test('the font is asked for only where letters need it', () => {
  const plain = (name: string) =>
    wantsFont(
      pagesOf(catalog, fromSketch(catalog, sketch(box('vpc', name))), {
        language: 'en',
        prices: listPrices,
        pages: 'diagram',
      }),
    );

  expect(plain('Café – “Vpc”')).toBe(false);
  expect(plain('東京')).toBe(true);
});

test('an empty diagram is a page, and one with an image is a page with it', async () => {
  const image = fromSketch(catalog, sketch(box('image', 'Photo', { image: tinyPng })));

  const { pages } = await read(emptyDocument, 'en', 'diagram');
  const { bytes } = await written(image, 'en', 'diagram');

  expect(pages).toHaveLength(1);
  expect(new TextDecoder('latin1').decode(bytes)).toContain('/Subtype /Image');
});

async function written(document: Document, language: Language, pages: Pages): Promise<PdfFile> {
  const made = pagesOf(catalog, document, { language, prices: listPrices, pages, legend: true });
  const artwork = new Map(made.flatMap(({ picture }) => [...artworkOf(picture)]));
  return pdfOf(made, { theme: 'light', artwork, font });
}

async function read(document: Document, language: Language, pages: Pages): Promise<ReadPdf> {
  return readPdf((await written(document, language, pages)).bytes);
}

function withScene(document: Document, changes: Partial<Scene>): Document {
  const [scene] = scenes;
  if (scene === undefined) throw new Error('expected a scene');
  const { plan: _, ...others } = scene;
  return { ...document, scenes: new Map([[scene.id, { ...others, ...changes }]]) };
}

function iconsOf({
  picture,
}: {
  readonly picture: { readonly groups: readonly { readonly parts: readonly object[] }[] };
}) {
  return picture.groups.flatMap(({ parts }) => parts.flatMap((part) => ('icon' in part ? [part.icon] : [])));
}

function letters(text: string): string {
  return text.replaceAll(/\s/g, '');
}
