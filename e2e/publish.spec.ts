/** Publications: exported in the editor, and opened by programs that are not ours. */
import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { appearances, axeFaults } from './axe';
import { EditorPage } from './editorPage';
import { difference, openedByPdfJs } from './pdfReader';

let editor: EditorPage;

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showOpenFilePicker'));
  editor = new EditorPage(page);
  await editor.open();
  await expect(editor.flow('Isolated', 'S3')).toHaveAccessibleName(/Blocked|ブロック/);
});

async function chosen(page: Page, item: string): Promise<Locator> {
  await editor.chooseFromMenu('Export', item);
  const dialog = page.getByRole('dialog', { name: 'Export a picture or slides' });
  await expect(dialog.getByRole('img', { name: 'Preview' })).toBeVisible();
  return dialog;
}

async function downloaded(dialog: Locator): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const page = dialog.page();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).click();
  const file = await download;
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Exported Three paths');
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test('a PDF file of the diagram is painted by pdf.js as the browser paints the SVG file', async ({
  page,
  context,
}) => {
  const asSvg = await downloaded(await chosen(page, 'Export a picture \\(SVG\\)'));
  const asPdf = await downloaded(await chosen(page, 'Export as PDF'));

  expect(asPdf.name).toMatch(/\.pdf$/);
  const { texts, image, language } = await openedByPdfJs(context, asPdf.bytes);
  expect(language).toBe('en');
  expect(texts).toHaveLength(1);
  for (const text of ['NatGateway', '10.0.0.0/24', 'TCP 443', 'Blocked']) expect(texts[0]).toContain(text);
  const svg = `data:image/svg+xml;base64,${asSvg.bytes.toString('base64')}`;
  // The edges of letters, for which each uses a font of its own.
  expect(await difference(context, [image, svg])).toBeLessThan(0.02);
  expect(
    await difference(context, [
      image,
      svg.slice(0, 26) +
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>').toString('base64'),
    ]),
  ).toBeGreaterThan(0.05);
});

test('a PDF file of the scenes has a page each, with Japanese text that can be selected', async ({
  page,
  context,
}) => {
  const dialog = await chosen(page, 'Export as PDF');
  await dialog.getByLabel('Pages').selectOption({ label: 'One for each scene' });
  await dialog.getByLabel('Language').selectOption('ja');
  await expect(dialog.getByText('Page 1 of 10')).toBeVisible();
  await expect(dialog.getByText('1 つの VPC、1 つの問い')).toBeVisible();

  const { bytes } = await downloaded(dialog);

  const { texts, bookmarks, language } = await openedByPdfJs(context, bytes);
  expect(language).toBe('ja');
  expect(texts).toHaveLength(10);
  expect(bookmarks[0]).toBe('1 つの VPC、1 つの問い');
  expect(texts[0]?.replaceAll('\n', '')).toContain('どのサービスもパブリックアドレスを');
  expect(texts[4]?.replaceAll('\n', '')).toContain('インターフェイスエンドポイント');
});

test('a PowerPoint file has a slide for each scene, and every part of it is sound XML', async ({ page }) => {
  const dialog = await chosen(page, 'Export as PowerPoint');
  await dialog.getByLabel('Pages').selectOption({ label: 'One for each scene' });

  const { name, bytes } = await downloaded(dialog);

  expect(name).toMatch(/\.pptx$/);
  const parts = Object.entries(unzipSync(bytes));
  const faults = await page.evaluate(
    (texts) =>
      texts.filter(([, text]) =>
        new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror'),
      ),
    parts
      .filter(([path]) => /\.(?:xml|rels)$/.test(path))
      .map(([path, content]) => [path, strFromU8(content)] as const),
  );
  expect(faults).toEqual([]);
  const slides = parts.filter(([path]) => /^ppt\/slides\/slide\d+\.xml$/.test(path));
  expect(slides).toHaveLength(10);
  const [, first] = slides.find(([path]) => path.endsWith('/slide1.xml')) ?? [];
  expect(strFromU8(first ?? new Uint8Array())).toContain('One VPC, one question');
  const bitmaps = parts.filter(([path]) => /^ppt\/media\/.*\.png$/.test(path));
  expect(bitmaps.length).toBeGreaterThan(5);
  for (const [, content] of bitmaps) expect(Array.from(content.subarray(1, 4))).toEqual([0x50, 0x4e, 0x47]);
});

test('pictures of the scenes come as an archive of a file each', async ({ page }) => {
  const dialog = await chosen(page, 'Export a picture \\(SVG\\)');
  await dialog.getByLabel('Pages').selectOption({ label: 'One for each scene' });
  await expect(dialog.getByText('The pages come as a zip archive.')).toBeVisible();

  const { name, bytes } = await downloaded(dialog);

  expect(name).toMatch(/\.zip$/);
  const files = unzipSync(bytes);
  expect(Object.keys(files)).toHaveLength(10);
  expect(Object.keys(files)[0]).toBe('01 One VPC, one question.svg');
  expect(strFromU8(Object.values(files)[0] ?? new Uint8Array())).toContain('<svg');
});

for (const { colorScheme, locale } of appearances)
  test.describe(`in ${colorScheme} and ${locale}`, () => {
    test.use({ colorScheme, locale });

    test('the dialog is reached by keyboard, and axe finds nothing in it', async ({ page }) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('PDF');
      await expect(page.getByRole('option').first()).toHaveText(/PDF/);
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: /^(Export a picture|画像・スライド)/ });
      await expect(dialog.getByRole('img')).toBeVisible();

      await dialog.getByRole('combobox').last().selectOption('scenes');

      await expect(dialog.getByText(/1 .*10/)).toBeVisible();
      expect(await axeFaults(page)).toEqual([]);
    });
  });
