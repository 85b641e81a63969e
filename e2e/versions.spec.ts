import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { axeFaults } from './axe';
import { EditorPage, boxOf } from './editorPage';

let editor: EditorPage;

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'showOpenFilePicker');
    Reflect.deleteProperty(window, 'showSaveFilePicker');
  });
  editor = new EditorPage(page);
});

function history(page: Page): Locator {
  return page.getByRole('dialog', {
    name: /^(Version history|Compare versions|バージョン履歴|バージョンの比較)$/,
  });
}

function rows(page: Page): Locator {
  return history(page)
    .getByRole('list', { name: /^(Versions|バージョン)$/ })
    .getByRole('button');
}

async function runCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

test('what was there before the first change can be looked at, and put back as one step that undoes', async ({
  page,
}) => {
  await editor.open();
  await editor.select('App');
  await page.keyboard.press('Delete');
  await expect(editor.resource('App')).toHaveCount(0);

  await editor.chooseFromMenu('File', 'Version history');
  await expect(rows(page)).toHaveCount(2);
  await rows(page).nth(1).click();
  await expect(
    history(page).locator('.version-picture [data-id]').filter({ hasText: 'App' }).first(),
  ).toBeVisible();
  await page.screenshot({ path: 'test-results/versions-history.png' });
  await history(page).getByRole('button', { name: 'Restore', exact: true }).click();

  await expect(history(page)).toHaveCount(0);
  await expect(editor.resource('App')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Restored');
  await page.keyboard.press('Control+z');
  await expect(editor.resource('App')).toHaveCount(0);
  await editor.chooseFromMenu('File', 'Version history');
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).nth(1)).toContainText('Before another version was restored');
  await expect(rows(page).nth(1)).toContainText('1 removed: App');
});

