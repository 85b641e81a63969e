/** The editor as one HTML file, opened from a folder on the disk without a network. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { EditorPage } from './editorPage';
import { openedByPdfJs } from './pdfReader';

const address = pathToFileURL('dist-single/vpcanvas.html').href;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  await promisify(execFile)('npx', ['vite', 'build', '--mode', 'single', '--logLevel', 'error']);
});

let asked: string[] = [];
let complaints: string[] = [];

test.beforeEach(async ({ page, context }) => {
  asked = [];
  complaints = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await context.setOffline(true);
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
});

test.afterEach(() => {
  expect(complaints).toEqual([]);
  expect(asked.filter((each) => each !== address && !/^(?:blob|data):/.test(each))).toEqual([]);
});

test('one file draws, answers, tidies, shows its pictures and keeps what was drawn', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open(address);
  await expect(editor.verdicts).toContainText('6 arrive');
  const broken = await page.evaluate(async () => {
    const images = [...document.images];
    await Promise.all(images.map(async (image) => image.decode().catch(() => undefined)));
    return images.filter(({ naturalWidth }) => naturalWidth === 0).map(({ src }) => src);
  });
  expect(broken).toEqual([]);

  const before = await editor.middle('Web');
  await editor.chooseFromMenu('Arrange', 'Arrange by connections');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(() => editor.middle('Web')).not.toEqual(before);

  await editor.chooseFromMenu('File', 'New');
  await editor.dragFromPalette('VPC', { x: 700, y: 420 });
  await editor.dragFromPalette('Subnet', await editor.middle('Vpc'));
  await expect(page.getByText('Saved in this browser')).toBeVisible();

  await page.reload();
  await expect(editor.resource('Subnet')).toBeVisible();
});

test('one file has the gallery, the code, the export and AWS’s validator in itself', async ({ page }) => {
  test.slow();
  const editor = new EditorPage(page);
  await editor.open(address);
  await editor.chooseFromMenu('File', 'Gallery…');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /No NAT/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(await editor.openPanel('Code')).toContainText('AWS::EC2::VPC');

  const problems = await editor.openPanel('Problems');
  await problems.getByRole('button', { name: 'Check with AWS’s validator' }).click();
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText(
    'AWS’s validator finds nothing',
    // Nine megabytes of it are compiled first.
    { timeout: 60_000 },
  );

  const download = page.waitForEvent('download');
  await editor.chooseFromMenu('Export', 'Export CloudFormation \\(YAML\\)');
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('AWS::EC2::VPCEndpoint');

  const notice = page.waitForEvent('popup');
  await editor.chooseFromMenu('Help', 'About vpcanvas');
  await page.getByRole('link', { name: /notice/i }).click();
  await expect((await notice).locator('body')).toContainText('AWS');
});

test('one file has the Japanese font in itself: its PDF files say and show every letter', async ({
  page,
  context,
}) => {
  test.slow();
  const editor = new EditorPage(page);
  await editor.open(address);
  await editor.chooseFromMenu('Export', 'Export as PDF');
  const dialog = page.getByRole('dialog', { name: 'Export a picture or slides' });
  await dialog.getByLabel('Pages').selectOption({ label: 'One for each scene' });
  await dialog.getByLabel('Language').selectOption('ja');
  await expect(dialog.getByText('1 つの VPC、1 つの問い')).toBeVisible();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download' }).click();

  const path = test.info().outputPath('scenes.pdf');
  await (await download).saveAs(path);

  // Nothing is told of letters without a font.
  await expect(page.getByRole('region', { name: 'Messages' })).toHaveText(/Exported [^]*\.pdf\.?\D*$/);
  const bytes = readFileSync(path);
  expect(bytes.toString('latin1')).toMatch(/\/BaseFont \/[A-Z]+\+NotoSansJP/);
  const { texts, language } = await openedByPdfJs(context, bytes);
  expect(language).toBe('ja');
  expect(texts).toHaveLength(10);
  expect(texts[0]?.replaceAll('\n', '')).toContain('どのサービスもパブリックアドレスを');
  asked = asked.filter((each) => !each.startsWith('http://reader.test/'));
});
