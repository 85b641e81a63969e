import { expect, test, type Page } from '@playwright/test';
import { appearances, axeFaults } from './axe';
import { EditorPage } from './editorPage';
import { inputMethod } from './inputMethod';

const box = (page: Page) => page.getByRole('dialog').getByRole('combobox');
const chosen = (page: Page) => page.getByRole('dialog').getByRole('option', { selected: true });

async function openBox(page: Page, keys: string): Promise<void> {
  await page.keyboard.press(keys);
  await expect(box(page)).toBeFocused();
}

test('a command is found and carried out by keyboard alone, and stands first the next time', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.open();
  const zoom = page.getByRole('button', { name: /\d+ ?%/ });
  await editor.diagram.focus();

  await openBox(page, 'Control+k');
  await page.keyboard.type('100 %');
  await expect(chosen(page)).toContainText('Zoom to 100 %');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(editor.diagram).toBeFocused();
  await expect(zoom).toContainText('100');
  await openBox(page, 'Control+/');
  await expect(chosen(page)).toContainText('Zoom to 100 %');
});

test('a resource is gone to by name from the commands, and has the focus', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();
  await page.getByRole('searchbox', { name: 'Search resources' }).focus();

  await openBox(page, 'Control+k');
  await page.keyboard.type('sqsend');
  await page.keyboard.press('Enter');

  await expect(editor.resource('SqsEndpoint')).toBeFocused();
  await expect(editor.inspector).toContainText('SqsEndpoint');
});

test('finding goes from hit to hit, and Escape brings back the view, the selection and the focus', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.open();
  await editor.select('Web');
  await expect(editor.inspector).toContainText('Web');
  const before = await page.locator('.react-flow__viewport').getAttribute('style');

  await openBox(page, 'Control+f');
  await page.keyboard.type('subnet');
  const first = await chosen(page).textContent();
  await page.keyboard.press('Enter');
  const second = await chosen(page).textContent();
  await page.keyboard.press('Shift+Enter');

  expect(second).not.toBe(first);
  await expect(chosen(page)).toHaveText(first ?? '');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(editor.inspector).toContainText('Web');
  await expect(editor.resource('Web')).toBeFocused();
  await expect(page.locator('.react-flow__viewport')).toHaveAttribute('style', before ?? '');
});

test('what is found by its address is selected with the focus on it', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();
  await editor.select('WorkerSubnet');
  const cidr = /10\.\d+\.\d+\.\d+\/\d+/.exec(
    (await editor.resource('WorkerSubnet').getAttribute('aria-label')) ?? '',
  )?.[0];
  await editor.diagram.focus();
  await page.keyboard.press('Escape');

  await openBox(page, 'Control+f');
  await page.keyboard.type(cidr ?? 'no address is said');
  await page.keyboard.press('Control+Enter');

  await expect(editor.resource('WorkerSubnet')).toBeFocused();
});

test('the sheet of shortcuts opens with ?, lists keys and gestures, and gives the focus back', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.open();
  await editor.diagram.focus();

  await page.keyboard.press('?');

  const sheet = page.getByRole('dialog', { name: 'Keyboard and mouse' });
  await expect(sheet).toContainText('Undo');
  await expect(sheet).toContainText('Ctrl+Shift+Z');
  await expect(sheet).toContainText('Zoom at the pointer');
  await page.keyboard.press('Escape');
  await expect(editor.diagram).toBeFocused();
});

test('focus mode leaves the canvas alone on the screen, and its keys bring everything back', async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.open();
  await editor.select('Web');
  const palette = page.getByRole('searchbox', { name: 'Search resources' });

  await page.keyboard.press('Alt+z');
  await expect(palette).toHaveCount(0);
  await expect(editor.inspector).toHaveCount(0);
  await expect(page.getByRole('tab')).toHaveCount(0);
  await page.keyboard.press('Alt+z');

  await expect(palette).toBeVisible();
  await expect(editor.inspector).toContainText('Web');
});

test('Ctrl with the full stop offers the fixes of a blocked flow and carries one out', async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.open();
  await expect(editor.flow('Isolated', 'S3')).toHaveAccessibleName(/Blocked|blocked/);
  await openBox(page, 'Control+k');
  await page.keyboard.type('isolated → s3');
  await page.keyboard.press('Enter');
  // It is blocked as it should be, which needs no fix; now it should arrive.
  await editor.inspector.getByLabel('Should be').selectOption('reachable');
  await expect(editor.inspector.getByRole('button', { name: /endpoint/i }).first()).toBeVisible();
  await editor.flow('Isolated', 'S3').focus();

  await page.keyboard.press('Control+.');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type('endpoint');
  await page.keyboard.press('Enter');

  await expect(editor.flow('Isolated', 'S3')).toHaveAccessibleName(/Arrives/);
});

test.describe('in Japanese', () => {
  test.use({ locale: 'ja-JP' });

  test('Enter ends a composition and not the search, and both languages find a command', async ({ page }) => {
    const editor = new EditorPage(page);
    await editor.open();
    await editor.diagram.focus();
    await openBox(page, 'Control+k');
    const method = await inputMethod(page);

    await method.compose('し', 'しゅう', 'しゅうちゅう');
    await method.pressEnter();
    await expect(box(page)).toBeFocused();
    await method.choose('集中');
    await expect(chosen(page)).toContainText('集中モード');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('focus mode');
    await expect(chosen(page)).toContainText('集中モード');
    await page.keyboard.press('Enter');

    await expect(page.getByRole('tab')).toHaveCount(0);
  });
});

for (const { colorScheme, locale } of appearances)
  test.describe(`${colorScheme}, ${locale}`, () => {
    test.use({ colorScheme, locale });

    test('axe finds nothing in the boxes of commands and finding, nor on the sheet', async ({ page }) => {
      const editor = new EditorPage(page);
      await editor.open();
      await editor.diagram.focus();
      for (const keys of ['Control+k', 'Control+f', '?']) {
        await page.keyboard.press(keys);
        await expect(page.getByRole('dialog')).toBeVisible();
        if (keys !== '?') await page.keyboard.type('s');
        expect(await axeFaults(page), keys).toEqual([]);
        if (process.env['SHOTS'] !== undefined)
          await page.screenshot({
            path: `${process.env['SHOTS']}/${keys === '?' ? 'sheet' : keys}-${colorScheme}-${locale}.png`,
          });
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
    });
  });