test('a version with a name is kept through a reload, is downloaded as it was, and opens as a copy', async ({
  page,
}) => {
  await editor.openEmpty();
  await editor.dragFromPalette('VPC', { x: 700, y: 420 });
  await editor.chooseFromMenu('File', 'Name this version');
  await page.getByRole('textbox', { name: 'Name of the version' }).fill('Only the VPC');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Kept as version “Only the VPC”.')).toBeVisible();
  await editor.select('Vpc');
  await page.keyboard.press('Delete');
  await expect(editor.resource('Vpc')).toHaveCount(0);
  await editor.dragFromPalette('VPC', { x: 600, y: 380 });

  await page.reload();
  await editor.chooseFromMenu('File', 'Version history');
  await rows(page).filter({ hasText: 'Only the VPC' }).click();
  const download = page.waitForEvent('download');
  await history(page).getByRole('button', { name: 'Download' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  await history(page).getByRole('button', { name: 'Open as a copy' }).click();

  expect(JSON.parse(text)).toMatchObject({ resources: [{ kind: 'vpc', name: 'Vpc' }] });
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Opened a copy of Only the VPC');
  await expect(editor.resource('Vpc')).toBeVisible();
  // The copy has a history of its own, which is empty.
  await editor.chooseFromMenu('File', 'Version history');
  await expect(rows(page)).toHaveCount(1);
});

test('two versions are compared on the canvas and as a list, and leaving gives back the editor as it was', async ({
  page,
}) => {
  await editor.open();
  await editor.select('App');
  await page.keyboard.press('Delete');
  await editor.dragResource('Web', await editor.middle('PublicSubnet'));
  await editor.select('PublicSubnet');
  const before = await boxOf(editor.resource('PublicSubnet'));

  await editor.chooseFromMenu('File', 'Compare versions');
  const lines = history(page).getByRole('group', { name: 'Changes' });
  const removed = lines.getByRole('region', { name: 'Removed' });
  await expect(removed.getByRole('button', { name: /^App/ })).toBeVisible();
  await expect(lines.getByRole('region', { name: 'Drawn flows' })).toContainText('not drawn');
  await removed.getByRole('button', { name: /^App/ }).click();
  const ghost = history(page).locator('.compare-removed.is-in-focus').filter({ hasText: 'App' });
  await expect(ghost).toBeVisible();
  await page.screenshot({ path: 'test-results/versions-compare.png' });
  await page.keyboard.press('Escape');

  await expect(history(page)).toHaveCount(0);
  expect(await boxOf(editor.resource('PublicSubnet'))).toEqual(before);
  await expect(editor.inspector).toContainText('PublicSubnet');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(editor.resource('App')).toBeVisible();
});

test('the present diagram is compared with a file, which does not touch it', async ({ page }) => {
  await editor.open();
  const file = 'examples/no-nat/no-nat.vpcanvas.json';
  await editor.chooseFromMenu('File', 'Compare versions');
  const chooser = page.waitForEvent('filechooser');
  await history(page).getByRole('button', { name: 'Compare with a file…' }).click();
  await (
    await chooser
  ).setFiles({ name: 'other.vpcanvas.json', mimeType: 'application/json', buffer: readFileSync(file) });

  await expect(history(page).getByRole('combobox', { name: 'Later' })).toHaveValue('file');
  await expect(history(page).getByRole('region', { name: 'Added' })).toBeVisible();
  await history(page).getByRole('button', { name: 'Swap the two' }).click();
  await expect(history(page).getByRole('combobox', { name: 'Earlier' })).toHaveValue('file');
  await page.keyboard.press('Escape');
  await expect(editor.resource('PublicSubnet')).toBeVisible();
});

test('a file that cannot be read is told of where it was asked for, and the comparison stays', async ({
  page,
}) => {
  await editor.open();
  await editor.chooseFromMenu('File', 'Compare versions');
  const chooser = page.waitForEvent('filechooser');
  await history(page).getByRole('button', { name: 'Compare with a file…' }).click();
  await (
    await chooser
  ).setFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Remember the milk') });

  await expect(history(page).getByRole('alert')).toContainText('notes.txt');
});

test.describe('by keyboard alone, in Japanese', () => {
  test.use({ locale: 'ja-JP' });

  test('a version is named, chosen, compared and restored', async ({ page }) => {
    test.slow();
    await editor.open();
    await editor.diagram.focus();
    await runCommand(page, '名前を付ける');
    await expect(page.getByRole('textbox', { name: 'バージョン名' })).toBeFocused();
    await page.keyboard.type('最初');
    await page.keyboard.press('Enter');
    await expect(page.getByText('バージョン「最初」として保存しました。')).toBeVisible();
    await editor.select('App');
    await page.keyboard.press('Delete');

    await runCommand(page, 'バージョン履歴');
    await expect(rows(page)).toHaveCount(2);
    await rows(page).first().focus();
    await page.keyboard.press('ArrowDown');
    await expect(rows(page).nth(1)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(rows(page).nth(1)).toHaveAttribute('aria-current', 'true');
    await page.screenshot({ path: 'test-results/versions-history-ja.png' });
    await history(page).getByRole('button', { name: '現在と比較' }).press('Enter');
    const removed = history(page).getByRole('region', { name: '削除' });
    await removed.getByRole('button').first().focus();
    await page.keyboard.press('Enter');
    await expect(removed.getByRole('button').first()).toHaveAttribute('aria-pressed', 'true');
    await page.screenshot({ path: 'test-results/versions-compare-ja.png' });
    expect(await axeFaults(page)).toEqual([]);
    await history(page).getByRole('button', { name: 'バージョン一覧に戻る' }).press('Enter');
    await rows(page).nth(1).press('Enter');
    await history(page).getByRole('button', { name: '復元', exact: true }).press('Enter');

    await expect(editor.resource('App')).toBeVisible();
    await expect(page.getByRole('region', { name: 'お知らせ' })).toContainText('最初');
  });
});

for (const scheme of ['light', 'dark'] as const)
  test.describe(scheme, () => {
    test.use({ colorScheme: scheme });

    test('axe finds nothing in the history and in a comparison', async ({ page }) => {
      test.slow();
      await editor.open();
      await editor.dragResource('Web', await editor.middle('PublicSubnet'));
      await editor.select('App');
      await page.keyboard.press('Delete');
      await editor.select('Isolated');
      await page.keyboard.press('ArrowRight');
      await editor.chooseFromMenu('File', 'Version history');
      await rows(page).nth(1).click();
      expect(await axeFaults(page)).toEqual([]);
      await page.screenshot({ path: `test-results/versions-history-${scheme}.png` });

      await history(page).getByRole('button', { name: 'Compare with now' }).click();
      await expect(history(page).getByRole('region', { name: 'Removed' })).toBeVisible();
      expect(await axeFaults(page)).toEqual([]);
      await page.screenshot({ path: `test-results/versions-compare-${scheme}.png` });
    });
  });
