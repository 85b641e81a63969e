/** Pictures of the diagram: exported, looked at without the editor, opened again as the diagram, put on the clipboard. */
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { axeFaults } from './axe';
import { EditorPage } from './editorPage';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

let editor: EditorPage;

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showOpenFilePicker'));
  editor = new EditorPage(page);
  await editor.open();
  await expect(editor.flow('Isolated', 'S3')).toHaveAccessibleName(/Blocked/);
});

const messages = (page: Page) => page.getByRole('region', { name: 'Messages' });

async function downloaded(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'Download' }).click();
  const file = await download;
  const path = test.info().outputPath(file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

test('an exported SVG stands by itself in a bare browser, and opens again as the diagram', async ({
  page,
  browser,
}) => {
  await editor.chooseFromMenu('Export', 'Export a picture \\(SVG\\)');
  const dialog = page.getByRole('dialog', { name: 'Export a picture' });
  await expect(dialog.getByRole('img', { name: 'Preview' })).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await dialog.getByLabel('Colours').selectOption('auto');
  await dialog.getByLabel('Language').selectOption('ja');
  await dialog.getByLabel('Dots that move along the arrows').check();
  const path = await downloaded(page);
  await expect(messages(page)).toContainText('Exported Three paths to a service');

  const context = await browser.newContext({ colorScheme: 'dark' });
  const bare = await context.newPage();
  const heard: string[] = [];
  bare.on('console', (message) => heard.push(message.text()));
  bare.on('pageerror', (error) => heard.push(error.message));
  bare.on('request', (request) => heard.push(request.url()));
  await bare.goto(`file://${path}`);
  const seen = await bare.evaluate(() => {
    const root = document.documentElement;
    const ground = root.querySelector('rect');
    return {
      root: root.tagName,
      language: root.getAttribute('lang'),
      ground: ground === null ? '' : getComputedStyle(ground).fill,
      texts: [...root.querySelectorAll('text')].map((text) => text.textContent),
      icons: [...root.querySelectorAll('use')].every((use) => use.getBoundingClientRect().width > 10),
      scripts: root.querySelectorAll('script, foreignObject').length,
    };
  });
  expect(seen).toMatchObject({
    root: 'svg',
    language: 'ja',
    ground: 'rgb(18, 22, 28)',
    icons: true,
    scripts: 0,
  });
  expect(seen.texts).toEqual(expect.arrayContaining(['NatGateway', '10.0.0.0/24', 'TCP 443', 'ブロック']));
  // Itself, and nothing else.
  expect(heard).toEqual([`file://${encodeURI(path)}`]);
  await context.close();

  await editor.chooseFromMenu('File', 'New');
  await expect(editor.resources()).toHaveCount(0);
  await editor.openFile(path);

  await expect(editor.resource('NatGateway')).toBeVisible();
  await expect(editor.flow('Isolated', 'S3')).toHaveAccessibleName(/Blocked/);
});

test('an exported PNG is sharp and opens again; a picture of somebody else says that there is no diagram in it', async ({
  page,
}) => {
  await editor.chooseFromMenu('File', 'Export a picture \\(PNG\\)');
  const dialog = page.getByRole('dialog', { name: 'Export a picture' });
  await expect(dialog.getByRole('img', { name: 'Preview' })).toBeVisible();
  await expect(dialog.getByLabel('Dots that move along the arrows')).toHaveCount(0);
  const path = await downloaded(page);
  const size = await sizeOf(page, readFileSync(path, 'base64'));
  expect(size.width).toBeGreaterThan(2000);
  expect(size.colours).toBeGreaterThan(20);

  await editor.chooseFromMenu('File', 'New');
  await expect(editor.resources()).toHaveCount(0);
  await editor.openFile(path);
  await expect(editor.resource('NatGateway')).toBeVisible();

  await editor.openFile('public/favicon.svg');
  await expect(messages(page)).toContainText('favicon.svg: This picture holds no diagram.');
  await expect(editor.resource('NatGateway')).toBeVisible();
});

test('Shift+Alt+C puts the selection, or everything, on the clipboard as a PNG', async ({ page }) => {
  await page.keyboard.press('Shift+Alt+KeyC');
  await expect(messages(page)).toContainText('Copied the whole diagram as PNG.');
  const whole = await sizeOf(page, await clipboardImage(page));

  await editor.select('WorkerSubnet');
  await page.keyboard.press('Shift+Alt+KeyC');
  await expect(messages(page)).toContainText('Copied the selection as PNG.');
  const part = await sizeOf(page, await clipboardImage(page));

  expect(part.width).toBeLessThan(whole.width / 2);
  expect(part.colours).toBeGreaterThan(10);

  await editor.chooseFromMenu('Edit', 'Copy as SVG');
  await expect(messages(page)).toContainText('Copied the selection as SVG.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('>WorkerSubnet</text>');
});

/** In base64: a list of numbers of that length takes seconds on its way. */
async function clipboardImage(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const blob = await item?.getType('image/png');
    const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return btoa(binary);
  });
}

/** How large an image is, and how many colours it has, as the browser decodes it. */
async function sizeOf(
  page: Page,
  base64: string,
): Promise<{ width: number; height: number; colours: number }> {
  return page.evaluate(async (given) => {
    const bytes = Uint8Array.from(atob(given), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(300, 300);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0, 300, 300);
    const pixels = new Uint32Array(context?.getImageData(0, 0, 300, 300).data.buffer ?? new ArrayBuffer(0));
    return { width: image.width, height: image.height, colours: new Set(pixels).size };
  }, base64);
}
