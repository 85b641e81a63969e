/** What is exported is proven first: at once where all is well, and else with a dialog that says what is not. */
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { appearances, axeFaults } from './axe';
import { EditorPage } from './editorPage';

const broken = 'examples/three-paths/broken/endpoint-not-on-table.vpcanvas.json';

async function opened(page: Page, file: string): Promise<EditorPage> {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showOpenFilePicker'));
  const editor = new EditorPage(page);
  await editor.open();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^(File|ファイル)$/ }).click();
  await page.getByRole('menuitem', { name: /^(Open…|開く…)/ }).click();
  await (await chooser).setFiles({ name: file, mimeType: 'application/json', buffer: readFileSync(file) });
  // It has the same resources as what was there before.
  await expect(
    page.getByRole('button', { name: /the gateway endpoint is not on|関連付けられていない/ }),
  ).toBeVisible();
  return editor;
}

for (const format of ['CloudFormation \\(YAML\\)', 'CloudFormation \\(JSON\\)', 'CDK \\(TypeScript\\)'])
  test(`a sound design is downloaded at once, and is said to be proven: ${format}`, async ({ page }) => {
    const editor = new EditorPage(page);
    await editor.open();
    const download = page.waitForEvent('download');
    const start = Date.now();

    await editor.chooseFromMenu('Export', `Export ${format}`);
    await download;

    console.log(`proven after ${Date.now() - start} ms`);
    await expect(
      page.getByText(/Proven.*: read back, its 24 resources equal the diagram, and no rule finds an error\./),
    ).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

test('a design with an error says so before it is downloaded, and leads to it', async ({ page }) => {
  const editor = await opened(page, broken);
  const downloads: string[] = [];
  page.on('download', (download) => downloads.push(download.suggestedFilename()));

  await editor.chooseFromMenu('Export', 'Export CloudFormation \\(YAML\\)');
  const dialog = page.getByRole('dialog', { name: 'Not everything is proven' });
  await expect(dialog).toContainText('An error that a rule finds');
  await dialog.getByRole('button', { name: 'Go to the first' }).press('Enter');

  await expect(dialog).toHaveCount(0);
  await expect(editor.inspector).toBeVisible();
  expect(downloads).toEqual([]);
});

test('it can be downloaded anyway, by keyboard, and the message says what was not proven', async ({
  page,
}) => {
  const editor = await opened(page, broken);
  const code = await editor.openPanel('Code');
  await expect(code).toContainText('AWSTemplateFormatVersion');
  await code.getByRole('button', { name: 'Download' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Not everything is proven' });
  await expect(dialog).toBeVisible();
  const download = page.waitForEvent('download');

  await dialog.getByRole('button', { name: 'Download anyway' }).press('Enter');

  expect((await download).suggestedFilename()).toMatch(/\.yaml$/);
  await expect(page.getByText(/^Exported .*\.yaml\. One thing is not proven\./)).toBeVisible();
});

test('Escape leaves the dialog without a download, and asking again asks again', async ({ page }) => {
  const editor = await opened(page, broken);
  await editor.chooseFromMenu('Export', 'Export CDK \\(Python\\)');
  const dialog = page.getByRole('dialog', { name: 'Not everything is proven' });
  await expect(dialog).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await editor.chooseFromMenu('Export', 'Export CDK \\(Python\\)');

  await expect(dialog).toBeVisible();
});

for (const { colorScheme, locale } of appearances)
  test.describe(`${colorScheme}, ${locale}`, () => {
    test.use({ colorScheme, locale });

    test('axe finds nothing in the dialog of what is not proven', async ({ page }) => {
      await opened(page, broken);
      await page.getByRole('button', { name: /^(Export|エクスポート)$/ }).click();
      await page.getByRole('menuitem', { name: /YAML/ }).click();
      await expect(page.getByRole('dialog')).toBeVisible();

      expect(await axeFaults(page)).toEqual([]);
      await page.screenshot({ path: test.info().outputPath('unproven.png') });
    });
  });
